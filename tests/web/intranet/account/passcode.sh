# passcode.sh - 確認番号: the six digits that were mailed at this login.
. tests/lib.sh
. tests/account.sh
me=$(someone staff)
account_make "$me" reviewer ministry
account=$(account_id "$me")

# begin: the password is given, the code awaited.
begin() {
	staff_password "$me"
	[ "$(header_of Location)" = /account/passcode ] || bail 'the login'
	follow
}
# A code that is surely another one.
other_code() { printf '%06d' $(((10#$1 + 1 + ${2:-0}) % 1000000)); }
failures() { sql "SELECT COUNT(*) FROM passcode_failure WHERE account = $account"; }

begin
says 'st***@example.jp' 'the page says where the code went, masked'
hasnt "$me" 'PD-06 and not the whole address'
says '送った時刻' 'when'
says 'まで' 'and until when it is good'
has 'autocomplete="one-time-code"' 'the browser may fill it in'
has 'inputmode="numeric"' 'with the right keyboard'
get intranet/home/index
leads_to /account/passcode 'AU-30 before the code nothing is open'
get intranet/account/sessions
leads_to /account/passcode 'AU-30 nor is this'
get intranet/account/passcode
mail_wait "$me" '確認番号' || end
code=$(mail_code)
equal "${#code}" 6 'AU-30 six digits'
hash=$(sql "SELECT code FROM passcode WHERE account = $account")
equal "${hash:0:31}" '$argon2id$v=19$m=19456,t=2,p=1$' 'AU-30 stored as Argon2id'
isnt 'AU-30 the digits stand in no row' \
	grep -q "$code" <<<"$(sql "SELECT data FROM outbox WHERE recipient = '$me'")"

# --- bound to the session ---------------------------------------------------------------------
browser second
begin
submit intranet/account/passcode act=check "code=$code"
leads_to /account/passcode 'AU-30 a code of another login'
follow
says '確認番号が違います。あと4回入力できます' 'AU-30 is refused, and counted'
browser first
get intranet/account/passcode
submit intranet/account/passcode act=check code=12345
follow
says '6桁の数字で入力してください' 'five digits are a slip'
equal "$(failures)" 1 'and no try'
before=$(cookie sid)
wide=$(sed 's/0/０/g;s/1/１/g;s/2/２/g;s/3/３/g;s/4/４/g;s/5/５/g;s/6/６/g;s/7/７/g;s/8/８/g;s/9/９/g' <<<"$code")
cp "$T/page" "$T/shown"
cp "$JAR" "$T/jar"
submit intranet/account/passcode act=check "code= ${wide:0:3} ${wide:3} "
leads_to /home/index 'full width and spaces are accepted'
entered=$(cookie sid)
cp "$T/shown" "$T/page"
cp "$T/jar" "$JAR"
submit intranet/account/passcode act=check "code= ${wide:0:3} ${wide:3} "
leads_to /home/index 'CS-06 a double click leads to the same place'
equal "$(cookie sid)" "$entered" 'CS-06 with the same session'
isnt 'SE-03 a new session after the code' test "$before" = "$(cookie sid)"
follow
status 200 'the entrance opens'
after=$(cookie sid)
get intranet/account/passcode
status 403 'AU-30 the code is used up: nothing awaits one'
browser replay
request intranet/home/index --cookie "sid=$before"
leads_to /account/login 'SE-03 the old session leads to the login'
equal "$after" "$(browser first; cookie sid)" 'the new one stays'

# --- five tries ------------------------------------------------------------------------------------
browser brute
mail_wait "$me" || end
begin
mail_wait "$me" || end
code=$(mail_code)
for left in 4 3 2 1; do
	submit intranet/account/passcode act=check "code=$(other_code "$code" $left)"
	follow
	says "あと${left}回入力できます" "AU-31 wrong: $left left"
	[ $left != 3 ] || {
		clock_add 61
		submit intranet/account/passcode act=send
		leads_to /account/passcode 'a new code after a minute'
		follow
		mail_wait "$me" || end
		equal "$(sql "SELECT COUNT(*) FROM passcode WHERE account = $account
		               AND used_at IS NULL AND session =
		               (SELECT MAX(session) FROM passcode)")" 1 \
			'AU-31 one code counts at a time'
		submit intranet/account/passcode act=check "code=$code"
		follow
		says 'あと2回' 'AU-31 the old code has ended; the count goes on'
		code=$(mail_code)
	}
	[ $left != 3 ] || left=2
	[ $left = 2 ] && break
done
submit intranet/account/passcode act=check "code=$(other_code "$code")"
follow
says 'あと1回' 'AU-31 a new code gives no new tries'
submit intranet/account/passcode act=check "code=$(other_code "$code")"
leads_to /account/login 'AU-31 after five: back to the password'
follow
says '5回失敗しました' 'and the page says why'
get intranet/account/passcode
leads_to /account/login 'AU-31 that login has ended'
clock_set 0
end
