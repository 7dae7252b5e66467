# login.sh - ログイン: login id and password.
. tests/lib.sh
. tests/account.sh
me=$(someone login)
account_make "$me"

get public/account/login
status 200
says 'ログイン' 'the page'
for to in start password forgot; do
	has "href=\"/account/$to\"" "a link to $to"
done
has 'autocomplete="username"' 'a password manager may fill in the login id'
has 'autocomplete="current-password"' 'and the password'

submit public/account/login act=login
follow
says 'ログインIDを入力してください' 'an empty form: the login id'
says 'パスワードを入力してください' 'and the password'

# --- AU-12: one answer, whatever is wrong -------------------------------------------------
off=$(someone off)
account_make "$off"
sql "UPDATE account SET state = 'disabled' WHERE login = '$off'"
staff=$(someone staff)
account_make "$staff" reviewer ministry
unset_one=$(someone unset)
account_make "$unset_one"
sql "UPDATE account SET password = '' WHERE login = '$unset_one'"

# answer LOGIN PASSWORD: redirection and page, without what differs anyway.
answer() {
	browser "answer $1"
	login "$1" "$2"
	{
		grep -iv '^\(date\|x-request-id\):' "$T/head"
		follow
		grep -iv '^\(date\|x-request-id\|content-length\):' "$T/head"
		sed 's/value="[^"]*"//g; s/2[0-9]*年.*分//' "$T/page"
	} >"$T/answer" 2>&1
	cat "$T/answer"
}
wrong=$(answer "$me" not-the-1-password)
equal "$(answer nobody@example.jp "$PASSWORD")" "$wrong" 'AU-12 nobody of that name: the same answer'
equal "$(answer "$off" "$PASSWORD")" "$wrong" 'AU-12 a disabled account: the same answer'
equal "$(answer "$staff" "$PASSWORD")" "$wrong" 'AU-12 staff on the public site: the same answer'
equal "$(answer "$unset_one" "$PASSWORD")" "$wrong" 'AU-12 no password yet: the same answer'
equal "$(answer "$unset_one" '')" "$(answer "$me" '')" 'AU-12 an empty one: the same answer'
browser first
login "$me" not-the-1-password
follow
says 'ログインIDまたはパスワードが違います' 'one message for every cause'
equal "$(value_of login)" "$me" 'the login id need not be typed again'
hasnt not-the-1 'the password is not on the page'

submit public/account/login act=clear
follow
says '入力した内容をすべて消しますか' 'クリア asks first'
submit public/account/login act=clear_yes
follow
equal "$(value_of login)" '' 'then the page is empty'
hasnt 'ログインIDまたはパスワードが違います' 'and says nothing'

# --- the right one --------------------------------------------------------------------------
login "$me"
leads_to /tokutei/home 'the right password leads home'
equal "$(sql "SELECT outcome FROM login_record l JOIN account a ON a.id = l.account
               WHERE a.login = '$me' ORDER BY l.id DESC LIMIT 1")" ok 'it is recorded'
get public/account/login
leads_to /tokutei/home 'who is signed in need not do it again'
browser wide
login "${me^^}"
leads_to /tokutei/home 'capitals in the login id do not matter'
browser case
login "$me" "${PASSWORD^^}"
leads_to /account/login 'in the password they do'
browser nfkc
login "$me" ｋａｚ３-yubiwamu
leads_to /tokutei/home 'a full-width password is the same password'

# --- a double click: the browser drops the first answer ---------------------------------------
# again: what the same page sends once more.
again() {
	cp "$T/shown" "$T/page"
	submit public/account/login act=login "login=$me" "password=$PASSWORD"
}
browser double
get public/account/login
cp "$T/page" "$T/shown"
cp "$JAR" "$T/jar"
again
first=$(cookie sid)
again
leads_to /tokutei/home 'CS-06 sent again after the answer came: it leads home'
equal "$(cookie sid)" "$first" 'CS-06 and the session stays'
cp "$T/jar" "$JAR"
again
leads_to /tokutei/home 'CS-06 sent again before it came: it leads home'
equal "$(cookie sid)" "$first" 'CS-06 with the session of the first answer'
get public/account/sessions
status 200 'CS-06 which is a good one'
browser thief
again
isnt 'CS-06 another browser gets no session' grep -qi '^set-cookie' "$T/head"
cp "$T/jar" "$JAR"
clock_set 61
again
isnt 'CS-06 nor does anybody after a minute' grep -qi '^set-cookie' "$T/head"
clock_set 0
equal "$(sql "SELECT COUNT(*) FROM form_key WHERE cookie LIKE '%$first%'")" 0 \
	'CS-06 the cookie itself is not stored'

