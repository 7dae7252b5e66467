# logout.sh - ログアウト: by a button, never by a link.
. tests/lib.sh
. tests/account.sh
me=$(someone logout)
account_make "$me"

login "$me"
get public/account/sessions
has 'action="/account/logout"' 'SE-05 the button is on every page'
get public/account/logout
status 200 'a GET only asks'
says 'ログアウトしますか' 'whether one wants to'
get public/account/sessions
status 200 'SE-05 and ends nothing'
old=$(cookie sid)
get public/account/logout
submit public/account/logout act=logout
leads_to /account/logout 'SE-05 the button ends it'
header Clear-Site-Data '"cache", "storage"' 'SE-05 the browser forgets its pages'
header Set-Cookie 'sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; HttpOnly; SameSite=Lax' \
	'SE-05 and the cookie'
equal "$(cookie sid)" '' 'SE-05 it is gone'
follow
says 'ログアウトしました' 'the page says that it is done'
has 'href="/account/login"' 'and leads to the login'
equal "$(sql "SELECT COUNT(*) FROM session s JOIN account a ON a.id = s.account
               WHERE a.login = '$me'")" 0 'SE-05 the row is gone'

browser thief
request public/account/sessions --cookie "sid=$old"
leads_to /account/login 'SE-05 the old cookie leads to the login'
equal "$(header_of Location)" '/account/login?next=%2Faccount%2Fsessions&ended=logout' \
	'which may say why'
equal "$(sql "SELECT COUNT(*) FROM audit WHERE act = 'logout'
               AND account = $(account_id "$me")")" 1 'LG-01 it is in the trail'
browser nobody
get public/account/logout
says 'ログアウトしました' 'who is nobody is logged out'
end
