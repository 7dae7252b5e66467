# list.sh - 作業一覧.
. tests/lib.sh
. tests/desk.sh

# A desk that no other test knows, with seven units on it.
sql "INSERT INTO ministry (code, name, sort) VALUES ('w$$', '見本省$$', 900)"
M=$(sql "SELECT id FROM ministry WHERE code = 'w$$'")
TOLD=$(sesshuctl generate --sent --applications 7 --offices 2 --desks=fsa)
LAST=$(grep -oE ' application=[0-9]+' <<<"$TOLD" | sed 's/.*=//')
OURS="application BETWEEN $((LAST - 6)) AND $LAST"
sql "UPDATE unit_type SET ministry = $M
      WHERE unit IN (SELECT id FROM review_unit WHERE $OURS);
     UPDATE review_unit SET ministry = $M, state = 'dropped' WHERE $OURS"
# unit N STATE SINCE PREF PERSONS NAME KEY
unit() {
	sql "UPDATE review_unit SET state = '$2', since = '$3', pref = '$4',
	            persons = $5, name = '$6', search_key = '$7',
	            founder = 'private', receipt = 'T-20210101-000000$1'
	      WHERE application = $((LAST - 7 + $1)) AND ministry = $M"
}
unit 1 open '2021-01-05 00:00:00' 13 20 いちご商事 いちご商事
unit 2 open '2021-01-03 00:00:00' 13 1001 にんじん食品 にんじん食品
unit 3 open '2021-01-03 00:00:00' 27 21 株式会社さくら さくら
unit 4 open '2021-01-01 00:00:00' 01 300 株式会社さんま さんま
unit 5 inquiry '2021-01-02 00:00:00' 13 50 いか水産 いか水産
unit 6 answered '2021-01-02 00:00:00' 13 50 'ろうそく\"><b>&' ろうそく
unit 7 dropped '2021-01-02 00:00:00' 13 50 ないしょ ないしょ
sql "UPDATE review_unit SET due_on = '2021-02-01' WHERE ministry = $M
      AND state = 'inquiry'"

order() { grep -oE 'T-20210101-000000[0-9]' "$T/page" | grep -oE '.$' | awk '!s[$0]++' | tr -d '\n'; }
list() { get "intranet/tokutei/list$1"; }
lists() { list "$1"; equal "$(order)" "$2" "${3:-$1 finds $2}"; }

desk_staff one$$ reviewer "w$$"
lists '' 4231 'what awaits the desk, the oldest first'
says '確認待ち 4' 'how many await it'
says '照会中 1'
says '回答あり 1'
says '期限切れ 1'
says '4 件'
says 'いまの状態になった日の古い順'
has 'aria-sort="ascending"'
hasnt 'ないしょ' 'what the desk lost is not there'
hasnt 'formaction' 'a ministry does not register'

# --- Narrowed, in another order ----------------------------------------------

lists '?state=inquiry' 5 'a state'
says '2021-02-01' 'with the day of the answer'
says '期限切れ'
lists '?state=answered' 6
hasnt '<b>&' 'a name is escaped'
says 'ろうそく"><b>&'
lists '?due=over' 5 'not answered in time'
lists '?pref=13' 21 'a prefecture'
says '2 件'
has 'href="/tokutei/list?state=open&amp;sort=since"' \
	'the chip takes it away'
