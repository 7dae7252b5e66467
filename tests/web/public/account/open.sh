# open.sh - メールのリンク: it opens, and uses nothing up.
. tests/lib.sh
. tests/account.sh
me=$(someone open)
account_make "$me"

get public/account/open
status 200 'without a token there is a page'
says 'このリンクは使えません' 'that says what is wrong'
get "public/account/open?t=$(new_token)"
says 'このリンクは使えません' 'an unknown token'
get 'public/account/open?t=%0d%0aSet-Cookie:x=y'
says 'このリンクは使えません' 'a text that is no token'
hasnt 'x=y' 'and it comes back nowhere'

# --- AU-20: what is stored ---------------------------------------------------------
link_make reset "$me"
token=${LINK#*t=}
equal "${#token}" 43 'AU-20 a token has 43 characters'
equal "$(sql "SELECT COUNT(*) FROM link_token WHERE token = '$token'")" 0 \
	'AU-20 the token itself is not stored'

# --- AU-22: a mail scanner comes first ------------------------------------------------
for i in {1..50}; do
	browser "scanner"
	forget_cookies
	get "public$LINK"
	[ "$STATUS" = 303 ] || bail "AU-22 GET number $i"
	request "public$LINK" --head
done
ok 'AU-22 fifty GETs and fifty HEADs from other clients'
equal "$(sql "SELECT used_at IS NULL AND ended_at IS NULL FROM link
               WHERE id = $LINK_ID")" 1 'AU-22 do not use the link up'
equal "$(sql "SELECT COUNT(*) FROM session WHERE link = $LINK_ID")" 50 \
	'AU-22 a HEAD opens no session'
browser owner
get "public$LINK"
leads_to /account/reset 'AU-22 the owner is led on'
hasnt "$token" 'AU-22 to an address without the token'
matches '^Set-Cookie: sid=' 'AU-22 with a session of his own'
header Cache-Control no-store 'the answer is not kept anywhere'
follow
status 200 'AU-22 and may set a password'
says "$me" 'the page says whose it is'
equal "$(sql "SELECT CONCAT(stage, ' ', role, ' ', idle_seconds, ' ',
                     IFNULL(account, 'none'))
                FROM session WHERE link = $LINK_ID ORDER BY id DESC LIMIT 1")" \
	'link setter 900 none' 'AU-22 the session lasts 15 minutes and may do nothing else'
get public/account/sessions
status 403 'it opens no other page'

for i in {1..55}; do
	browser "scanner"
	forget_cookies
	get "public$LINK"
done
equal "$(sql "SELECT COUNT(*) FROM session WHERE link = $LINK_ID")" 100 \
	'of sessions that nobody came back to, the newest hundred stay'
browser owner
get public/account/reset
status 200 'the owner is among them'

# --- AU-21: how long ------------------------------------------------------------------
for purpose in reset:1800 password:86400 invite:86400; do
	browser "late $purpose"
	link_make "${purpose%:*}" "$me"
	clock_set $((${purpose#*:} - 5))
	get "public$LINK"
	leads_to /account/reset "AU-21 ${purpose%:*}: a few seconds before the end"
	clock_set "${purpose#*:}"
	get "public$LINK"
	status 200
	says '期限' "AU-21 ${purpose%:*}: and after it"
	says 'が過ぎています' "AU-21 ${purpose%:*}: says that it is over"
	clock_set 0
done
has 'href="/account/login"' 'there is a way on'
link_make reset "$me"
clock_set 1800
get "public$LINK"
has 'href="/account/forgot"' 'a link for a forgotten password: the way to another one'
clock_set 0

# --- AU-23: the newer one counts --------------------------------------------------------
link_make reset "$me"
old=$LINK
sql "UPDATE link SET ended_at = $(time_sql) WHERE id = $LINK_ID"
get "public$old"
says 'このリンクは使えなくなりました' 'AU-23 a link that a newer one ended says so'

# --- one site's links are nothing on the other ---------------------------------------------
staff=$(someone staff)
account_make "$staff" reviewer ministry
link_make invite "$staff"
get "public$LINK"
says 'このリンクは使えません' 'a link of staff is nothing on the public site'
get "intranet$LINK"
leads_to /account/reset 'but is on theirs'
link_make reset "$me"
get "intranet$LINK"
says 'このリンクは使えません' 'and the other way round'

# --- AU-26: tokens are in no log, whatever goes wrong ---------------------------------------
part stop public/account/open
get "public$LINK"
status 503 'AU-26 the program is away'
part start public/account/open
wait_until 5 answers 303 "public$LINK"
isnt 'AU-26 no token in any log' \
	grep -rqF -e "$token" -e "${old#*t=}" -e "${LINK#*t=}" "$INSTANCE/log"
end
