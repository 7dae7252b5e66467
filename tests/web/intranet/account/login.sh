# login.sh - ログイン of staff, from the command on the host to the entrance.
. tests/lib.sh
. tests/account.sh
me=$(someone admin)

# --- AU-07: the first administrator ------------------------------------------------------------
sesshuctl create-staff --login "admin.$$" --mail "$me" --org 厚生労働省 \
	--role administrator >"$T/created" 2>&1 || bail "AU-07 create-staff" "$(cat "$T/created")"
link=$(grep -oE 'https?://[^ ]+' "$T/created" | head -n 1)
is 'AU-07 the command prints a link' test -n "$link"
browser early
get intranet/account/login
submit intranet/account/login act=login "login=admin.$$" "password=admin.$$"
leads_to /account/login 'AU-07 there is no password before it is set'
browser admin
get "$link"
leads_to /account/reset 'AU-07 the link leads to the password'
follow
submit intranet/account/reset act=set "password=$PASSWORD" "again=$PASSWORD"
leads_to /account/login 'it is set'
get "$link"
says 'このリンクはすでに使われています' 'AU-07 the link works once'

staff_password "admin.$$"
leads_to /account/passcode 'then the code'
header Set-Cookie "sid=$(cookie sid); Path=/; HttpOnly; SameSite=Strict" \
	'SE-01 the cookie of staff is Strict'
follow
until [ -n "${code:-}" ]; do
	mail_wait "$me" || end
	code=$(mail_code)
done
submit intranet/account/passcode act=check "code=$code"
leads_to /home/index 'and the entrance'
follow
status 200
says 'システム管理者' 'which names the role'
says '厚生労働省' 'and the ministry'
says '今回が初めてです' 'and the login before'

# --- one site is nothing on the other ------------------------------------------------------------
sid=$(cookie sid)
browser crossing
request public/account/sessions --cookie "sid=$sid"
leads_to /account/login 'a session of staff is nothing on the public site'
company=$(someone company)
account_make "$company"
browser company
staff_password "$company"
leads_to /account/login 'a company does not get in here'
follow
says 'ログインIDまたはパスワードが違います' 'AU-12 with the same words'
hasnt '/account/forgot' 'staff ask the administrator'

# --- asked for before the login ----------------------------------------------------------------------
staff=$(someone asked)
account_make "$staff" reviewer ministry
browser asked
get intranet/account/sessions
leads_to /account/login 'a page that needs a login'
follow
submit intranet/account/login act=login "login=$staff" "password=$PASSWORD"
leads_to /account/passcode 'the code'
follow
mail_wait "$staff" || end
submit intranet/account/passcode act=check "code=$(mail_code)"
leads_to /account/sessions 'CS-07 and then the page that was asked for'
end
