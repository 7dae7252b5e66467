# forgery.sh - requests that no page of ours sends (security CS-01 to CS-07), at
# every screen of accounts.
. tests/lib.sh
. tests/account.sh
me=$(someone forgery)
account_make "$me"

# What requests that are refused must not change.
state() {
	sql "SELECT (SELECT COUNT(*) FROM session), (SELECT COUNT(*) FROM login_record),
	            (SELECT COUNT(*) FROM outbox), (SELECT COUNT(*) FROM audit),
	            (SELECT COUNT(*) FROM application), (SELECT COUNT(*) FROM form_key),
	            (SELECT GROUP_CONCAT(password, must_change) FROM account)"
}

browser other
get public/account/login
foreign=$(value_of token)
browser first
get public/account/login
own=$(value_of token)

# raw ADDRESS CURL-ARGUMENTS…: a POST without what lib.sh adds.
raw() {
	local to=$1
	shift
	request "$to" --request POST "$@"
}

# --- CS-01, CS-02: over every button of these screens -----------------------------------------
for screen in "$BUILD"/cgi-bin/public/account/*; do
	name=${screen##*/}
	for act in $("$screen" --describe | sed -n 's/^act //p'); do
		before=$(state)
		what="$name, $act"
		raw "public/account/$name" --header 'Sec-Fetch-Site: same-origin' \
			--data "act=$act"
		status 403 "CS-01 $what: no token"
		raw "public/account/$name" --header 'Sec-Fetch-Site: same-origin' \
			--data "act=$act" --data "token=$(new_token)"
		status 403 "CS-01 $what: a wrong token"
		raw "public/account/$name" --header 'Sec-Fetch-Site: same-origin' \
			--data "act=$act" --data "token=$foreign"
		status 403 "CS-01 $what: the token of another session"
		for header in 'Sec-Fetch-Site: cross-site' 'Sec-Fetch-Site: same-site' \
			'Sec-Fetch-Site: none' 'Origin: https://evil.example.jp' \
			'Origin: null' "Origin: $PUBLIC_URL.evil.example.jp" \
			"Origin: $INTRANET_URL" 'X-Nothing: at all'; do
			raw "public/account/$name" --header "$header" \
				--data "act=$act" --data "token=$own"
			status 403 "CS-02 $what: $header"
		done
		equal "$(state)" "$before" "CS-01 $what: nothing has changed"
	done
done
raw public/account/login --header 'Sec-Fetch-Site: cross-site' \
	--header "Origin: $PUBLIC_URL" --data act=login --data "token=$own"
status 403 'CS-02 the word of the browser counts before the origin'
raw public/account/login --header "Origin: $PUBLIC_URL" --data act=login \
	--data "token=$own"
leads_to /account/login 'CS-02 without it the origin is enough'

# --- CS-03 ---------------------------------------------------------------------------------------
tables() {
	for t in $(sql 'SHOW TABLES' | grep -vE '^(session|postal|city|town|audit_chain)'); do
		sql "CHECKSUM TABLE $t"
	done
}
browser reader
login "$me"
sleep 0.3
before=$(tables)
for page in login start forgot open password logout sessions passcode reset; do
	get "public/account/$page"
	request "public/account/$page" --head
	get "public/account/$page?sent=1&done=x&ended=y&next=z&clear=ask&id=0"
done
equal "$(tables)" "$before" 'CS-03 looking at pages changes no row'

# --- CS-04 ---------------------------------------------------------------------------------------
browser first
get public/account/login
own=$(value_of token)
for type in application/json text/plain text/xml ''; do
	raw public/account/login --header 'Sec-Fetch-Site: same-origin' \
		--header "Content-Type: $type" --data "act=login&token=$own"
	status 415 "CS-04 a body of type ${type:-none}"
done
for method in PUT DELETE PATCH TRACE OPTIONS; do
	request public/account/login --request $method
	status 405 "CS-04 $method"
done

# --- CS-05 ---------------------------------------------------------------------------------------
raw public/account/login --header 'Sec-Fetch-Site: same-origin' \
	--data "act=login&token=$own&login=a&login=b&password=x"
status 400 'CS-05 a field that comes twice'
raw "public/account/login?login=$me&password=$PASSWORD&act=login" \
	--header 'Sec-Fetch-Site: same-origin' --data "token=$own"
status 400 'CS-05 query and body are never merged: no act in the body'
raw "public/account/login?login=$me&password=$PASSWORD" \
	--header 'Sec-Fetch-Site: same-origin' --data "token=$own&act=login"
leads_to /account/login 'CS-05 nor are the fields taken from the query'
raw public/account/login --header 'Sec-Fetch-Site: same-origin' \
	--data "act=burn&token=$own"
status 400 'a button that the page does not have'

# --- CS-06: the same form twice ---------------------------------------------------------------------
twice=$(someone twice)
get public/account/start
cp "$T/page" "$T/shown"
submit public/account/start act=send "mail=$twice" "again=$twice"
leads_to /account/start 'CS-06 sent once'
cp "$T/shown" "$T/page"
submit public/account/start act=send "mail=$twice" "again=$twice"
leads_to /account/start 'CS-06 the same form again leads to the same place'
equal "$(sql "SELECT COUNT(*) FROM outbox WHERE recipient = '$twice'")" 1 \
	'CS-06 and nothing is done twice'
both=$(someone both)
get public/account/start
body=(--silent --output /dev/null --cookie "sid=$(cookie sid)"
	--header 'Sec-Fetch-Site: same-origin' --data act=send
	--data-urlencode "token=$(value_of token)" --data "key=$(value_of key)"
	--data-urlencode "mail=$both" --data-urlencode "again=$both")
for i in 1 2 3 4; do
	curl "${body[@]}" --write-out '%{http_code} %{redirect_url}\n' \
		"$PUBLIC_URL/account/start" >"$T/both.$i" &
done
wait
equal "$(sort -u "$T"/both.*)" "303 $PUBLIC_URL/account/start?sent=1" \
	'CS-06 four at once: one answer'
equal "$(sql "SELECT COUNT(*) FROM outbox WHERE recipient = '$both'")" 1 \
	'CS-06 and one mail'
end
