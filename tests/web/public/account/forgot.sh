# forgot.sh - パスワードを忘れた: address and telephone number as registered.
. tests/lib.sh
. tests/account.sh
me=$(someone forgot)
account_make "$me"

get public/account/forgot
status 200
says '電話番号' 'it asks for the telephone number'
submit public/account/forgot act=send
follow
says 'E-mailアドレスを入力してください' 'an empty form: the address'
says '電話番号を入力してください' 'and the number'
submit public/account/forgot act=clear "mail=$me"
follow
says '入力した内容をすべて消しますか' 'クリア asks first'
equal "$(value_of mail)" "$me" 'and has cleared nothing yet'
submit public/account/forgot act=clear_yes
follow
equal "$(value_of mail)" '' 'then it is empty'

# ask MAIL TEL: the answer page.
ask() {
	get public/account/forgot
	submit public/account/forgot act=send "mail=$1" "tel=$2"
	header_of Location
	follow
	text | sed 's/印刷日時.*分//'
}
count() { sql "SELECT COUNT(*) FROM outbox WHERE recipient = '$1' AND template = 'reset'"; }

fits=$(ask "$me" '03-1234-5678')
equal "$(count "$me")" 1 'both fit: a mail'
has '登録されている場合は' 'the page does not tell'
equal "$(ask "$me" 0399999999)" "$fits" 'AU-12 another number: the same answer'
equal "$(count "$me")" 1 'and no mail'
nobody=$(someone nobody)
equal "$(ask "$nobody" 0312345678)" "$fits" 'AU-12 another address: the same answer'
equal "$(count "$nobody")" 0 'and no mail'
staff=$(someone staff)
account_make "$staff" reviewer ministry
equal "$(ask "$staff" 0312345678)" "$fits" 'staff, on the public site: the same answer'
equal "$(count "$staff")" 0 'and no mail'
ask "$me" 0312345678 >"$T/out"
ask "$me" 0312345678 >"$T/out"
equal "$(ask "$me" 0312345678)" "$fits" 'AU-25 the fourth time: the same answer'
equal "$(count "$me")" 3 'AU-25 and no fourth mail'

mail_wait "$me" 'パスワードの再設定'
first=$(mail_link account/open)
mail_has '30分' 'the mail says how long'
sql "UPDATE account SET mail = 'moved.$me' WHERE login = '$me'"
clock_set 3601
ask "moved.$me" 0312345678 >"$T/out"
mail_wait "moved.$me" 'パスワードの再設定'
link=$(mail_link account/open)
clock_set 0
get "$first"
says 'このリンクは使えなくなりました' 'AU-23 the first link has ended'
clock_set 3601
get "$link"
leads_to /account/reset 'the last one works'
follow
submit public/account/reset act=set password=hamabe-no-7kaze again=hamabe-no-7kaze
leads_to /account/login 'and sets a password'
clock_set 0
end
