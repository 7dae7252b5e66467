. tests/lib.sh
. tests/draft.sh
. tests/book.sh

get public/tokutei/export
leads_to /account/login 'nobody exports nothing'
draft_begun
book_read good
submit public/tokutei/uploaded act=take

get public/tokutei/export
status 200 'the offices as a workbook'
has 'tokuteisessyu01-offices.xlsx'
cp "$T/page" "$T/e.xlsx"
is 'with their numbers' grep -q '^A4	2$' <(book_look e.xlsx)
is 'names of what was chosen' grep -q '^M4	医薬品製造業$' <(book_look e.xlsx)
is 'a second business on its own line' grep -q '^B5	見本工場$' <(book_look e.xlsx)
is 'and 未確保' grep -q '^S6	未確保$' <(book_look e.xlsx)

# --- There and back ------------------------------------------------------------------

book_read e
says '誤りのない事業所 3 件、誤りのある事業所 0 件' 'it can be read again'
says '変わらない事業所 3件' 'and says the same'
says 'いまあって、このExcelにない事業所 0件'

/usr/bin/python3 -B - "$T/e.xlsx" "$T/f.xlsx" <<-'END'
	import sys, zipfile
	z = zipfile.ZipFile(sys.argv[1])
	out = zipfile.ZipFile(sys.argv[2], "w")
	for name in z.namelist():
	    out.writestr(name, z.read(name).replace("見本倉庫".encode(), "見本新倉庫".encode()))
	out.close()
END
book_read f
says '新しい事業所 0件' 'a new name is no new office: it has its number'
says '内容が変わる事業所 1件'
before=$(sql "SELECT GROUP_CONCAT(o.number, HEX(o.public_id) ORDER BY o.number)
	FROM application p JOIN office o ON o.version = p.draft WHERE p.mail = '$ME'")
submit public/tokutei/uploaded act=take how=replace
equal "$(sql "SELECT GROUP_CONCAT(o.number, HEX(o.public_id) ORDER BY o.number)
	FROM application p JOIN office o ON o.version = p.draft WHERE p.mail = '$ME'")" \
	"$before" 'it stays the same office'
equal "$(sql "SELECT o.name FROM application p JOIN office o ON o.version = p.draft
	WHERE p.mail = '$ME' AND o.number = 3")" 見本新倉庫 'under its new name'
end