# --- AU-01: a weaker string is made anew ------------------------------------------------------
weak='$argon2id$v=19$m=19456,t=2,p=1$DIiID9o4bJG6TIfxtPtzwQ$GKT4INGfpiCRPL+WXpKlvQJIAhA4shTuYlOXDdea140'
sql "UPDATE account SET password = '$weak' WHERE login = '$me'"
browser rehash
login "$me"
leads_to /tokutei/home 'AU-01 a password that was hashed with less effort works'
stored=$(sql "SELECT password FROM account WHERE login = '$me'")
equal "${stored:0:31}" '$argon2id$v=19$m=65536,t=2,p=1$' 'AU-01 and is hashed anew'

# --- CS-07: where a login leads ---------------------------------------------------------------
# next_of ADDRESS: where the login leads when it was asked for.
next_of() {
	browser next
	forget_cookies
	get "public/account/login?next=$1"
	submit public/account/login act=login "login=$me" "password=$PASSWORD"
	header_of Location
}
equal "$(next_of /account/sessions)" /account/sessions 'CS-07 a page of the list'
for bad in //evil.example.jp '/%5Cevil.example.jp' https://evil.example.jp \
	'javascript:x' /account/sessions/../evil /account/login '%0d%0aX:y' ''; do
	equal "$(next_of "$bad")" /tokutei/home "CS-07 not to ${bad:-nothing}"
done
browser asked
get public/account/sessions
leads_to /account/login 'who is nobody is led to the login'
follow
submit public/account/login act=login "login=$me" "password=$PASSWORD"
leads_to /account/sessions 'and then to what was asked for'

# --- AU-07: nobody is there by default ------------------------------------------------------------
isnt 'AU-07 no account stands in the schema or its data' \
	grep -rqiE 'INSERT (IGNORE )?INTO account\b' sql/schema sql/data
browser admin
for name in admin root administrator sesshu test guest; do
	login "$name" "$name"
	[ "$(header_of Location)" = /account/login ] || bail "AU-07 $name"
done
ok 'AU-07 no usual name opens anything'

# --- AU-12: the same time ----------------------------------------------------------------------------
# Somebody and nobody in turn. Other work on the machine only ever adds time, so
# the fastest of each are compared: of at least forty, of more while the machine
# is busy. On a quiet one, where a login takes 55 ms, the medians say the same.
browser time
get public/account/login
form_token=$(value_of token)
# attempt LOGIN: microseconds until the answer.
attempt() {
	curl --silent --output /dev/null --cookie "sid=$(cookie sid)" \
		--header 'Sec-Fetch-Site: same-origin' \
		--data-urlencode "token=$form_token" --data act=login \
		--data-urlencode "login=$1" --data password=wrong-1-wrong \
		--write-out '%{time_starttransfer}' "$PUBLIC_URL/account/login" |
		tr -d .
}
some=99999999
none=99999999
apart=99999999
limit=0
for ((i = 0; i < 40 || (${apart#-} >= limit && i < 400); i++)); do
	us=$((10#$(attempt "$me")))
	[ $us -ge $some ] || some=$us
	us=$((10#$(attempt nobody@example.jp)))
	[ $us -ge $none ] || none=$us
	apart=$((some - none))
	limit=$((none > 50000 ? none / 10 : 5000))
done
is "AU-12 the times are less than $limit us apart ($apart us of $none)" \
	test "${apart#-}" -lt "$limit"
end
