# download.sh - the public register as a file.
. tests/lib.sh
. tests/registered.sh

browser company
confirmed 'name=一覧サンプル商事株式会社'
registrar registrar
register
browser nobody
get "public/register/download?format=csv&name=一覧サンプル"
status 200
header Content-Type 'text/csv; charset=utf-8'
has "attachment; filename=" 'EX-03 a download'
header Cache-Control 'public, max-age=60' 'it may be kept'
hasnt 'Set-Cookie'
has "$NUMBER" 'the number'
has '霞が関支店' 'the office'
hasnt '0312345678' 'no phone'
equal "$(grep -c . "$T/page")" 2 'a heading and a line'
get "public/register/download?format=csv&name=一覧サンプル&pref=14"
hasnt "$NUMBER" 'the same conditions as the page'
get "public/register/download?format=xlsx&name=一覧サンプル"
status 200
header Content-Type 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
is 'a workbook' /usr/bin/python3 -c "
import openpyxl, sys
s = openpyxl.load_workbook(open('$T/page', 'rb')).active
r = list(s.values)
assert r[1][0] == '$NUMBER' and r[1][3] == '霞が関支店', r"

# What a spreadsheet would take for a formula, and more than a file holds.
sql "SET @b = (SELECT id FROM register_business WHERE number = '$NUMBER');
     INSERT INTO register_office (business, number, name, pref, city, town, types)
     SELECT @b, 1 + seq, CONCAT('=1+', seq), '13', '131016', '１－２', 'T02'
       FROM seq_1_to_50005"
get "public/register/download?format=csv&name=一覧サンプル&type=T02"
is 'EX-01 no formulas' grep -qF "'=1+" "$T/page"
equal "$(grep -c . "$T/page")" 50002 'as many as a file holds, and a word'
is 'which says that there are more' grep -qF 'ここまでで' "$T/page"
sql "DELETE FROM register_office WHERE name LIKE '=1+%'"
end
