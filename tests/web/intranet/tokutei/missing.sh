# missing.sh - 接種実施医療機関が未確保の事業者.
. tests/lib.sh
. tests/missing.sh

# A desk that no other test knows, with the parts of seven businesses.
sql "INSERT INTO ministry (code, name, sort) VALUES ('x$$', '見本省$$', 900)"
M=$(sql "SELECT id FROM ministry WHERE code = 'x$$'")
TOLD=$(sesshuctl generate --sent --applications 7 --offices 3 --desks=fsa)
LAST=$(grep -oE ' application=[0-9]+' <<<"$TOLD" | sed 's/.*=//')
# unit N OPEN DAYS PREF NAME KEY: business N has so many open offices, since.
unit() {
	local p=$((LAST - 7 + $1))
	sql "SET @v = (SELECT sent FROM application WHERE id = $p);
	     UPDATE version_part SET ministry = $M WHERE version = @v;
	     UPDATE office SET inst_secured = IF(number <= $2, 'no', 'yes')
	      WHERE version = @v;
	     UPDATE applicant SET at_pref = '$4', name = '$5' WHERE version = @v;
	     UPDATE review_unit SET search_key = '$6' WHERE application = $p"
	registers "$p" "$3" "X$$-000$1"
}
unit 1 1 0 13 いちご商事 いちご商事
unit 2 2 30 13 にんじん食品 にんじん食品
unit 3 3 31 27 株式会社さくら さくら
unit 4 1 90 01 株式会社さんま さんま
unit 5 2 91 13 いか水産 いか水産
unit 6 1 800 13 'ろうそく\"><b>&' ろうそく
unit 7 0 5 13 ないしょ ないしょ
# The row of the registrar would be in every other test's way.
sql "DELETE m FROM registration_missing m JOIN registration r
         ON r.id = m.registration
      WHERE m.role = 'registrar' AND r.application = $LAST - 1"

get intranet/tokutei/missing
leads_to /account/login 'nobody is led to the login'
desk_staff boss administrator
get intranet/tokutei/missing
status 403 'AZ-01 it is not for administrators'
desk_staff one$$ reviewer "x$$"

# order: the numbers of the rows on the page.
order() { grep -oE "tokutei/application\?id=[0-9a-f]+\">X$$-000." "$T/page" | sed 's/.*\(.\)$/\1/' | tr -d '\n'; }
list() { get "intranet/tokutei/missing$1"; }
lists() { list "$1"; equal "$(order)" "$2" "${3:-the list of $1}"; }

lists '' 654321 'the oldest first, none that has all'
says '事業者 6件'
says '未確保の事業所 10件'
says 'すべて 6'
says '30日まで 2'
says '31日から90日 2'
says '90日を超える 2'
hasnt '<b>&' 'a name is escaped'
says 'ろうそく"><b>&'
says "まだ" 'nobody was reminded'
lists '?age=30' 21 'to 30 days'
lists '?age=90' 43 '31 to 90'
lists '?age=over' 65 'longer'
says '2 件'
lists '?pref=13' 6521
says '東京都' 'a chip'
lists '?pref=13&age=over' 65
lists '?sort=offices' 352641 'the most offices first'
has 'aria-sort="descending"'
lists '?sort=offices&pref=13' 5261
lists '?q=%E3%81%95' 34 'names that begin so, whatever their legal form'
says '「さ」で始まる'
lists '?q=%E3%81%84&pref=13&age=over' 5
lists '?q=%25' '' 'a sign of the pattern means itself'
says '条件に合う事業者はありません'
lists "?q=X$$-0002" 2 'a registration number'
lists "?q=X$$-" 123456 'how it begins'
lists '?pref=99&age=7&sort=x&after=x&before=-1' 654321 'nonsense is passed over'

# --- Pages -------------------------------------------------------------------

