# workbook.sh - what is registered as a workbook: downloaded, changed, read
# again; the change notice has what was changed and nothing else.
. tests/lib.sh
. tests/registered.sh
. tests/book.sh

OPEN=(inst.secured=no inst.plan=検討中 inst.name= inst.kana= inst.at.zip=
	inst.at.pref= inst.at.city= inst.at.town= inst.tel=)
browser sender
draft_begun
draft_office name=一番支店 kana=いちばんしてん business.0.own=200
draft_office name=二番支店 kana=にばんしてん
draft_office name=三番支店 kana=さんばんしてん
draft_office name=四番支店 kana=よんばんしてん "${OPEN[@]}"
draft_send
desk_confirm
registrar registrar
register
desk_company company

# edit OUT PYTHON: the workbook of $T/e.xlsx, changed by what is done to rows, a
# mapping of names of offices to their cells by heading; drop(name), add(values)
edit() {
	/usr/bin/python3 -B - "$T/e.xlsx" "$T/$1" "$2" <<-'END'
		import sys, openpyxl
		book = openpyxl.load_workbook(sys.argv[1])
		sheet = book["事業所一覧"]
		head = next(r for r in sheet.iter_rows() if "事業所名" in
		            [str(c.value).split("\n")[0].rstrip("※") for c in r])
		cols = {str(c.value).split("\n")[0].rstrip("※"): c.column
		        for c in head if c.value}
		def cells(r):
		    return {h: sheet.cell(r, c) for h, c in cols.items()}
		lines = {}
		for r in range(head[0].row + 1, sheet.max_row + 1):
		    if cells(r)["事業所名"].value:
		        lines[cells(r)["事業所名"].value] = r
		class Row(dict):
		    def __setitem__(self, heading, value):
		        cells(self.r)[heading].value = value
		def row(name):
		    one = Row()
		    one.r = lines[name]
		    return one
		def drop(name):
		    for c in cells(lines[name]).values():
		        c.value = None
		def like(name, **more):
		    r = max(lines.values()) + 1
		    for h, c in cells(lines[name]).items():
		        cells(r)[h].value = c.value
		    for h, v in more.items():
		        cells(r)[h].value = v
		    lines[more["事業所名"]] = r
		exec(sys.argv[3])
		book.save(sys.argv[2])
	END
}
# told NAME: what the page says of that office
told() {
	tr '\n' ' ' <"$T/page" | sed 's/<tr>/\n/g; s/<\/tr>/\n/g' |
		grep -F ">$1<" | sed 's/<[^>]*>/ /g' | tr -s ' ' |
		sed 's/^ //; s/ $//'
}
draft_names() {
	sql "SELECT GROUP_CONCAT(o.name ORDER BY o.number) FROM registration r
	       JOIN application c ON c.parent = r.application
	       JOIN office o ON o.version = c.draft
	      WHERE r.number = '$NUMBER'"
}
numbers() {
	sql "SELECT GROUP_CONCAT(o.number, HEX(o.public_id) ORDER BY o.number)
	       FROM office o WHERE o.version = ($1) AND o.number <= 4"
}
DRAFT="SELECT c.draft FROM application c JOIN registration r
	ON r.application = c.parent WHERE r.number = '$NUMBER' AND c.state = 'draft'"
IN_FORCE="SELECT version FROM registration WHERE number = '$NUMBER'"

get public/tokutei/export
status 409 'without a change there is nothing to take home'
get public/registered/procedure
submit public/registered/procedure act=change
get public/registered/change
has 'href="/tokutei/upload"' 'by a workbook, says the page'
get public/tokutei/upload
has 'href="/tokutei/export"' 'which has what is registered'
get public/tokutei/export
status 200
cp "$T/page" "$T/e.xlsx"

# --- The same again ----------------------------------------------------------------

book_read e
says '変わらない事業所 4件' 'nothing was changed'
submit public/tokutei/uploaded act=take how=replace
get public/registered/change
says 'まだ、変わったところはありません' 'so there is nothing to report'

# --- Changed -----------------------------------------------------------------------

