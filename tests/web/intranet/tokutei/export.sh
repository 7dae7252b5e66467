# export.sh - 作業一覧を受け取る.
. tests/lib.sh
. tests/desk.sh

desk_sent 'name==見本"商事'
RECEIPT=$(receipt_of "$APP")
desk_staff one$$ reviewer mof
get "intranet/tokutei/export?format=csv&q=$RECEIPT"
status 200
header Content-Type 'text/csv; charset=utf-8'
has 'attachment' 'it is a download'
header Cache-Control no-store
has '受付番号,事業者名,都道府県,状態' 'a heading'
has "$RECEIPT,"
has '確認待ち'
isnt 'no cell is a formula' grep -qE '(^|,)"?(=|＝)' "$T/page"
equal "$(grep -c T- "$T/page")" 1 'what the filter finds alone'
equal "$(sql "SELECT COUNT(*) FROM audit a JOIN account c ON c.id = a.account
	WHERE a.act = 'worklist.export' AND c.name = '見本 one$$'")" 1 \
	'the trail has it'
get "intranet/tokutei/export?format=xlsx&q=$RECEIPT"
status 200
header Content-Type application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
is 'a workbook with the row' /usr/bin/python3 - "$T/page" "$RECEIPT" <<'END'
import sys, openpyxl
sheet = openpyxl.load_workbook(open(sys.argv[1], "rb")).active
rows = list(sheet.iter_rows(values_only=True))
assert rows[0][0] == "受付番号" and len(rows) == 2, rows
assert rows[1][0] == sys.argv[2] and isinstance(rows[1][7], int), rows
assert all(c.data_type != "f" for r in sheet.iter_rows() for c in r)
END
get "intranet/tokutei/export?format=csv&q=%E3%81%AA%E3%81%84%E5%90%8D%E5%89%8D"
equal "$(wc -l <"$T/page")" 1 'nothing but the heading'

desk_staff other$$ reviewer env
get "intranet/tokutei/export?format=csv&q=$RECEIPT"
equal "$(wc -l <"$T/page")" 1 'another ministry gets none of it'
browser nobody
get intranet/tokutei/export
leads_to /account/login
end
