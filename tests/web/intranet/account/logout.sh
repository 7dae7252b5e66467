# logout.sh - the page of /account/logout on the intranet; what it does is tested on the
# public site, because both share it.
. tests/lib.sh
. tests/account.sh
me=$(someone logout)
account_make "$me" reviewer ministry

staff_login "$me"
get intranet/account/logout
says 'ログアウトしますか' 'it asks'
submit intranet/account/logout act=logout
leads_to /account/logout 'SE-05 the button ends it'
header Clear-Site-Data '"cache", "storage"' 'SE-05 the browser forgets its pages'
get intranet/home/index
leads_to /account/login 'SE-05 the entrance is shut'
end
