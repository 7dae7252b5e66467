. tests/lib.sh
. tests/draft.sh
. tests/book.sh

get public/tokutei/template
status 200 'the template is for everybody'
header Content-Type application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
has 'tokuteisessyu01.xlsx' 'under its name'
has 'attachment' 'as a download'
cp "$T/page" "$T/t.xlsx"
look() { book_look t.xlsx "$@"; }
is 'it says which edition it is' grep -q '^A1	.*第1版' <(look)
is 'headings stand below' grep -q '^B2	事業所名$' <(look)
is 'with notes' grep -q '^note B2	事業所名（必須）' <(look)
is 'that say what is optional' grep -q '^note J2	FAX番号（任意）' <(look)
is 'examples are on their own sheet' grep -q '^B3	霞が関見本支店$' <(look 2)
is 'so are the codes' grep -q '^E2	北海道$' <(look 3)
isnt 'there is no formula in a cell' grep -q '	formula ' <(look; look 2; look 3)
unzip -p "$T/t.xlsx" xl/worksheets/sheet1.xml >"$T/sheet"
is 'prefectures are a drop-down' grep -q "'一覧'!\$B\$2:\$B\$48" "$T/sheet"
is 'cities follow the prefecture' grep -q 'OFFSET' "$T/sheet"

# The example is one that can be read: it only has to be moved to the list.
draft_begun
/usr/bin/python3 -B - "$T/t.xlsx" "$T/filled.xlsx" <<-'END'
	import sys, zipfile
	z = zipfile.ZipFile(sys.argv[1])
	out = zipfile.ZipFile(sys.argv[2], "w")
	for name in z.namelist():
	    text = z.read(name)
	    if name == "xl/workbook.xml":
	        text = text.replace("事業所一覧".encode(), "もとの一覧".encode()) \
	            .replace("記入例".encode(), "事業所一覧".encode())
	    if name.startswith("xl/worksheets/sheet") or name == "xl/sharedStrings.xml":
	        text = text.replace("霞が関見本支店".encode(), "本当の支店".encode()) \
	            .replace("見本工場".encode(), "本当の工場".encode())
	    out.writestr(name, text)
	out.close()
END
book_read filled
says '読み取った行 3 行、誤りのない事業所 2 件、誤りのある事業所 0 件' \
	'the example is without a mistake'
book_read t
says '入力された行がありません' 'the template itself is empty'
end
