# session.sh - cookies and clocks (security SE-01 to SE-05, SE-10).
. tests/lib.sh
. tests/account.sh
me=$(someone session)
account_make "$me"

# --- SE-01, SE-02: the cookie -----------------------------------------------------------------
get public/account/login
header Set-Cookie "sid=$(cookie sid); Path=/; HttpOnly; SameSite=Lax" \
	'SE-01 the cookie of a page with a form'
first=$(cookie sid)
equal "${#first}" 43 'SE-02 32 random bytes'
browser chosen
request public/account/login --cookie "sid=$(printf 'A%.0s' {1..43})"
isnt 'SE-02 a well-formed value that nobody gave is not confirmed' \
	grep -qi '^set-cookie: sid=AAAA' "$T/head"
form_token=$(value_of token)
request public/account/login --cookie "sid=$(printf 'A%.0s' {1..43})" \
	--header "Origin: $PUBLIC_URL" --data-urlencode "token=$form_token" \
	--data act=login --data-urlencode "login=$me" --data "password=$PASSWORD"
leads_to /tokutei/home 'SE-02 a login with it'
isnt 'SE-02 gets another one' grep -qi '^set-cookie: sid=AAAA' "$T/head"
browser replay
request public/account/sessions --cookie "sid=$(printf 'A%.0s' {1..43})"
leads_to /account/login 'SE-02 the chosen value opens nothing'
for bad in short '' "$(printf 'A%.0s' {1..44})" "$(printf 'B%.0s' {1..43})" 'x y' '%00'; do
	browser bad
	forget_cookies
	request public/account/login --header "Cookie: sid=$bad"
	status 200 "SE-02 a malformed cookie ($bad) counts as none"
	isnt 'SE-02 and is replaced' test "$(cookie sid)" = "$bad"
done
browser twice
request public/account/login --header "Cookie: sid=$first; sid=$first"
status 400 'SE-02 the cookie sent twice'

# --- SE-03 ----------------------------------------------------------------------------------------
browser one
login "$me"
old=$(cookie sid)
get public/account/sessions
status 200 'signed in'
equal "$(sql "SELECT COUNT(*) FROM session WHERE token = '$old'")" 0 \
	'SE-02 the value of the cookie is not stored'
equal "$(sql "SELECT COUNT(*) FROM session
               WHERE token = UNHEX(SHA2('$old', 256))")" 1 'SE-02 but its SHA-256'
link_make reset "$me"
get "public$LINK"
isnt 'SE-03 a link that is opened gives a new one' test "$old" = "$(cookie sid)"

# --- SE-04: clocks ----------------------------------------------------------------------------------
# idle NAME SECONDS: the session of this browser lives so long without a request.
idle() {
	sql "UPDATE session SET seen_at = $(time_sql "-$2") + INTERVAL 2 SECOND
	      WHERE token = UNHEX(SHA2('$(cookie sid)', 256))"
	get "$3"
	status 200 "SE-04 $1: seconds before $(($2 / 60)) minutes without a request"
	sql "UPDATE session SET seen_at = $(time_sql "-$2") - INTERVAL 1 SECOND
	      WHERE token = UNHEX(SHA2('$(cookie sid)', 256))"
	get "$3"
	leads_to /account/login "SE-04 $1: and a second after"
}
browser idle
login "$me"
idle company 3600 public/account/sessions
follow
says '60分間操作がなかったため' 'SE-04 the page says why'
get public/account/sessions
leads_to /account/login 'SE-05 the old session stays over'

browser whole
login "$me"
clock_set 43190
sql "UPDATE session SET seen_at = $(time_sql)
      WHERE token = UNHEX(SHA2('$(cookie sid)', 256))"
get public/account/sessions
status 200 'SE-04 company: just before twelve hours'
clock_set 43201
sql "UPDATE session SET seen_at = $(time_sql)
      WHERE token = UNHEX(SHA2('$(cookie sid)', 256))"
get public/account/sessions
leads_to /account/login 'SE-04 company: and after'
follow
says 'ログインしてから長い時間がたったため' 'SE-04 the page says why'
clock_set 0

browser setter
link_make reset "$me"
get "public$LINK"
idle 'a link for a password' 900 public/account/reset

staff=$(someone staff)
account_make "$staff" reviewer ministry
browser staff
staff_login "$staff"
idle staff 1800 intranet/home/index
browser code
staff_password "$staff"
idle 'a code that is awaited' 900 intranet/account/passcode

# --- what a request does to the clock -----------------------------------------------------------------
browser used
login "$me"
clock_set 3000
get public/account/sessions
clock_set 6000
get public/account/sessions
status 200 'a request in between starts the hour anew'
clock_set 0

# --- SE-10 ----------------------------------------------------------------------------------------------
for page in login start forgot open password logout sessions; do
	get "public/account/$page"
	header Cache-Control no-store "SE-10 /account/$page is not kept"
done
end
