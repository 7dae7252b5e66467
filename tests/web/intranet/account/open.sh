# open.sh - the page of /account/open on the intranet; what it does is tested on the
# public site, because both share it.
. tests/lib.sh
. tests/account.sh
me=$(someone open)
account_make "$me" reviewer ministry

get intranet/account/open
status 200
says 'このリンクは使えません' 'without a token'
hasnt '/account/start' 'no way to a form of companies'
link_make invite "$me"
get "intranet$LINK"
leads_to /account/reset 'AU-22 a link leads on'
clock_set 86400
get "intranet$LINK"
says 'システム管理者に、もう一度' 'AU-21 after a day: whom to ask'
end
