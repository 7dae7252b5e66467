# password.sh - パスワードの変更: with the present password, signed in or not.
. tests/lib.sh
. tests/account.sh
me=$(someone change)
new=hamabe-no-7kaze
account_make "$me"
account=$(account_id "$me")

# --- without a login, as the old manual has it ---------------------------------------------
get public/account/password
status 200 'the page opens without a login'
says 'いまのパスワード' 'it asks for the present password'
says '8文字以上128文字まで' 'and says the rules'
has 'href="/account/login"' '取消 leads back'

# change LOGIN OLD NEW AGAIN
change() {
	submit public/account/password act=change "login=$1" "old=$2" \
		"password=$3" "again=$4"
}
change "$me" not-the-1-password "$new" "$new"
leads_to /account/password 'AU-06 a wrong present password'
follow
says 'ログインIDまたはパスワードが違います' 'AU-12 the message of the login'
equal "$(value_of login)" "$me" 'the login id is still there'
unknown=$(change nobody@example.jp "$PASSWORD" "$new" "$new"; follow; text | sed 's/印刷日時.*分//')
change "$me" not-the-1-password "$new" "$new"
follow
equal "$unknown" "$(text | sed 's/印刷日時.*分//')" 'AU-12 nobody of that name: the same page'
equal "$(sql "SELECT COUNT(*) FROM login_record WHERE account = $account
               AND outcome = 'wrong'")" 2 'failures are recorded'
change "$me" "$PASSWORD" "$PASSWORD" "$PASSWORD"
follow
says 'いまのパスワードと同じです' 'the same again is refused'
change "$me" "$PASSWORD" password1 password1
follow
says '推測されやすいものの一覧' 'AU-05 a common one is refused'
change "$me" "$PASSWORD" "$new" "$new!"
follow
says '2つの新しいパスワードが違っています' 'typed differently'

# --- AU-06 ----------------------------------------------------------------------------------
browser elsewhere
login "$me"
leads_to /tokutei/home 'the account is in use elsewhere'
link_make reset "$me"
browser first
change "$me" "$PASSWORD" "$new" "$new"
leads_to /account/login 'changed: to the login'
follow
says 'パスワードを変更しました' 'which says that it is done'
mail_wait "$me" 'パスワードの変更'
mail_has '変更した覚えがないとき' 'AU-06 a notice says what to do'
browser elsewhere
get public/account/sessions
leads_to /account/login "AU-06 the other session's next request meets the login"
get "public$LINK"
says 'このリンクは使えなくなりました' 'AU-23 its links have ended'

# --- signed in ---------------------------------------------------------------------------------
browser other
login "$me" "$new"
browser first
login "$me" "$new"
get public/account/password
equal "$(value_of login)" "$me" 'who is signed in need not type the login id'
before=$(cookie sid)
change "$me" "$new" "$PASSWORD" "$PASSWORD"
leads_to /account/password 'signed in: back to the page'
follow
says 'パスワードを変更しました' 'which says that it is done'
isnt 'SE-03 with a new session' test "$before" = "$(cookie sid)"
get public/account/sessions
status 200 'who changed it stays signed in'
browser other
get public/account/sessions
leads_to /account/login 'AU-06 but nobody else'

# --- must change -----------------------------------------------------------------------------------
sql "UPDATE account SET must_change = 1 WHERE id = $account"
browser must
login "$me"
get public/account/sessions
leads_to /account/password 'who must change it is led here from everywhere'
follow
says 'パスワードの変更が必要です' 'and told why'
change "$me" "$PASSWORD" "$new" "$new"
get public/account/sessions
status 200 'then everything is open'

# --- AU-30: no way around the code ------------------------------------------------------------------
staff=$(someone staff)
account_make "$staff" reviewer ministry
browser staff
staff_password "$staff"
leads_to /account/passcode 'staff: the code is awaited'
get intranet/account/password
submit intranet/account/password act=change "login=$staff" "old=$PASSWORD" \
	password=hamabe-no-7kaze again=hamabe-no-7kaze
leads_to /account/login 'AU-30 a new password is no way around the code'
get intranet/home/index
leads_to /account/login 'AU-30 the entrance stays shut'

# --- AU-08 ------------------------------------------------------------------------------------------
another=$(someone another)
account_make "$another"
browser must
get public/account/password
change "$another" "$new" harukaze-8no-uta harukaze-8no-uta
follow
says 'ログインIDまたはパスワードが違います' 'AU-08 nobody sets the password of another'
end
