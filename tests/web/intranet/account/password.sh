# password.sh - the page of /account/password on the intranet; what it does is tested on the
# public site, because both share it.
. tests/lib.sh
. tests/account.sh
me=$(someone password)
account_make "$me" reviewer ministry

get intranet/account/password
status 200
says '12文字以上' 'the rule of staff'
submit intranet/account/password act=change "login=$me" "old=$PASSWORD" \
	password=kaz3-yubi again=kaz3-yubi
follow
says '12文字以上にしてください（いまは9文字です）' 'staff need twelve'
submit intranet/account/password act=change "login=$me" "old=$PASSWORD" \
	password=hamabe-no-7kaze again=hamabe-no-7kaze
leads_to /account/login 'AU-06 changed'
mail_wait "$me" 'パスワードの変更'
end
