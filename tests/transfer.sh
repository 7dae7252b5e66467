# transfer.sh - for tests of 所管替え; after tests/lib.sh. What is registered is
# made of tests/registered.sh.
#
#	MIC, MIC_TOO, CAO    values of an office: types of 総務省 (T14-01 and
#	                     T20-01) and of 内閣府, with 3, 4 and 5 people
#	transfer_of CODES TO [DAY]
#	                     whoever asks has these of 総務省 go there, from that
#	                     day on (2026-11-21; else today)
#	transfer_away        … and the worker has done it
#	transfer_back        all is as it was, for whoever comes next
#	desks [APP]          "3 open 1/3; 1 confirmed 1/5": ministries, states,
#	                     offices, persons; dropped ones are left out
# shellcheck shell=bash
. tests/registered.sh

MIC=(business.0.type=T14 business.0.detail1=T14-01 business.0.own=3)
MIC_TOO=(business.1.type=T20 business.1.detail1=T20-01 business.1.own=4
	business.1.external=0)
CAO=(business.1.type=T10 business.1.detail1=T10-02 business.1.detail2=T10-02-2
	business.1.own=5 business.1.external=0)

# today_or DAY: year, month, day of a form.
day_fields() {
	local day=${1:-$(TZ=Asia/Tokyo date -d "@$(($(date +%s) + $(<"$INSTANCE/clock")))" +%F)}
	DAY=("day.year=${day%%-*}" "day.month=$(cut -d- -f2 <<<"$day")"
		"day.day=${day##*-}")
}
transfer_of() {
	local from=${FROM:-mic}
	day_fields "${3:-}"
	get "intranet/admin/type?from=$from&codes=$1"
	submit "intranet/admin/type?from=$from&codes=$1" act=save what=move \
		"to=$2" "${DAY[@]}"
}
transfer_done() {
	[ "$(sql "SELECT COUNT(*) FROM type_transfer
		WHERE state IN ('planned', 'moving') AND day <= DATE($(time_sql) + INTERVAL 9 HOUR)")" = 0 ]
}
transfer_away() {
	transfer_of "$@"
	leads_to /admin/types "$1 go to $2"
	is 'the worker has moved all' wait_until 30 transfer_done
}
transfer_back() {
	sql "UPDATE business_type SET ministry = (SELECT id FROM ministry
	      WHERE code = 'mic'), valid_to = '9999-12-31'
	      WHERE code LIKE 'T14-%' OR code LIKE 'T20-%';
	     UPDATE business_type SET valid_to = '9999-12-31'
	      WHERE code IN ('T14', 'T20')"
}
desks() {
	sql "SELECT GROUP_CONCAT(CONCAT(u.ministry, ' ', u.state, ' ', u.offices,
	            '/', u.persons) ORDER BY u.ministry SEPARATOR '; ')
	       FROM review_unit u JOIN application p ON p.id = u.application
	      WHERE p.public_id = UNHEX('${1:-$APP}') AND u.role = 'reviewer'
	        AND u.state <> 'dropped'"
}
# counted: whether the counts of all desks are those of their units.
counted() {
	[ -z "$(sql "SELECT c.role, c.ministry, c.state, c.units, COUNT(u.id)
		FROM unit_count c LEFT JOIN review_unit u ON u.role = c.role
		 AND u.ministry = c.ministry AND u.state = c.state
		GROUP BY c.role, c.ministry, c.state, c.units
		HAVING c.units <> COUNT(u.id)")" ]
}