reg() { sql "SELECT id FROM registration WHERE application = $((LAST - 7 + $1))"; }
at() {
	sql "SELECT CONCAT(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', since), '-', registration)
	       FROM registration_missing WHERE registration = $(reg "$1") AND ministry = $M"
}
lists "?after=$(at 4)" 321 'from a place on'
has 'rel="prev"'
hasnt 'rel="next"'
lists "?before=$(at 4)" 65 'and up to it'
has 'rel="next"'
get "$(link_to 'after=')"
equal "$(order)" 4321 'and on again'
lists "?sort=offices&after=2-$(reg 5)" 2641 'in another order'
lists "?sort=offices&before=2-$(reg 2)" 35
lists "?q=X$$-&after=0-$(reg 4)" 56
lists "?q=X$$-&before=0-$(reg 4)" 123
lists "?q=%E3%81%84&after=0-$(reg 5)" 1
lists "?q=%E3%81%84&before=0-$(reg 1)" 5
list '?after=4070908800000000-1'
leads_to /tokutei/missing 'behind the end is the beginning'

# --- One of them ---------------------------------------------------------------

sql "UPDATE review_unit SET state = 'done', ministry = $M
      WHERE application = $((LAST - 4)) LIMIT 1"
list '?pref=27'
get "$(link_to /tokutei/application)"
status 200 'the number leads to the application'
says '未確保の事業所 3件' 'which says how many lie open'

# --- As a file ---------------------------------------------------------------

list '?format=csv&age=over'
status 200
header Content-Type 'text/csv; charset=utf-8'
has '登録番号,事業者名,都道府県,未確保の事業所,未確保になった日,日数'
equal "$(grep -c "X$$-" "$T/page")" 2 'what the filter finds alone'
isnt 'no cell is a formula' grep -qE '(^|,)"?(=|＝)' "$T/page"
list '?format=xlsx'
header Content-Type application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
is 'a workbook with the rows' /usr/bin/python3 - "$T/page" "X$$-0006" <<'PY'
import sys, openpyxl
sheet = openpyxl.load_workbook(open(sys.argv[1], "rb")).active
rows = list(sheet.iter_rows(values_only=True))
assert rows[0][0] == "登録番号" and len(rows) == 7, rows
assert rows[1][0] == sys.argv[2] and rows[1][3] == 1 and rows[1][5] == 800, rows
PY
equal "$(sql "SELECT COUNT(*) FROM audit a JOIN account c ON c.id = a.account
	WHERE a.act = 'missing.export' AND c.name = '見本 one$$'")" 2 \
	'LG-01 the trail has it'

# --- A version comes into force -----------------------------------------------

sum() { sql "SELECT CONCAT(SUM(businesses), ' ', SUM(offices)) FROM missing_day
	WHERE role = 'reviewer' AND ministry = $M"; }
A=$((LAST - 4))
equal "$(sum)" '6 10'
in_force $A "UPDATE office SET inst_secured = 'yes' WHERE version = @w AND number < 3;"
equal "$(open_offices $A $M) $(sum)" '1 6 8' 'two of three are settled'
lists '' 654321 'it keeps its place, and since when'
in_force $A "UPDATE office SET inst_secured = 'yes' WHERE version = @w;"
equal "$(open_offices $A $M)$(open_offices $A 0) $(sum)" ' 5 7' 'all are settled'
lists '' 65421 'it is off the list'
in_force $A "UPDATE office SET inst_secured = 'no' WHERE version = @w AND number = 2;
	UPDATE applicant SET name = '新しい名前', at_pref = '01' WHERE version = @w;"
lists '' 654213 'it begins anew, as of now'
says '新しい名前'
equal "$(sum)" '6 8'
in_force $((LAST)) "UPDATE office SET inst_secured = 'no' WHERE version = @w;"
equal "$(open_offices $LAST $M)" 3 'one that had none before'
lists '?age=30' 2137

# --- A registration ends, and comes back ---------------------------------------

sql "UPDATE registration SET state = 'expired' WHERE application = $((LAST - 5))"
lists '' 654137 'what has ended is off the list'
equal "$(sum)" '6 9'
sql "UPDATE registration SET state = 'active' WHERE application = $((LAST - 5))"
lists '' 6542137 'and comes back as it was'
equal "$(sum)" '7 11'
equal "$(sql "SELECT COUNT(*) FROM missing_day WHERE businesses = 0 OR offices = 0")" 0 \
	'no empty sums are left'

# --- Others ------------------------------------------------------------------

desk_staff other$$ reviewer mof
list "?q=X$$-"
equal "$(order)" '' 'another ministry sees none of it'
desk_staff entry$$ registrar
lists "?q=X$$-" 123457 'the registrar sees all'
list "?q=X$$-&format=csv"
equal "$(grep -c "X$$-" "$T/page")" 6
end
