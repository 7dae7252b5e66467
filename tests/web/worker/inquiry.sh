# inquiry.sh - reminders of inquiries: once before the last day, once after it.
. tests/lib.sh
. tests/inquiry.sh

desk_sent
desk_staff mhlw reviewer mhlw
inquiry_ask applicant '' applicant.tel ひみつの質問
inquiry_send
mail_wait "$ME"
mail_wait "$ME" '照会'
reminded() { sql "SELECT reminded FROM inquiry WHERE public_id = UNHEX('$INQUIRY')"; }
told() { sql "SELECT COUNT(*) FROM outbox WHERE recipient = '$ME'
	AND template = '$1'"; }
# Seconds until noon in Japan of a day.
until_day() { echo $(($(date -d "$1 03:00 UTC" +%s) - $(date +%s))); }
# Work once, now; the worker that runs beside may have been first.
work() { sesshuctl work --once; }
# business_day DAY N: N business days later, as the holidays of the database say.
business_day() {
	local day=$1 n=$2 step=1
	[ "$n" -ge 0 ] || step=-1 n=$((-n))
	while [ "$n" -gt 0 ]; do
		day=$(date -d "$day $step day" +%F)
		[ "$(date -d "$day" +%u)" -ge 6 ] ||
			[ "$(sql "SELECT COUNT(*) FROM holiday WHERE day = '$day'")" != 0 ] ||
			[[ "$day" =~ -12-29|-12-3.|-01-0[123] ]] || n=$((n - 1))
	done
	echo "$day"
}
due=$(sql "SELECT due_on FROM inquiry WHERE public_id = UNHEX('$INQUIRY')")
before=$(business_day "$due" -3)
after=$(business_day "$due" 3)

clock_set "$(until_day "$(date -d "$before -1 day" +%F)")"
is 'the worker works' work
equal "$(reminded) $(told inquiry_reminder)" '0 0' 'four days before nothing is said'
clock_set "$(until_day "$before")"
is 'the worker works' work
is 'twice' work
equal "$(reminded) $(told inquiry_reminder)" '1 1' 'three days before, once'
clock_set "$(until_day "$(date -d "$after -1 day" +%F)")"
is 'the worker works' work
equal "$(reminded) $(told inquiry_overdue)" '1 0' 'not late yet'
clock_set "$(until_day "$after")"
is 'the worker works' work
is 'twice' work
equal "$(reminded) $(told inquiry_overdue)" '2 1' 'three days late, once'
equal "$(told inquiry_reminder)" 1
equal "$(sql "SELECT COUNT(*) FROM audit WHERE act = 'inquiry.remind'
	AND object_id = UNHEX('$INQUIRY')")" 2 'LG-01'
mail_wait "$ME" '期限が近づいています'
isnt 'PD-06 without what is asked' grep -qF ひみつの質問 <<<"$(mail_text)"
mail_has /account/login 'with the address to log in'
mail_wait "$ME" '期限が過ぎています'

# --- What is over is not reminded of --------------------------------------------------

# Sessions of that time are long over.
clock_set 0
desk_staff again reviewer mhlw
get "intranet/tokutei/inquiry?id=$APP"
submit "intranet/tokutei/inquiry?id=$APP" act=cancel reason=済み
inquiry_ask applicant '' applicant.tel
inquiry_send
get "intranet/tokutei/inquiry?id=$APP"
submit "intranet/tokutei/inquiry?id=$APP" act=cancel reason=済み
clock_set "$(until_day "$after")"
is 'the worker works' work
equal "$(reminded)" 0 'a cancelled one'
end
