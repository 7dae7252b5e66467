# asof.sh - 過去の時点の登録簿.
. tests/lib.sh
. tests/asof.sh

get intranet/register/asof
leads_to /account/login 'nobody is led to the login'
desk_staff ministry reviewer mhlw
get intranet/register/asof
status 403 'AZ-01 it is not for ministries'
desk_staff admin administrator
get intranet/register/asof
status 403 'AZ-01 nor for administrators'

lived "name=時点$$商事株式会社"
# in_words DAY [CHANGE…]: as pages write it
in_words() { date -d "$*" '+%Y年%-m月%-d日'; }
# shown QUERY: state of our number in the list, with the numbers of that day.
list() { get "intranet/register/asof?$1"; }
row() {
	tr '\n' ' ' <"$T/page" | sed 's/<tr>/\n/g; s/<\/tr>/\n/g' |
		grep -F ">$NUMBER<" | sed -e 's/<[^>]*>/ /g' | tr -s ' ' |
		sed 's/^ //; s/ $//'
}
counted() {
	text | grep -oE '有効だった登録 [0-9,]+' | tr -dc 0-9
}

list ''
status 200
list "q=$NUMBER"
equal "$(row)" '' 'it does not hold any more'
list "q=$NUMBER&state=abolished"
is 'it is with the abolished' grep -qF '廃止' <<<"$(row)"
before=$(list "$(at 2 23 58)"; counted)
list "$(at 2 23 58)&q=$NUMBER"
equal "$(row)" '' 'a minute before it was registered'
list "$(at 2 23 59)&q=$NUMBER"
is 'in the minute in which it was' grep -qF '有効' <<<"$(row)"
equal "$(counted)" $((before + 1)) 'one more was in force'
list "$(at 2)&q=$NUMBER"
is 'a day means its end' grep -qF "$NUMBER" <<<"$(row)"
says '23時59分' 'and says so'
list "$(at 1)&q=$NUMBER"
equal "$(row)" '' 'not on the day before'
list "$(at 3 0 0)&q=$NUMBER"
is 'midnight belongs to the new day' grep -qF " 1 20 $(in_words "$(d 2)") " <<<"$(row)"
list "$(at 4)&q=$NUMBER"
is 'a notice on its way changes nothing' grep -qF ' 1 20 ' <<<"$(row)"
list "$(at 5)&q=$NUMBER"
is 'accepted it counts' grep -qF ' 1 33 ' <<<"$(row)"
list "$(at 6)&q=$NUMBER"
is 'the last day of five years' grep -qF \
	"$(in_words "$(d 2)" 5 year -1 day)" <<<"$(row)"
list "$(at 7)&q=$NUMBER&state=all"
is 'it was abolished' grep -qF '廃止' <<<"$(row)"
equal "$(counted)" "$before" 'one less'
list "$(at 6)&q=$NUMBER&state=abolished"
equal "$(row)" '' 'not the day before'

# --- Sought ------------------------------------------------------------------

list "$(at 6)&q=%E6%99%82%E7%82%B9$$"
is 'by how its name begins' grep -qF "$NUMBER" <<<"$(row)"
list "$(at 6)&q=%E7%82%B9$$"
equal "$(row)" '' 'only by how it begins'
list "$(at 6)&q=${NUMBER%?}"
is 'by how its number begins' grep -qF "$NUMBER" <<<"$(row)"
list "q=%25&state=all"
equal "$(row)" '' 'a sign of the pattern means itself'
list 'day.year=2022&day.month=2&day.day=31'
status 200
says '日付を読み取れませんでした' 'a day that is none'
list "day.year=9000&day.month=1&day.day=1&hour=99&minute=x&state=x&after=x&before=-&at=x"
status 200 'nonsense is passed over'
list "$(at 6)"
has 'href="/register/entry?id=' 'the way to each'
get intranet/home/index
has 'href="/register/asof"' 'the way to it'
get "intranet/register/entry?id=$APP"
get "intranet/tokutei/history?id=$APP"
has "href=\"/register/entry?id=$APP\"" 'and from the history'
hasnt 過去の時点の内容を閲覧した 'looks are no acts'
get "intranet/tokutei/history?id=$APP&views=1"
says 過去の時点の内容を閲覧した 'LG-01 but they are in it'
follow_link=$(list "$(at 6)&q=$NUMBER"; link_to /register/entry)
get "$follow_link"
status 200
says "$NUMBER"

