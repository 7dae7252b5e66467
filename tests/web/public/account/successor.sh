# successor.sh - 引き継ぎの確認: the new mailbox confirms, somebody else acts.
. tests/lib.sh
. tests/handover.sh

# another: a business that acts for itself.
another() {
	browser "business$RANDOM"
	business
}
# handed_over TO: the one who is signed in hands over; LINK.
handed_over() {
	get public/account/handover
	submit public/account/handover act=send 'name=見本 <b>次郎' tel=0311112222 \
		"mail=$1" "again=$1" "present=$PASSWORD"
	mail_wait "$1" 担当の引き継ぎ
	LINK=$(mail_link account/open)
}

get public/account/successor
leads_to /account/login 'nobody comes here without a link'
another
me=$ME
app=$APP
draft_link=$(sql "SELECT COUNT(*) FROM session s JOIN link l ON l.id = s.link
	JOIN application p ON p.id = l.application
	WHERE p.public_id = UNHEX('$app')")
equal "$draft_link" 1 'the link of the draft still looks'
browser elsewhere
login "$me"
browser me
login "$me"
new=$(someone next)
handed_over "$new"

# --- A new account -----------------------------------------------------------------
browser mailbox
for _ in 1 2 3; do
	get "$LINK"
	leads_to /account/successor
done
follow
status 200 'AU-22 looking uses nothing up'
has '見本 &lt;b&gt;次郎' 'OUT-01 a name is a text'
says 'サンプル商事' 'for whom'
equal "$(acts "$app")" "$me" 'nothing changes by looking'
for screen in contact hats handover sessions; do
	get public/account/$screen
	status 403 "the link alone opens no $screen"
done
get public/account/successor
submit public/account/successor act=accept
leads_to /account/successor 'a password is needed'
follow
has 'aria-invalid="true"'
submit public/account/successor act=accept password=hamabe-no-7kaze \
	again=hamabe-no-8kaze
follow
says '2つの新しいパスワードが違っています'
submit public/account/successor act=accept password=mijika1 again=mijika1
follow
says '8文字以上' 'a good one'
equal "$(acts "$app")" "$me" 'nothing has changed yet'
equal "$(sql "SELECT COUNT(*) FROM account WHERE login = '$new'")" 0 'nobody was made'
submit public/account/successor act=accept password=hamabe-no-7kaze \
	again=hamabe-no-7kaze
leads_to /account/login 'done'
follow
says '引き継ぎが終わりました'
equal "$(acts "$app")" "$new" 'the successor acts, and nobody else'
equal "$(sql "SELECT CONCAT(a.login, ' ', a.name) FROM application p
	JOIN account a ON a.id = p.account WHERE p.public_id = UNHEX('$app')")" \
	"$new 見本 <b>次郎" 'notices go to the successor'
login "$new" hamabe-no-7kaze
leads_to /tokutei/home 'who signs in'
follow
says "$(receipt_of "$app")" \
	'and finds the application'
has '見本 &lt;b&gt;次郎' 'OUT-01 in the header too'
mail_wait "$new" 担当の引き継ぎの完了
mail_has "$new" 'with the login id'

for b in me elsewhere; do
	browser $b
	get public/tokutei/home
	leads_to /account/login "the sessions of the one before end: $b"
	[ $b = elsewhere ] || follow
done
browser me
get public/tokutei/home
follow
login "$me"
leads_to /account/login 'who cannot come back'
mail_wait "$me"
while ! grep -qF 完了 <<<"$(mail_subject)"; do mail_wait "$me" || break; done
mail_has 'ほかの方に代わりました' 'and was told'
equal "$(sql "SELECT COUNT(*) FROM session s JOIN link l ON l.id = s.link
	JOIN application p ON p.id = l.application
	WHERE p.public_id = UNHEX('$app')")" 0 'nor look by the old link of the draft'
equal "$(sql "SELECT GROUP_CONCAT(a.act ORDER BY a.id) FROM audit a
	WHERE a.object_id = UNHEX('$app') AND a.act LIKE 'handover.%'")" \
	handover.begin,handover.done 'LG-01 the trail'
equal "$(sql "SELECT COUNT(*) FROM audit WHERE act = 'account.leave' AND object_id =
	(SELECT public_id FROM account WHERE login = '$me')")" 1 'of the one before as well'
browser mailbox
get "$LINK"
says 'すでに使われています' 'AU-22 the link works once'

# --- Who has handed everything over begins anew, as anybody ------------------------------
browser anew
get public/account/start
submit public/account/start act=send "mail=$me" "again=$me"
while :; do
	mail_wait "$me" || break
	LINK=$(mail_link account/open) && [ -n "$LINK" ] && break
done
get "$LINK"
arrive
status 200 'a new draft'
ME=$me
draft_founder
draft_applicant
draft_office
draft_send
APP=$(sql "SELECT LOWER(HEX(public_id)) FROM application WHERE mail = '$me'
            ORDER BY id DESC LIMIT 1")
isnt 'another application' test "$APP" = "$app"
equal "$(acts "$APP")" "$me" 'with the account that there was'
equal "$(acts "$app")" "$new" "the first one is the successor's"

# --- Somebody who acts for another business already -----------------------------------
another
second=$APP
old=$ME
browser old
login "$old"
handed_over "$new"
browser mailbox2
get "$LINK"
follow
says 'パスワードは変わりません' 'one more hat'
hasnt 'type="password"' 'no password is asked'
submit public/account/successor act=accept
leads_to /account/login
equal "$(acts "$second")" "$new"
login "$new" hamabe-no-7kaze
follow
has 'href="/account/hats"' 'two hats'
get public/account/hats
matches 'wear:[0-9a-f]{32}' 'to choose from'

# --- Not for staff, nor for an account that is closed -----------------------------------
staff=$(someone staff)
account_make "$staff" reviewer ministry
another
third=$APP
browser third
login "$ME"
handed_over "$staff"
browser mailbox3
get "$LINK"
follow
says '別のメールアドレスで' 'staff need another address'
hasnt 'value="accept"'
post public/account/successor act=accept
leads_to /account/open 'whatever they press'
equal "$(acts "$third")" "$ME" 'nothing has changed'

# --- Two pages of the same link: one of them counts ---------------------------------------
browser third
late=$(someone late)
handed_over "$late"
for b in a b; do
	browser $b
	get "$LINK"
	follow
	cp "$T/page" "$T/page.$b"
done
for b in a b; do
	browser $b
	cp "$T/page.$b" "$T/page"
	submit public/account/successor act=accept password=hamabe-no-7kaze \
		again=hamabe-no-7kaze
	[ $b = a ] && leads_to /account/login 'the first one'
	[ $b = b ] && leads_to /account/open 'the second one is told'
done
equal "$(acts "$third")" "$late"
end
