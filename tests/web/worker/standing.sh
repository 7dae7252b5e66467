# standing.sh - 失効: mails six, three and one months before the end, once each;
# the end at midnight in Japan; 廃止 on its day; what comes back is published.
. tests/lib.sh
. tests/ended.sh

made name=期限サンプル商事株式会社
part stop worker # its turns would come between
rows=$(published)
is 'it is on the register' test "$rows" -gt 5

# --- Mails before the end ---------------------------------------------------------

registration_set "valid_until = '2028-08-31'"
at_day 2028-02-28
is 'the worker works' work
equal "$(often warn) $(registration warned)" '0 0' \
	'six months before 31 August is 29 February in a leap year: not yet'
at_day 2028-02-29 00:00:00
is 'the worker works' work
is 'twice' work
equal "$(often warn) $(registration warned)" '1 1' 'then it is told, once'
equal "$(told registration_ending)" 1 'by a mail'
at_day 2028-05-30 23:59:00
is 'the worker works' work
equal "$(often warn)" 1 'three months before: not yet'
at_day 2028-05-31 00:01
is 'the worker works' work
equal "$(often warn) $(registration warned)" '2 2' 'then the second'
at_day 2028-07-31
is 'the worker works' work
is 'again' work
equal "$(often warn) $(registration warned)" '3 3' 'and the last, a month before'
equal "$(events)" 'warn warn warn' 'the history has them'
equal "$(desk_audit application.warn)" 3 'LG-01 so has the trail'
mail=$(sql "SELECT data FROM outbox WHERE recipient = '$ME'
	AND template = 'registration_ending' LIMIT 1")
is 'the mail has the number' grep -qF "$NUMBER" <<<"$mail"
isnt 'PD-06 and nobody by name' grep -qF 見本太郎 <<<"$mail"
part start worker
is 'a mail is there' mail_wait "$ME"
while mail_number "$ME" "$(mail_count "$ME")" && ! grep -qF 有効期間 <<<"$MAIL" &&
	mail_wait "$ME"; do :; done
part stop worker

# Of what was missed only the last goes out; a renewal begins anew.
registration_set "valid_until = '2033-08-31'"
equal "$(registration warned)" 0 'with a new last day it begins again'
at_day 2033-06-15
is 'a worker that was off for months' work
equal "$(often warn) $(registration warned)" '4 2' 'tells once'

# --- The end, at midnight -----------------------------------------------------------

registration_set "valid_until = '2028-02-29'"
at_day 2028-02-29 23:59:50
is 'the worker works' work
equal "$(registration state)" active 'the last day counts to its end'
equal "$(published)" "$rows"
at_day 2028-03-01 00:00:00
is 'the worker works' work
is 'twice' work
equal "$(registration state) $(registration ends_on)" 'expired 2028-03-01' \
	'at midnight it has expired, over a leap day'
equal "$(published)" 0 'nothing of it is left in the register'
equal "$(told registration_expired)" 1 'the business is told, once'
equal "$(desk_audit application.expire)" 1 'LG-01'
desk_company late
get public/registered/standing
status 200
says '失効' 'the business sees it'
says '2028年3月30日' 'and until when it can be revived'
get "public/register/business?number=$NUMBER"
status 404 'nobody sees it on the register'

# --- 31 December to 3 January -------------------------------------------------------

registration_set "state = 'active', r.valid_until = '2030-12-31', r.ends_on = NULL"
at_day 2030-12-31 23:59
is 'the worker works' work
equal "$(registration state)" active '31 December is a day of the old year'
at_day 2031-01-03
is 'the worker comes back on 3 January' work
equal "$(registration state) $(registration ends_on)" 'expired 2031-01-01' \
	'it ended with the year all the same'
equal "$(often expire)" 2

# --- A renewal that was sent in -------------------------------------------------------

registration_set "state = 'active', r.valid_until = '2030-04-30', r.ends_on = NULL"
sql "INSERT INTO application (public_id, state, kind, parent, mail, account,
            organisation, created_at, changed_at)
     SELECT RANDOM_BYTES(16), 'submitted', 'renewal', id, mail, account,
            organisation, created_at, changed_at
       FROM application WHERE public_id = UNHEX('$APP');
     SET @r = LAST_INSERT_ID()"
renewal=$(sql "SELECT MAX(id) FROM application WHERE kind = 'renewal'")
before=$(often warn)
at_day 2030-04-01
is 'the worker works' work
equal "$(often warn)" "$before" 'who has sent in a renewal is not reminded'
at_day 2030-05-01
is 'the worker works' work
equal "$(registration state)" active 'until it is decided, it holds'
sql "UPDATE application SET state = 'refused' WHERE id = $renewal"
is 'the worker works' work
equal "$(registration state) $(registration ends_on)" 'expired 2030-05-01' 'then no longer'
sql "DELETE FROM application WHERE id = $renewal"

# --- 廃止 on its day --------------------------------------------------------------------

registration_set "state = 'active', r.valid_until = '2033-01-31',
	r.ends_on = '2031-03-01', r.publish_due = 1"
at_day 2031-02-28 23:59
is 'the worker works' work
equal "$(registration state)" active 'the day before it holds'
equal "$(published)" "$rows" 'what came back is on the register, as it was'
equal "$(registration publish_due)" 0
at_day 2031-03-01 00:00:00
is 'the worker works' work
is 'twice' work
equal "$(registration state)" abolished 'on its day it ends'
equal "$(published)" 0
equal "$(told registration_abolished)" 1 'the business is told'
before=$(events)
at_day 2033-02-01
is 'the worker works' work
equal "$(registration state) $(events)" "abolished $before" 'what has ended does not expire'

# The running worker does it by itself.
registration_set "state = 'active', r.valid_until = '2031-05-31', r.ends_on = NULL"
at_day 2031-06-01 00:00:00
part start worker
for _ in $(seq 150); do
	[ "$(registration state)" = active ] || break
	sleep 0.1
done
equal "$(registration state)" expired 'the running worker too'
end
