. tests/lib.sh
. tests/draft.sh

get public/tokutei/application
leads_to /account/login 'nobody has nothing to see'

draft_ready
get public/tokutei/application
status 200
says 'まだ申請していない内容です' 'a draft says that it is one'
says 'サンプル商事株式会社' 'the applicant'
says '民間' 'the kind of founder'
hasnt 'する項目' 'nothing can be changed from here'
office=$(link_to 'application?office=')
get "$office"
status 200
says '霞が関支店' 'the office'
says '医薬品卸売販売業' 'its business'
says '見本病院' 'its institution'
hasnt '代理を頼んだ事業者' 'nothing about principals'

# Worked out: 9 hours for 5 people and 10 hours for 10, of 40 hours.
draft_office name=計算支店 business.0.own=4 \
	'business.0.basis_own=40:00;0;5x9:00;10x10:00'
second=$(sql "SELECT LOWER(HEX(o.public_id)) FROM office o
	JOIN application p ON p.draft = o.version
	WHERE p.mail = '$ME' AND o.name = '計算支店'")
get "/tokutei/application?office=$second"
says '積算根拠' 'how a number was worked out'
says '9時間×5人、10時間×10人、合わせて3.625人→切り上げて 4人' 'in one sentence'

get public/tokutei/confirm
post public/tokutei/confirm act=send
receipt=$(sql "SELECT receipt FROM application WHERE mail = '$ME'")
get public/tokutei/application
status 200
says "$receipt" 'what was sent has its receipt number'
hasnt 'まだ申請していない'
get "$office"
status 200 'its office is still there'
mine=$office

# --- PDF ------------------------------------------------------------------------

get 'public/tokutei/application?pdf=1'
status 200
header Content-Type application/pdf
has "attachment; filename=\"$receipt.pdf\"" 'EX-03 is a download'
has 'X-Content-Type-Options: nosniff' 'EX-03 is what it says'
has "Content-Security-Policy: default-src 'none'; sandbox" 'EX-03 runs nothing'
header Cache-Control no-store
is 'a PDF' grep -aq '^%PDF-1' "$T/page"
is 'all of it' grep -aq '%%EOF' "$T/page"
# Of the letters of a text only what the reader shows is left.
pdftotext -layout "$T/page" "$T/text" 2>/dev/null && {
	is 'the receipt number' grep -qF "$receipt" "$T/text"
	is 'the applicant' grep -qF 'サンプル商事株式会社' "$T/text"
	is 'the office' grep -qF '霞が関支店' "$T/text"
	is 'the calculation' grep -qF '3.625人' "$T/text"
	is 'the institution' grep -qF '見本病院' "$T/text"
}

# --- Somebody else's ------------------------------------------------------------

browser other
draft_ready
get "$mine"
status 404 'AZ-02 an office of somebody else is not there'
get "public/tokutei/application?office=nonsense"
status 404 'nor is one that is none'
get public/tokutei/application
hasnt "$receipt" 'AZ-02 everybody sees one application, the own'
get 'public/tokutei/application?page=99'
status 200 'a page that is not there is the first'
end
