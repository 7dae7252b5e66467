# pause.sh - 確認番号 again and again: limits by the clock (security AU-31).
. tests/lib.sh
. tests/account.sh
me=$(someone pause)
account_make "$me" reviewer ministry
account=$(account_id "$me")

begin() {
	staff_password "$me"
	follow
}
codes() { sql "SELECT COUNT(*) FROM passcode WHERE account = $account"; }
notices() {
	sql "SELECT COUNT(*) FROM outbox WHERE recipient = '$me'
	      AND template = 'passcode_notice'"
}

# --- ten minutes ----------------------------------------------------------------------------
begin
mail_wait "$me" || end
code=$(mail_code)
clock_set 600
submit intranet/account/passcode act=check "code=$code"
follow
says 'この確認番号は期限（10分）が過ぎています' 'AU-31 after ten minutes a code is over'
clock_set 590
submit intranet/account/passcode act=check "code=$code"
leads_to /home/index 'AU-31 before that it is good'
clock_set 0

# --- sixty seconds, five an hour --------------------------------------------------------------
browser hour
begin
submit intranet/account/passcode act=send
leads_to /account/passcode 'another code at once'
follow
says '60秒たってから' 'AU-31 not before a minute is over'
equal "$(codes)" 2 'AU-31 and none is made'
for i in 61 122 183; do
	clock_set $i
	submit intranet/account/passcode act=send
	follow
	says '番号をもう一度送りました' "AU-31 after $i seconds one more"
done
clock_set 244
submit intranet/account/passcode act=send
follow
says '1時間に5通まで' 'AU-31 five in an hour'
equal "$(codes)" 5 'AU-31 and no sixth'

# --- which address --------------------------------------------------------------------------------
clock_set 8000
sql "INSERT INTO account_mail (account, mail) VALUES ($account, 'second.$me')"
browser choice
begin
says 'se***@example.jp' 'a second address can be chosen'
hasnt "second.$me" 'and is masked as well'
clock_add 61
submit intranet/account/passcode act=send to=1
follow
mail_wait "second.$me" '確認番号'
says '送り先' 'it went there'
submit intranet/account/passcode act=check "code=$(mail_code)"
leads_to /home/index 'and its code opens'

# --- ten failures in a day ------------------------------------------------------------------------------
clock_set 20000
sql "INSERT INTO passcode_failure (account, session, at)
     SELECT $account, 0, $(time_sql -7200) FROM seq_1_to_9"
browser ten
begin
equal "$(notices)" 0 'nine failures: no notice'
submit intranet/account/passcode act=check code=000000
follow
equal "$(notices)" 1 'AU-31 the tenth in a day: a notice'
mail_wait "$me" || end
until grep -q 失敗 <<<"$(mail_subject)"; do mail_wait "$me" || end; done
mail_has '10回失敗' 'AU-31 that says what happened'
clock_add 61
submit intranet/account/passcode act=send
follow
says 'しばらく番号を送れません' 'AU-31 no more codes'
browser ten2
n=$(codes)
begin
says 'しばらく番号を送れません' 'AU-31 nor for another login'
equal "$(codes)" "$n" 'AU-31 none is made'
clock_add 3600
browser ten3
begin
equal "$(codes)" $((n + 1)) 'AU-31 after an hour there is one'

# --- many at once -------------------------------------------------------------------------------------------
sql "DELETE FROM passcode_failure WHERE account = $account"
clock_set 40000
browser brute
begin
token=$(value_of token)
for i in {1..40}; do
	curl --silent --cookie "sid=$(cookie sid)" --output /dev/null \
		--header 'Sec-Fetch-Site: same-origin' --data act=check \
		--data-urlencode "token=$token" --data "code=$((100000 + i))" \
		"$INTRANET_URL/account/passcode" &
	[ $((i % 10)) != 0 ] || wait
done
wait
equal "$(sql "SELECT COUNT(*) FROM passcode_failure WHERE account = $account")" 5 \
	'AU-31 of forty tries at once five are checked'
end