# --- Renewed, revived --------------------------------------------------------

# The last day as it was known then, from what is written about it.
R=$(registration id)
until_was() { list "$(at "$1")&q=$NUMBER&state=all"; row | awk '{ print $(NF-1) }'; }
sql "UPDATE registration SET state = 'active', ends_on = NULL,
	valid_until = '$(d 2)' + INTERVAL 10 YEAR - INTERVAL 1 DAY WHERE id = $R;
	DELETE FROM registration_event WHERE registration = $R;
	INSERT INTO registration_version (registration, version, application, kind, from_at)
	SELECT id, version, application, 'renewal', '$(d 7) 00:00:00' FROM registration WHERE id = $R"
equal "$(until_was 6)" "$(in_words "$(d 2)" 5 year -1 day)" 'before a renewal'
equal "$(until_was 7)" "$(in_words "$(d 2)" 10 year -1 day)" 'and after it'
sql "INSERT INTO registration_event (registration, act, at, role, state, day)
	VALUES ($R, 'expire', '$(d 4) 00:00:00', '', 'expired', '$(d 4)'),
	       ($R, 'revive', '$(d 5) 00:00:00', 'applicant', 'active', '2040-05-31')"
equal "$(until_was 3)" "$(in_words "$(d 2)" 5 year -1 day)"
equal "$(until_was 6)" 2040年5月31日 'a revival says its last day'
list "$(at 4)&q=$NUMBER&state=expired"
is 'it had expired' grep -qF '失効' <<<"$(row)"
list "$(at 5)&q=$NUMBER&state=expired"
equal "$(row)" '' 'and came back'

# --- Pages -------------------------------------------------------------------

sesshuctl generate --sent --applications 60 --offices 1 --desks=mhlw >/dev/null
sql "INSERT INTO registration (public_id, application, version, number, state,
            registered_on, valid_until, offices, persons, registered_by, at)
     SELECT RANDOM_BYTES(16), p.id, p.sent, CONCAT('Z$$-', LPAD(@n := @n + 1, 4, '0')),
            'active', '$(d 1)', '$(d 1)' + INTERVAL 5 YEAR, 1, 3,
            (SELECT MAX(id) FROM account), '$(d 1) 00:00:00'
       FROM (SELECT @n := 0) zero,
            (SELECT p.id, p.sent
               FROM application p
               LEFT JOIN registration r ON r.application = p.id
              WHERE r.id IS NULL AND p.sent IS NOT NULL AND p.parent IS NULL
              ORDER BY p.id DESC LIMIT 60) p;
     INSERT INTO registration_version (registration, version, application, kind, from_at)
     SELECT id, version, application, 'first', at FROM registration WHERE number LIKE 'Z$$-%'"
numbers() { grep -oE ">Z$$-[0-9]+<" "$T/page" | tr -dc '0-9\n' | sed "s/^$$//"; }
list "$(at 6)&q=Z$$-"
equal "$(numbers | wc -l)" 50 'fifty a page'
equal "$(numbers | head -n 1)" 0001 'by number'
hasnt 'rel="prev"'
get "$(link_to 'after=')"
equal "$(numbers | wc -l) $(numbers | head -n 1)" '10 0051' 'then the rest'
hasnt 'rel="next"'
get "$(link_to 'before=')"
equal "$(numbers | wc -l) $(numbers | head -n 1)" '50 0001' 'and back'
sql "DELETE v FROM registration_version v JOIN registration r ON r.id = v.registration
	WHERE r.number LIKE 'Z$$-%';
	DELETE m FROM registration_missing m JOIN registration r ON r.id = m.registration
	WHERE r.number LIKE 'Z$$-%';
	DELETE FROM registration WHERE number LIKE 'Z$$-%'"
end