lists '?size=1' 1 'to 20 people'
lists '?size=2' 3 'to 100'
lists '?size=3' 4 'to 1,000'
lists '?size=4' 2 'above'
lists '?founder=public' '' 'a founder'
says '条件に合う申請はありません'
lists '?founder=private&pref=27' 3 'both together'
lists '?age=30' 4231 'for a month'
lists '?whose=mine' ''
lists '?whose=nobody' 4231
lists '?sort=persons' 2431 'the most people first'
has 'aria-sort="descending"'
lists '?sort=persons&size=4' 2
lists '?state=inquiry&sort=due' 5
TYPE=$(sql "SELECT t.type FROM unit_type t JOIN review_unit u ON u.id = t.unit
	WHERE u.application = $((LAST - 6)) AND u.ministry = $M LIMIT 1")
list "?type=$TYPE"
is 'a type of business' grep -q 1 <<<"$(order)"
lists '?type=T01' '' 'one that nobody has'
lists '?sort=persons&type=T01' ''

lists '?q=%E3%81%95' 34 'names that begin so, whatever their legal form'
says '「さ」で始まる'
lists '?q=%E6%A0%AA%E5%BC%8F%E4%BC%9A%E7%A4%BE%E3%82%B5' 34 \
	'however it is spelled'
lists '?q=%E3%81%84' 51 'in all states, in the order of names'
says '照会中'
lists '?q=%25' '' 'a sign of the pattern means itself'
lists '?q=T-20210101-0000002' 2 'a receipt number'
lists '?q=%EF%BC%B4-20210101' 123456 'how it begins'
lists '?pref=99&sort=nonsense&state=gone&after=x&before=-1&size=9' 4231 \
	'what makes no sense is passed over'

# --- Pages -------------------------------------------------------------------

P=$(sql "SELECT CONCAT(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', since), '-', id)
	FROM review_unit WHERE application = $((LAST - 5)) AND ministry = $M")
lists "?after=$P" 31 'from a place on'
has 'rel="prev"'
hasnt 'rel="next"'
lists "?before=$P" 4 'and up to it'
has 'rel="next"'
hasnt 'rel="prev"'
get "$(link_to 'after=')"
equal "$(order)" 231 'and on again'
list "?after=4070908800000000-1"
leads_to /tokutei/list 'behind the end is the beginning'
list "?sort=persons&after=300-999999999"
equal "$(order)" 431 'in another order'

# --- Whose it is -------------------------------------------------------------

page_id() { sql "SELECT LOWER(HEX(public_id)) FROM application WHERE id = $((LAST - 7 + $1))"; }
assignee() {
	sql "SELECT COALESCE((SELECT c.name FROM account c WHERE c.id = assignee), '-')
	       FROM review_unit WHERE application = $((LAST - 7 + $1)) AND ministry = $M"
}
list '?pref=13'
post intranet/tokutei/list act=take
has 'none=1' 'nothing was picked'
follow
says '申請を1件以上選んでください'
has 'pref=13' 'the filter stays'
list '?pref=13'
post intranet/tokutei/list act=take "pick=$(page_id 1)" "+pick=$(page_id 2)"
leads_to /tokutei/list
follow
says '2件を自分の担当にしました'
equal "$(order)" 21 'the filter stays'
equal "$(assignee 1) $(assignee 2)" "見本 one$$ 見本 one$$" 'both are mine'
equal "$(sql "SELECT COUNT(*) FROM audit WHERE act = 'application.take'
	AND object_id IN (UNHEX('$(page_id 1)'), UNHEX('$(page_id 2)'))")" 2 \
	'the trail has it'
equal "$(sql "SELECT COUNT(*) FROM application WHERE begun_at IS NOT NULL
	AND id BETWEEN $((LAST - 6)) AND $((LAST - 5))")" 2 'the desk has begun'
lists '?whose=mine' 21
lists '?whose=nobody' 43
list ''
post intranet/tokutei/list act=release "pick=$(page_id 1)" "+pick=$(page_id 3)"
follow
says '1件の担当から外れました' 'only my own'
equal "$(assignee 1)" - 'it is nobody'"'"'s again'

desk_staff two$$ reviewer "w$$"
list ''
says "見本 one$$" 'a colleague sees whose it is'
post intranet/tokutei/list act=take "pick=$(page_id 2)" "+pick=$(page_id 3)"
leads_to /tokutei/assignment 'a colleague has one of them'
equal "$(assignee 2) $(assignee 3)" "見本 one$$ -" 'nothing was changed'

# --- What is not there -------------------------------------------------------

list ''
post intranet/tokutei/list act=take "pick=$(page_id 3)" \
	"+pick=0123456789abcdef0123456789abcdef"
status 404 'one that nobody has'
list ''
post intranet/tokutei/list act=take "pick=$(page_id 7)"
status 404 'one that the desk has lost'
list ''
post intranet/tokutei/list act=take "pick=x"
status 400
equal "$(assignee 3)" - 'nothing was changed'
sql "UPDATE review_unit SET state = 'confirmed' WHERE ministry = $M
      AND application = $((LAST - 4))"
list ''
post intranet/tokutei/list act=take "pick=$(page_id 3)"
status 409 'one that has moved on'
equal "$(assignee 3)" -
list '?state=confirmed'
equal "$(order)" 3
hasnt 'value="take"' 'what is confirmed is not taken'

desk_staff other$$ reviewer mof
list ''
hasnt 'T-20210101-000000' 'another ministry sees none of it'
post intranet/tokutei/list act=take "token=$(value_of token)" \
	"pick=$(page_id 4)"
status 404 'and can take none'
equal "$(assignee 4)" -
desk_staff last$$ registrar
list ''
status 200
hasnt 'T-20210101-000000' 'the registrar sees none before all have confirmed'
hasnt '確認済み' 'and confirms nothing'
browser nobody
list ''
leads_to /account/login
end
