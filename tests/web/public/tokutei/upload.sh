. tests/lib.sh
. tests/draft.sh
. tests/book.sh

# What the draft holds: offices, persons, revisions beyond the first.
offices() {
	sql "SELECT COUNT(o.number), COALESCE(SUM(o.persons), 0),
		COALESCE(SUM(o.revision - 1), 0) FROM application p
		LEFT JOIN office o ON o.version = p.draft
		WHERE p.mail = '$ME'"
}

get public/tokutei/upload
leads_to /account/login 'nobody uploads nothing'

draft_open
draft_founder
get public/tokutei/upload
leads_to /tokutei/applicant 'the steps before come first'
draft_applicant

get public/tokutei/upload
status 200
says '20MBまで、50,000行まで' 'the limits are said'
has 'type="file"' 'a file can be chosen'
has 'accept=".xlsx"' 'of the right kind'
has 'enctype="multipart/form-data"' 'and is sent'
has 'href="/tokutei/template"' 'the template is at hand'
hasnt 'href="/tokutei/export"' 'without offices there is nothing to export'

# --- Files that are refused, each with its own words ---------------------------

post public/tokutei/upload act=read
follow
says 'Excelファイルを選んでください' 'none chosen'
has 'href="#file"' 'the summary leads to the control'

refused() {
	book_send "$1" ";filename=${3:-list.xlsx}"
	leads_to /tokutei/upload
	follow
	says "$2" "refused: ${1##*/}"
	equal "$(offices)" "0	0	0" 'the draft is untouched'
}
bad=tests/data/xlsx/bad
refused $bad/xls.xlsx '古い形式（.xls）'
refused $bad/xlsm.xlsx 'マクロを含まない'
refused $bad/xlsb.xlsx 'バイナリ形式'
refused $bad/ods.xlsx 'OpenDocument形式'
refused $bad/csv.xlsx '文字だけのファイル'
refused $bad/html.xlsx 'ウェブページかXML'
refused $bad/encrypted.xlsx 'パスワードを外して'
refused $bad/cut_half.xlsx '「名簿.xlsx」を読み取れませんでした' 名簿.xlsx
refused $bad/picture.xlsx '選ばれたのは「写真.png」です' 写真.png
refused $bad/bomb.xlsx '展開すると大きくなりすぎます'
refused $bad/laughs.xlsx '読み取らない書き方'
refused $bad/entity_file.xlsx '読み取らない書き方'
refused $bad/overlap.xlsx '中身が壊れています'
refused $bad/blank_sheet.xlsx '入力された行がありません'
for c in headless no_name no_lines; do
	book_make $c
done
refused headless.xlsx '見出しの行が見つかりません'
refused no_name.xlsx '見出し「事業所名、電話番号」の列が見つかりません'
refused no_lines.xlsx '入力された行がありません'
equal "$(sql "SELECT COUNT(*) FROM upload u JOIN application p ON p.draft = u.version
	WHERE p.mail = '$ME'")" 0 'nothing of them is kept'

# --- One that is right ------------------------------------------------------------

book_make good
book_send good.xlsx
leads_to /tokutei/uploaded 'a workbook that can be read'
follow
says '読み取った行 4 行、誤りのない事業所 3 件、誤りのある事業所 0 件' 'is told in numbers'
equal "$(offices)" "0	0	0" 'reading alone takes nothing over'
id=$(value_of id)
equal "$(sql "SELECT f.keep_until > f.created_at + INTERVAL 23 HOUR FROM file f
	JOIN upload u ON u.file = f.id WHERE LOWER(HEX(u.public_id)) = '$id'")" 1 \
	'the file is kept for a day'
get public/tokutei/upload
says 'good.xlsx' 'it need not be chosen again'
get "$(link_to uploaded)"
submit public/tokutei/uploaded act=take
leads_to /tokutei/offices 'it is taken over'
follow
says 'Excelから取り込みました（3件）' 'and told'
says '見本倉庫' 'the offices are there'
equal "$(offices)" "3	74	0"
is 'it stands in the audit trail' test "$(sql "SELECT COUNT(*) FROM audit
	WHERE act = 'office.import' AND detail LIKE '%added\":3,%'")" -ge 1
get "public/tokutei/uploaded?id=$id"
says 'このファイルは取り込みが済んでいます' 'once is enough'

# --- The same again, then changes --------------------------------------------------

book_read good
says '変わらない事業所 3件' 'the same offices are known again'
submit public/tokutei/uploaded act=take how=add
equal "$(offices)" "3	74	0" 'and not touched'

book_read changed
says '新しい事業所 1件' 'one is new'
says '内容が変わる事業所 1件' 'one changes'
says '変わらない事業所 1件' 'one stays'
says 'いまあって、このExcelにない事業所 1件' 'one is not in the workbook'
submit public/tokutei/uploaded act=take how=add
equal "$(offices)" "4	97	1" 'adding keeps what is not in it'
equal "$(sql "SELECT o.tel FROM office o JOIN application p ON p.draft = o.version
	WHERE p.mail = '$ME' AND o.name = '見本工場'")" 0399999999 'the change is there'

book_read changed
submit public/tokutei/uploaded act=take how=replace
equal "$(offices)" "3	74	1" 'replacing removes what is not in it'
equal "$(sql "SELECT offices, persons FROM office_sum s JOIN application p
	ON p.draft = s.version WHERE p.mail = '$ME'")" "3	74" 'the sums follow'
book_read good
submit public/tokutei/uploaded act=take how=
leads_to /tokutei/uploaded 'how is asked'
follow
says 'いまある事業所をどうしますかを選んでください' 'and said'

# --- Two tabs, twice the same button -----------------------------------------------

book_read changed
cp "$T/page" "$T/two"
submit public/tokutei/uploaded act=take how=add
leads_to /tokutei/offices 'the first tab takes it'
cp "$T/two" "$T/page"
submit public/tokutei/uploaded act=take how=add
leads_to /tokutei/offices 'the same form again leads to the same place'
n=$(offices)
get "public/tokutei/uploaded?id=$id"
equal "$(offices)" "$n" 'and does nothing twice'

# --- Somebody else ----------------------------------------------------------------

browser other
draft_ready
get "public/tokutei/uploaded?id=$id"
status 404 'it is nobody else'"'"'s'
get "public/tokutei/uploaded?id=$id&marked=1"
status 404
get "public/tokutei/uploadfix?id=$id"
status 404
end
