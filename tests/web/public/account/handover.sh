# handover.sh - 引き継ぎ: whoever acts for a business names who does next.
. tests/lib.sh
. tests/handover.sh

business
me=$ME
new=$(someone next)

browser nobody
get public/account/handover
leads_to /account/login 'nobody hands over'
browser me
login "$me"
get public/account/handover
status 200
says 'サンプル商事' 'what is handed over'
says 'あなたがこれまでどおり手続きできます' 'and what it means'

# --- What is typed ------------------------------------------------------------
hand() { submit public/account/handover act=send "name=見本 <b>次郎" \
	tel=0311112222 "present=$PASSWORD" "$@"; }
submit public/account/handover act=send
follow
says 'いまのパスワードを入力してください' 'an empty form'
hand "mail=$new" "again=x$new"
follow
says '2つのE-mailアドレスが違っています'
hand "mail=$me" "again=$me"
follow
says 'いまお使いのメールアドレスです' 'not to oneself'
submit public/account/handover act=send name=見本次郎 tel=0311112222 \
	"mail=$new" "again=$new" present=chigau-7kaze
follow
says 'いまのパスワードが違います' 'the password is asked'
equal "$(mail_count "$new")" 0 'nothing has gone out'
get public/account/handover
hand "mail=$new" "again=$new"
leads_to /account/handover
follow
says '新しい担当の方に確認のメールを送りました'
has '見本 &lt;b&gt;次郎' 'OUT-01 a name is a text'
mail_wait "$new" 担当の引き継ぎ
first=$(mail_link account/open)
mail_has 'サンプル商事' 'the mail says for whom'
isnt 'PD-06 and names nobody' grep -qF 次郎 <<<"$(mail_text)"
equal "$(acts)" "$me" 'nothing changes yet'
get public/tokutei/home
status 200 'whoever acts goes on'

# --- Taken back, and begun anew -------------------------------------------------
get public/account/handover
post public/account/handover act=cancel
leads_to /account/handover
follow
says '引き継ぎを取りやめました'
hasnt '次郎' 'it is gone'
browser mailbox
get "$first"
says '使えなくなりました' 'its link has ended'
browser me
get public/account/handover
hand "mail=$new" "again=$new"
get public/account/handover
sql "UPDATE handover SET state = 'ended' WHERE mail = '$new'"
post public/account/handover act=cancel 'x=1'
status 409 'what is over cannot be taken back'
sql "UPDATE handover SET state = 'asked' WHERE mail = '$new'
      ORDER BY id DESC LIMIT 1"
mail_wait "$new"
second=$(mail_link account/open)
get public/account/handover
hand "mail=$new" "again=$new"
mail_wait "$new"
third=$(mail_link account/open)
get public/account/handover
hand "mail=$new" "again=$new"
follow
says '1時間に3通までです' 'AU-25 not a fourth one'
browser mailbox
get "$second"
says '使えなくなりました' 'AU-23 a new one ends the one before'
get "$third"
leads_to /account/successor 'the last one works'
clock_set 86401
get "$third"
says '期限（24時間）が過ぎています' 'AU-21 for a day'
browser me
login "$me"
get public/account/handover
says '期限までに確認されませんでした' 'which the business is told'
clock_set 0

# --- Another business knows nothing of it ------------------------------------------
browser other
app=$APP
business
browser stranger
login "$ME"
get public/account/handover
hasnt "$new" 'AZ-02 not of others'
hasnt 'value="cancel"' 'nothing to take back'
APP=$app
equal "$(acts)" "$me" 'nothing has changed'
equal "$(sql "SELECT GROUP_CONCAT(a.act ORDER BY a.id) FROM audit a
	WHERE a.object_id = UNHEX('$APP') AND a.act LIKE 'handover.%'")" \
	handover.begin,handover.cancel,handover.begin,handover.begin 'LG-01 the trail'
end
