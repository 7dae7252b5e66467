# index.sh - 職員用の入口.
. tests/lib.sh
. tests/account.sh
me=$(someone reviewer)
account_make "$me" reviewer ministry

get intranet/home/index
leads_to /account/login 'nobody is led to the login'
staff_login "$me"
leads_to /home/index 'after the login'
get intranet/
status 200 'the entrance is the front page of the site'
says '見本 太郎' 'it names who is signed in'
says '担当府省庁' 'the role'
says '確認待ち' 'what lies on the desk'
says '自分の担当のうち、いま進められるもの'
has 'href="/tokutei/list"' 'the way to the list'
has 'href="/account/sessions"' 'a link to the logins'
has 'action="/account/logout"' 'and the way out'
header Cache-Control no-store 'SE-10 the page is not kept'
clock_set 100
browser again
staff_login "$me"
follow
hasnt '今回が初めてです' 'the second time it tells the login before'
company=$(someone company)
account_make "$company"
browser company
login "$company"
get intranet/home/index
leads_to /account/login 'a company is nobody here'
end