edit f.xlsx 'row("一番支店")["うち申請事業者の登録対象業務の従業者数"] = 203
row("二番支店")["FAX番号"] = "0399990000"
row("三番支店")["事業所名"] = "三番新支店"
drop("四番支店")'
book_read f
says '誤りのある事業所 0 件'
says '内容が変わる事業所 3件'
says '変わらない事業所 0件'
says 'いまあって、このExcelにない事業所 1件' 'what is missing is said'
submit public/tokutei/uploaded act=take how=
follow
says 'いまある事業所をどうしますかを選んでください' 'and asked about'
submit public/tokutei/uploaded act=take how=add
get public/registered/change
equal "$(told 一番支店)" '1 一番支店 人数（合計の変化が5％未満） 不要（すぐに反映）' \
	'three persons of 260 are light'
equal "$(told 二番支店)" '2 二番支店 そのほか（電話番号、備考など） 不要（すぐに反映）'
equal "$(told 三番新支店)" '3 三番新支店 事業所名 必要' 'a name is not'
equal "$(told 四番支店)" '' 'what was added to keeps what is not in it'
says '変わる事業所 3か所'
equal "$(numbers "$DRAFT")" "$(numbers "$IN_FORCE")" 'all are the same offices still'

book_read f
submit public/tokutei/uploaded act=take how=replace
get public/registered/change
equal "$(told 四番支店)" '4 四番支店 なくなる事業所（廃止） 必要' \
	'what was replaced has lost it, and says so'
says '変わる事業所 4か所'
equal "$(told 一番支店)" '1 一番支店 人数 必要' 'with its people five in a hundred are gone'
equal "$(draft_names)" 一番支店,二番支店,三番新支店

# --- From the beginning, and sent ---------------------------------------------------

post public/registered/change act=discard
get public/registered/procedure
submit public/registered/procedure act=change
edit g.xlsx 'row("二番支店")["FAX番号"] = "0399990000"
row("四番支店")["接種実施医療機関の確保"] = "確保済み"
row("四番支店")["医療機関名"] = "見本病院"
row("四番支店")["医療機関名（ふりがな）"] = "みほんびょういん"
row("四番支店")["医療機関の郵便番号"] = "1008916"
row("四番支店")["医療機関の所在地（都道府県）"] = "東京都"
row("四番支店")["医療機関の所在地（市区町村）"] = "千代田区"
row("四番支店")["医療機関の所在地（町名以下）"] = "霞が関３－１"
row("四番支店")["医療機関の電話番号"] = "0311112222"
row("四番支店")["未確保のときに検討している方法"] = ""
like("二番支店", 事業所名="五番支店", 事業所番号=None,
     うち申請事業者の登録対象業務の従業者数=4)'
book_read g
says '新しい事業所 1件'
says '内容が変わる事業所 2件'
says 'いまあって、このExcelにない事業所 0件'
submit public/tokutei/uploaded act=take how=replace
get public/registered/change
equal "$(told 一番支店)" '' 'as it was: nothing to report'
equal "$(told 二番支店)" '2 二番支店 そのほか（電話番号、備考など） 不要（すぐに反映）'
equal "$(told 三番支店)" ''
equal "$(told 五番支店 | sed 's/^[0-9]* //')" '五番支店 新しい事業所 必要'
says '接種実施医療機関が新しく決まった事業所があります'
equal "$(told 四番支店 | sed 's/^[0-9]* //')" \
	'四番支店 接種実施医療機関が決まった 必要'
submit public/registered/change act=send \
	"$(TZ=Asia/Tokyo date '+secured_on.year=%Y')" \
	"$(TZ=Asia/Tokyo date '+secured_on.month=%-m')" \
	"$(TZ=Asia/Tokyo date '+secured_on.day=%-d')"
leads_to /tokutei/home 'it is sent'
equal "$(sql "SELECT GROUP_CONCAT(o.number, o.fax ORDER BY o.number)
	FROM office o WHERE o.version = ($IN_FORCE)")" 1,20399990000,3,4 \
	'what is light counts at once, and nothing else'
CHANGE=$(sql "SELECT LOWER(HEX(c.public_id)) FROM application c
	JOIN registration r ON r.application = c.parent
	WHERE r.number = '$NUMBER' AND c.state = 'submitted'")
desk_staff clerk reviewer mhlw
get "intranet/tokutei/difference?id=$CHANGE"
says '五番支店' 'the ministry sees the differences'
says '四番支店'
hasnt '一番支店' 'and nothing else'
hasnt '二番支店'
get "public/tokutei/export"
leads_to /account/login 'staff has other files'
end
