# A workbook of 50,000 offices: read, taken over, changed, given back, within
# the time that the web server allows; one line more is too many.
. tests/lib.sh
. tests/draft.sh
. tests/book.sh

# Seconds of the last request.
took() { sed -n 's/.*"us":\([0-9]*\)[0-9]\{6\}.*/\1/p' <<<"$(grep -h "\"screen\":\"$1\"" \
	"$INSTANCE"/log/*.log | tail -n 1)"; }

draft_begun
book_make big:50000 big.xlsx
book_send big.xlsx
leads_to /tokutei/uploaded 'is read'
follow
says '読み取った行 50000 行、誤りのない事業所 50000 件、誤りのある事業所 0 件' 'line by line'
submit public/tokutei/uploaded act=take
leads_to /tokutei/offices 'is taken over'
follow
says '50,000' 'and shown'
equal "$(sql "SELECT s.offices, (SELECT COUNT(*) FROM business b
		WHERE b.version = p.draft) FROM application p
	JOIN office_sum s ON s.version = p.draft WHERE p.mail = '$ME'")" \
	"50000	50000" 'all of it'

get public/tokutei/export
status 200 'comes back as a workbook'
cp "$T/page" "$T/export.xlsx"
book_read export
says '変わらない事業所 50000件' 'which says the same'
submit public/tokutei/uploaded act=take how=replace
leads_to /tokutei/offices 'and changes nothing'
equal "$(sql "SELECT COUNT(*), MAX(o.revision) FROM application p
	JOIN office o ON o.version = p.draft WHERE p.mail = '$ME'")" "50000	1"
for s in upload uploaded export; do
	t=$(took "public/tokutei/$s")
	is "$s within 25 seconds" test "${t:-0}" -lt 25
done

book_make big:50001 more.xlsx
book_read more
says '50,000行までのファイルを選んでください（いまは50001行です）' 'one line more is too many'
head -c 22000000 /dev/zero >"$T/huge.xlsx"
book_send huge.xlsx
status 413 'more than 20 MB are not even taken'
end
