# start.sh - 初めての方へ: an address, to which the link of the form is mailed.
. tests/lib.sh
. tests/handover.sh
me=$(someone start)

get public/account/start
status 200 'the page that a newcomer opens'
says '初めての方へ' 'its heading'
has 'autocomplete="email"' 'the browser may fill the address in'
has 'href="/tokutei/template"' 'the Excel template is linked'

submit public/account/start act=send
leads_to /account/start 'an empty form leads back'
follow
says 'E-mailアドレスを入力してください' 'and says what is missing'
has 'href="#mail"' 'the summary leads to the control'
submit public/account/start act=send "mail=$me" again=other@example.jp
follow
says '2つのE-mailアドレスが違っています' 'two addresses that differ are told'
equal "$(value_of mail)" "$me" 'what was typed is still there'
submit public/account/start act=send mail=nonsense again=nonsense
follow
says '「名前@会社のドメイン」の形で' 'a text that is no address is told'
long=$(printf 'a%.0s' {1..40})@example.jp
submit public/account/start act=send "mail=$long" "again=$long"
follow
says '50文字までで入力してください（いまは51文字です）' 'the limit is 50'

# --- the link ----------------------------------------------------------------
get public/account/start
submit public/account/start act=send "mail=ＳＴＡＲＴ@example.jp" \
	"again=ＳＴＡＲＴ@example.jp"
leads_to /account/start 'full-width letters are narrowed'
get public/account/start
submit public/account/start act=send "mail=$me" "again=$me"
leads_to /account/start 'two equal ones are taken'
hasnt "$me" 'PD-06 the address is not in the URL'
follow
says 'メールを確認してください' 'the answer page'
# But for the time of printing.
said() { text | sed "s/[0-9]*時[0-9]*分//g"; }
first_answer=$(said)
mail_wait "$me" || end
mail_has "$PUBLIC_URL/account/open?t=" 'AU-24 the link begins with the configured address'
mail_has '/tokutei/template' 'the mail names the Excel template'
link=$(mail_link account/open)
get "$link"
leads_to /account/open 'AU-22 the link leads on, without the token'
arrive
equal "${URL#"$PUBLIC_URL"}" /tokutei/founder 'to the first page of the form'
equal "$(sql "SELECT COUNT(*) FROM application WHERE mail = '$me'")" 1 \
	'one application has begun'

# --- AU-12, AU-25: the answer never tells -------------------------------------
browser other
known=$(someone known)
account_make "$known"
for i in 1 2 3 4; do
	get public/account/start
	submit public/account/start act=send "mail=$known" "again=$known"
	[ $i -gt 1 ] || {
		leads_to /account/start 'AU-12 an address with an account: the same redirection'
		header Location "/account/start?sent=1" 'AU-12 and the same place'
		isnt 'AU-12 and no cookie of its own' grep -qi '^set-cookie' "$T/head"
		follow
		equal "$(said)" "$first_answer" 'AU-12 and the same page'
		mail_wait "$known" ログイン
		mail_has '/account/login' 'the mail says how to log in'
		isnt 'and has no link to a form' grep -q account/open <<<"$(mail_text)"
	}
done
leads_to /account/start 'AU-25 the fourth request: the same answer'
follow
equal "$(said)" "$first_answer" 'AU-25 the same page'
equal "$(sql "SELECT COUNT(*) FROM outbox WHERE recipient = '$known'")" 3 \
	'AU-25 and no fourth mail'
equal "$(sql "SELECT COUNT(*) FROM application WHERE mail = '$known'")" 0 \
	'no application for somebody who has an account'
clock_set 3601
get public/account/start
submit public/account/start act=send "mail=$known" "again=$known"
equal "$(sql "SELECT COUNT(*) FROM outbox WHERE recipient = '$known'")" 4 \
	'AU-25 an hour later there is one more'
clock_set 0

# --- the same address once more -------------------------------------------------
get public/account/start
submit public/account/start act=send "mail=$me" "again=$me"
mail_wait "$me" || end
equal "$(sql "SELECT COUNT(*) FROM application WHERE mail = '$me'")" 1 \
	'who asks again comes back to the same draft'
get "$link"
says 'このリンクは使えなくなりました' 'AU-23 the link before it has ended'

# --- Signed in: one more -----------------------------------------------------------
# After the end of a registration, or for another business.
browser again
business
was=$ME
mail_wait "$was" 登録申請の受付
login "$ME"
get public/account/start
status 200
says "$was" 'whoever is signed in need not type the address'
hasnt 'name="again"'
submit public/account/start act=again
leads_to /account/start
mail_wait "$was" 登録申請の画面のご案内
mail_has '/account/open?t=' 'the link comes to the address that is known'
get "$(mail_link account/open)"
arrive
equal "${URL#"$PUBLIC_URL"}" /tokutei/founder 'a new form, and not the one that was sent'
ME=$was
draft_founder
draft_applicant name=二番目のサンプル商事株式会社
draft_office
get public/tokutei/confirm
submit public/tokutei/confirm act=send number_missing=1 number_wrong=1
leads_to /tokutei/complete 'it is sent'
follow
says 'これまでのログインID' 'the password stays'
equal "$(sql "SELECT COUNT(DISTINCT p.organisation) FROM application p
	JOIN account a ON a.id = p.account WHERE a.login = '$was'")" 2 \
	'two businesses, one account'
mail_wait "$was" 登録申請の受付
isnt 'and the mail sets no password' grep -q 'account/open' <<<"$(mail_text)"
browser clean
login "$was"
get public/account/hats
says '二番目のサンプル商事株式会社' 'both can be acted for'
says 'サンプル商事株式会社'
browser nobody
post public/account/start act=again
status 403 'AZ-01 nobody is not sent anything'

# --- AU-24: a forged host --------------------------------------------------------
forged=$(someone forged)
get public/account/start
submit public/account/start act=send "mail=$forged" "again=$forged"
request public/account/start --header 'Host: evil.example.jp' \
	--header 'X-Forwarded-Host: evil.example.jp'
hasnt evil.example.jp 'AU-24 a forged host appears nowhere'
mail_wait "$forged"
isnt 'AU-24 nor in the mail' grep -q evil <<<"$(mail_text)"
end
