# sessions.sh - the page of /account/sessions on the intranet; what it does is tested on the
# public site, because both share it.
. tests/lib.sh
. tests/account.sh
me=$(someone sessions)
account_make "$me" reviewer ministry

get intranet/account/sessions
leads_to /account/login 'nobody has logins'
staff_login "$me"
get intranet/account/sessions
status 200
says 'この画面' 'SE-08 the login of this page'
own=$(value_of id)
post intranet/account/sessions act=end "id=$own"
leads_to /account/logout 'SE-08 one may end it from here'
get intranet/home/index
leads_to /account/login 'it has ended'
staff_login "$me"
get intranet/account/sessions
post intranet/account/sessions act=disown
leads_to /account/login 'it was not me'
until grep -q 終了 <<<"$(mail_subject)"; do mail_wait "$me" || end; done
get "$(mail_link account/open)"
leads_to /account/reset 'the link of the mail leads to the intranet'
equal "$SITE" intranet 'which is where staff are'
end
