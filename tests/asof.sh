# asof.sh - for tests of past moments; after tests/lib.sh.
#
#	lived [n=v…]     a company whose application was sent today; registered
#	                 23:59:30 two days on; a light change on day 3 and a
#	                 change notice that was sent on day 4 and accepted on day
#	                 5, all at noon; abolished on day 7. It is day 8. APP,
#	                 NUMBER, CHANGE (receipt); the browser registrar asks.
#	d N              the Nth day
#	at N [H M]       the query of that day
#	on DAY BROWSER   that browser asks, at noon of the Nth day or D HH:MM:SS
# shellcheck shell=bash
. tests/ended.sh

TODAY=$(TZ=Asia/Tokyo date +%F)
d() { date -d "$TODAY $1 day" +%F; }
at() {
	date -d "$TODAY $1 day" '+day.year=%Y&day.month=%-m&day.day=%-d' | tr -d '\n'
	[ $# -lt 2 ] || printf '&hour=%s&minute=%s' "$2" "$3"
}
on() {
	at_day "$(d "$1")" "${3:-12:00}"
	browser "$2"
	signed_in
}
procedure() {
	get public/registered/procedure
	submit public/registered/procedure act=change
	get "public/tokutei/office?id=$FIRST"
	submit "public/tokutei/office?id=$FIRST" act=save "$@"
	get public/registered/change
	submit public/registered/change act=send
}

lived() {
	browser sender
	confirmed "$@"
	registrar registrar
	on 2 registrar 23:59:30
	register
	desk_company
	FIRST=$(sql "SELECT LOWER(HEX(o.public_id)) FROM registration r
		JOIN office o ON o.version = r.version WHERE r.number = '$NUMBER'")
	on 3 company
	procedure fax=0312340000
	on 4 company
	procedure name=新霞が関支店 business.0.own=33
	local child
	child=$(sql "SELECT LOWER(HEX(c.public_id)) FROM application c
		JOIN application p ON p.id = c.parent
		WHERE p.public_id = UNHEX('$APP') ORDER BY c.id DESC LIMIT 1")
	CHANGE=$(receipt_of "$child")
	desk_staff clerk reviewer mhlw
	on 5 clerk
	get "intranet/tokutei/application?id=$child"
	submit "intranet/tokutei/application?id=$child" act=confirm opinion=register reason=よい
	on 5 registrar
	get "intranet/tokutei/registration?id=$child"
	submit "intranet/tokutei/registration?id=$child" act=register
	equal "$(state_of "$child")" accepted 'a change was accepted'
	on 7 company
	get public/registered/abolition
	# shellcheck disable=SC2046
	submit public/registered/abolition act=check reason=closed \
		$(date -d "$(d 7)" '+day.year=%Y day.month=%-m day.day=%-d')
	post public/registered/abolition act=send
	equal "$(registration state)" abolished 'and it was abolished'
	on 8 registrar
}
