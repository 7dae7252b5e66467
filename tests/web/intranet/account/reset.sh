# reset.sh - the page of /account/reset on the intranet; what it does is tested on the
# public site, because both share it.
. tests/lib.sh
. tests/account.sh
me=$(someone reset)
account_make "$me" reviewer ministry

get intranet/account/reset
leads_to /account/login 'nobody comes here without a link'
link_make invite "$me"
get "intranet$LINK"
follow
says '12文字以上' 'the rule'
submit intranet/account/reset act=set password=kaz3-yubi again=kaz3-yubi
follow
says '12文字以上にしてください（いまは9文字です）' 'staff need twelve'
submit intranet/account/reset act=set password=hamabe-no-7kaze again=hamabe-no-7kaze
leads_to /account/login 'AU-22 the link is used'
mail_wait "$me" 'パスワードの変更'
end
