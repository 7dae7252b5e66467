# contact.sh - 連絡先の変更: where notices go, and the telephone number.
. tests/lib.sh
. tests/handover.sh

business
me=$ME
mail_wait "$me" 登録申請の受付
new=new.$me
stored() { sql "SELECT CONCAT(mail, ' ', tel) FROM account WHERE login = '$me'"; }
was=$(stored)

browser nobody
get public/account/contact
leads_to /account/login 'nobody has an address'
browser me
login "$me"
get public/account/contact
status 200
says "$me" 'where notices go'
equal "$(value_of mail)" "$me" 'stands in the form'
equal "$(value_of tel)" 0312345678 'so does the number'

submit public/account/contact act=save "present=$PASSWORD" "mail=$new"
leads_to /account/contact
follow
says '2つのE-mailアドレスが違っています' 'a new address is asked twice'
submit public/account/contact act=save "present=$PASSWORD" "mail=$new" "again=x$new"
follow
has 'aria-invalid="true"' 'and must be the same'
submit public/account/contact act=save present=chigau-7kaze "mail=$new" "again=$new"
follow
says 'いまのパスワードが違います' 'the password is asked'
equal "$(sql "SELECT COUNT(*) FROM login_record l JOIN account a ON a.id = l.account
	      WHERE a.login = '$me' AND l.outcome = 'wrong'")" 1 'a wrong one is recorded'
equal "$(stored) $(mail_count "$new")" "$was 0" 'nothing has changed'

get public/account/contact
submit public/account/contact act=save "present=$PASSWORD" "mail=$new" "again=$new"
leads_to /account/contact
follow
says '新しいメールアドレスに確認のメールを送りました'
says "$new" 'the address that waits'
equal "$(stored)" "$was" 'until then notices go to the old one'
mail_wait "$new" メールアドレスの確認
link=$(mail_link account/open)
browser mailbox
for _ in 1 2 3; do
	get "$link"
	follow
done
status 200 'AU-22 looking uses nothing up'
equal "$(stored)" "$was" 'and confirms nothing'
post public/account/address act=confirm
leads_to /account/login 'confirmed from the new mailbox'
equal "$(stored)" "$new 0312345678" 'notices go there'
mail_wait "$me" メールアドレスの変更
equal "$(sql "SELECT COUNT(*) FROM audit WHERE act = 'address.change'
	      AND object_id = (SELECT public_id FROM account WHERE login = '$me')")" 1 'LG-01'
get "$link"
says 'すでに使われています' 'the link works once'

# --- The number -----------------------------------------------------------------
browser me
get public/account/contact
status 200 'the session goes on'
says "$new"
submit public/account/contact act=save "present=$PASSWORD" tel=03-9999-0000
leads_to /account/contact
follow
says '連絡先を変えました'
equal "$(stored)" "$new 0399990000" 'at once'
mail_wait "$new" 電話番号の変更
get public/account/forgot
submit public/account/forgot act=send "mail=$me" tel=0399990000
mail_wait "$new" パスワードの再設定
get public/account/contact
submit public/account/contact act=save "present=$PASSWORD"
leads_to /account/contact 'nothing new'
equal "$(sql "SELECT COUNT(*) FROM audit WHERE act = 'tel.change'
	      AND object_id = (SELECT public_id FROM account WHERE login = '$me')")" 1 \
	'is no change'

# --- A new one ends the one before; not too many -----------------------------------
other=other.$me
last=
for n in 1 2 3; do
	get public/account/contact
	submit public/account/contact act=save "present=$PASSWORD" "mail=$other" "again=$other"
	mail_wait "$other"
	first=$last
	last=$(mail_link account/open)
done
get public/account/contact
submit public/account/contact act=save "present=$PASSWORD" "mail=$other" "again=$other"
follow
says '1時間に3通までです' 'AU-25 not a fourth one'
equal "$(mail_count "$other")" 3
browser mailbox
get "$first"
says '使えなくなりました' 'AU-23 an older link has ended'
clock_set 3601
get "$last"
says '期限（60分）が過ぎています' 'AU-21 the last one after an hour'
clock_set 0
equal "$(stored)" "$new 0399990000" 'nothing changed by that'
end
