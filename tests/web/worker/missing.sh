# missing.sh - reminders of offices without an institution: when it is
# registered, after 30 and 90 days, then every half-year.
. tests/lib.sh
. tests/missing.sh

desk_sent
ID=$APP
P=$(sql "SELECT id FROM application WHERE public_id = UNHEX('$APP')")
# Until day N (counted from today in Japan, noon).
day() { clock_set $(($1 * 86400)); }
# Mails themselves go after 90 days.
told() { sql "SELECT COUNT(*) FROM audit WHERE act = 'missing.remind'
	AND object_id = UNHEX('$ID')"; }
work() { sesshuctl work --once; }
# tells N DAYS: after so many days there have been N mails.
tells() {
	day "$2"
	is 'the worker works' work
	equal "$(told)" "$1" "${3:-after $2 days}"
}

mail_wait "$ME"
sql "UPDATE office SET inst_secured = 'no' WHERE number = 2 AND version =
	(SELECT sent FROM application WHERE id = $P)"
registers "$P" 0 "Y$$-0001"
tells 1 0 'at once'
tells 1 0 'and not again'
mail_wait "$ME" '接種実施医療機関が決まっていない事業所があります'
mail_has "Y$$-0001"
mail_has /account/login
isnt 'PD-06 nothing of the offices' grep -qF 見本工場 <<<"$(mail_text)"
tells 1 29
tells 2 30
tells 2 89
tells 3 90
tells 3 175 'before the half-year'
tells 4 185
tells 4 355
tells 5 367
tells 6 1100 'who was not reminded for long hears it once'
equal "$(sql "SELECT COUNT(DISTINCT reminded_at) FROM registration_missing m
	JOIN registration r ON r.id = m.registration
	WHERE r.application = $P AND m.reminded_at IS NOT NULL")" 1 \
	'every desk knows when'

# --- What is over is not reminded of --------------------------------------------

sql "UPDATE registration SET state = 'expired' WHERE application = $P"
tells 6 1500 'a registration that has ended'
sql "UPDATE registration SET state = 'active' WHERE application = $P"
tells 7 1500 'and one that has come back'
in_force "$P" "UPDATE office SET inst_secured = 'yes' WHERE version = @w;"
tells 7 1600 'all of it is settled'
in_force "$P" "UPDATE office SET inst_secured = 'no' WHERE version = @w AND number = 1;"
tells 8 1600 'it lies open again'
tells 9 1630 'and the days begin anew'
end
