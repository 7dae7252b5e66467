# reset.sh - パスワードの設定: where the links for a password lead.
. tests/lib.sh
. tests/account.sh
me=$(someone reset)
new=hamabe-no-7kaze
account_make "$me"
account=$(account_id "$me")

get public/account/reset
leads_to /account/login 'nobody comes here without a link'

# Somebody is logged in elsewhere, and another link is on its way.
browser elsewhere
login "$me"
leads_to /tokutei/home 'the account is in use elsewhere'
browser owner
link_make password "$me"
other=$LINK
link_make reset "$me"
get "public$LINK"
follow
status 200 'the page for a new password'
says '8文字以上128文字まで' 'the rules stand before the controls'
has 'autocomplete="new-password"' 'a password manager may fill it in'
hasnt 'value="'"$PASSWORD" 'no password is ever sent to a page'

# refused PASSWORD AGAIN WORDS NAME
refused() {
	submit public/account/reset act=set "password=$1" "again=$2"
	leads_to /account/reset "$4"
	follow
	says "$3" "$4: says why"
}
refused '' '' '新しいパスワードを入力してください' 'nothing'
refused kaz3 kaz3 '8文字以上にしてください（いまは4文字です）' 'AU-05 too short'
refused kazeyubiwamu kazeyubiwamu '英字と数字をどちらも' 'no digit'
refused "$new" "$new!" '2つの新しいパスワードが違っています' 'typed differently'
refused password1 password1 '推測されやすいものの一覧' 'AU-05 a common one'
refused tokutei123 tokutei123 'このサービスの名前、事業者名' 'AU-05 the name of the service'
refused サンプル商事77 サンプル商事77 'このサービスの名前、事業者名' 'AU-05 the name of the company'
refused 1qaz2wsx3edc 1qaz2wsx3edc 'キーの並び順' 'AU-05 keys in a row'
refused aaaa1111 aaaa1111 '繰り返し' 'AU-05 one piece again and again'
equal "$(sql "SELECT used_at IS NULL FROM link WHERE id = $LINK_ID")" 1 \
	'AU-22 a refusal does not use the link up'
isnt 'no password is kept between pages' \
	grep -q kaz3 <<<"$(sql "SELECT input FROM kept_form")"

# --- 20 at once ------------------------------------------------------------------------
token=$(value_of token)
for i in {1..20}; do
	curl --silent --cookie "sid=$(cookie sid)" --output /dev/null \
		--write-out '%{redirect_url}\n' --header "Origin: $PUBLIC_URL" \
		--header 'Sec-Fetch-Site: same-origin' --data act=set \
		--data-urlencode "token=$token" --data "password=$new" \
		--data "again=$new" "$PUBLIC_URL/account/reset" \
		>"$T/answer.$i" &
done
wait
equal "$(cat "$T"/answer.* | grep -c 'login?done=set')" 1 \
	'AU-22 of twenty POSTs at once one sets the password'
equal "$(sql "SELECT COUNT(*) FROM audit WHERE act = 'password.change'
               AND object_id = (SELECT public_id FROM account
                                 WHERE id = $account)")" 1 'AU-22 exactly one'

# --- what a new password brings with it ---------------------------------------------------
mail_wait "$me" 'パスワードの変更'
isnt 'AU-06 the notice has no password' grep -qF "$new" <<<"$(mail_text)"
browser elsewhere
get public/account/sessions
leads_to /account/login 'AU-06 the session elsewhere has ended'
follow
says 'パスワードが変わったため' 'and the page says why'
browser fresh
get "public$other"
says 'このリンクは使えなくなりました' 'AU-23 a new password kills all links'
get "public$LINK"
says 'このリンクはすでに使われています' 'a used link says so'
has 'href="/account/login"' 'and leads to the login'
login "$me"
leads_to /account/login 'the old password does not open any more'
login "$me" "$new"
leads_to /tokutei/home 'the new one does'
stored=$(sql "SELECT password FROM account WHERE id = $account")
equal "${stored:0:31}" '$argon2id$v=19$m=65536,t=2,p=1$' 'AU-01 it is stored as Argon2id'
equal "$(sql "SELECT GROUP_CONCAT(outcome ORDER BY id) FROM login_record
               WHERE account = $account")" 'ok,reset,wrong,ok' \
	'the owner can see it in the record'

# --- staff: twelve -------------------------------------------------------------------------
staff=$(someone staff)
account_make "$staff" reviewer ministry
link_make invite "$staff"
browser staff
get "intranet$LINK"
follow
says '12文字以上' 'staff: the rule says twelve'
submit intranet/account/reset act=set password=kaz3-yubiwa again=kaz3-yubiwa
follow
says '12文字以上にしてください（いまは11文字です）' 'staff: eleven are refused'
submit intranet/account/reset act=set password=ｋａｚ３-yubiwam0 \
	again=kaz3-yubiwam0
leads_to /account/login 'full-width letters are the same letters'
follow
says 'パスワードを設定しました' 'and the login page says that it is done'
end
