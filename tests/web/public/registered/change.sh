# change.sh - 変更届出: what is registered is changed; what is light counts at
# once, what needs a notice once it was accepted.
. tests/lib.sh
. tests/registered.sh

# in_force COLUMN: of the first office of what is registered.
in_force() {
	sql "SELECT $1 FROM registration r JOIN office o ON o.version = r.version
	      JOIN applicant a ON a.version = r.version
	      WHERE r.number = '$NUMBER' AND o.number = 1"
}
child() {
	sql "SELECT $1 FROM application c JOIN application p ON p.id = c.parent
	      WHERE p.public_id = UNHEX('$APP') ORDER BY c.id DESC LIMIT 1"
}
begin() {
	get public/registered/procedure
	submit public/registered/procedure act=change
	leads_to /registered/change "$1"
}
# A mail with that subject has gone out.
told() {
	until mail_wait "$ME" && [[ $(mail_subject) == *"【$1】"* ]]; do
		[ -n "$MAIL" ] || return
	done
	mail_has '/registered/procedure' "$1 leads there"
}

browser company
confirmed
registrar boss
register
desk_company signed

get public/registered/change
leads_to /registered/procedure 'by a link, before anything is begun'

# --- Begun -------------------------------------------------------------------

get public/tokutei/home
has 'href="/registered/procedure"' 'the way to it'
get public/registered/procedure
status 200
says "$NUMBER"
says 'まだ手続きはありません'
begin 'a change is begun'
get public/registered/change
status 200
says 'まだ、変わったところはありません'
hasnt 'value="send"' 'nothing to send'
post public/registered/change act=send
get public/registered/change
says 'まだ、変わったところがありません' 'and nothing is sent'
equal "$(child "CONCAT(c.kind, ' ', c.state)")" 'change draft'
begin 'it is gone on with'
equal "$(sql "SELECT COUNT(*) FROM application c JOIN application p ON p.id = c.parent
	WHERE p.public_id = UNHEX('$APP')")" 1 'there is one of them'

isnt 'nothing else is put in force' sql "UPDATE registration SET version =
	(SELECT MAX(id) FROM version WHERE frozen_at IS NULL) WHERE number = '$NUMBER'"

# --- Light: it counts at once ------------------------------------------------

first=$(sql "SELECT LOWER(HEX(o.public_id)) FROM registration r
	JOIN office o ON o.version = r.version WHERE r.number = '$NUMBER'")
office() {
	get "public/tokutei/office?id=$first"
	submit "public/tokutei/office?id=$first" act=save "$@"
}
office fax=0312340000
get public/registered/change
says 'そのほか（電話番号、備考など）'
says '不要（すぐに反映）'
has '変更を登録に反映する' 'the button says so'
submit public/registered/change act=send
leads_to /tokutei/home 'light changes need nobody'
follow
says '変更を登録に反映しました'
says '反映済み'
equal "$(in_force o.fax)" 0312340000 'it is in force'
equal "$(child "CONCAT(c.kind, ' ', c.state)")" 'change accepted'
equal "$(sql "SELECT COUNT(*) FROM review_unit u JOIN application c ON c.id = u.application
	JOIN application p ON p.id = c.parent WHERE p.public_id = UNHEX('$APP')")" 0 \
	'no desk has it'
equal "$(sql "SELECT GROUP_CONCAT(v.kind ORDER BY v.id) FROM registration_version v
	JOIN registration r ON r.id = v.registration WHERE r.number = '$NUMBER'")" \
	'first,light' 'what was in force when'
told 登録内容の変更のお知らせ

# renamed NAME WHAT: a change that the session begins gives the office that name,
# and is sent; CHANGE.
renamed() {
	begin "$2"
	office "name=$1"
	get public/registered/change
	submit public/registered/change act=send
	CHANGE=$(child "LOWER(HEX(c.public_id))")
}
# confirms APPLICATION [OPINION]: the ministry does; the registrar asks next.
confirms() {
	browser clerk
	get "intranet/tokutei/application?id=$1"
	submit "intranet/tokutei/application?id=$1" act=confirm \
		"opinion=${2:-register}" reason=理由です
	browser boss
}

# --- A notice: light at once, the rest when it is accepted --------------------

begin 'another one'
office name=新霞が関支店 fax=0312349999
get public/registered/change
says '事業所名'
says '必要'
submit public/registered/change act=send
leads_to /tokutei/home 'a name needs a notice'
CHANGE=$(child "LOWER(HEX(c.public_id))")
equal "$(in_force "CONCAT(o.name, ' ', o.fax)")" '霞が関支店 0312349999' \
	'only what is light counts'
equal "$(child c.state)" submitted
equal "$(sql "SELECT GROUP_CONCAT(u.kind) FROM review_unit u JOIN application c
	ON c.id = u.application WHERE c.public_id = UNHEX('$CHANGE')")" change \
	'it lies on the desk of the ministry'
told 変更届出の受付
get public/tokutei/home
says '変更届出の状況' 'the page knows that it is no application'
says '受付済み'
says '受け付けました。担当府省庁が内容を確かめています'
hasnt '申請'
get public/tokutei/complete
says '変更届出を受け付けました' 'so does the receipt'
says '厚生労働省が受理すると'
get public/tokutei/application
says '変更届出の内容' 'and what was sent'
get public/tokutei/application?pdf=1
header Content-Type application/pdf
get public/tokutei/withdrawal
says '変更届出の取下げ' 'and what would take it back'
hasnt '申請はなかったこと'
get public/tokutei/home
hasnt 'href="/tokutei/notice"' 'the letter is that of the registration'

# The ministry sees what is different, and confirms.
desk_staff clerk reviewer mhlw
get "intranet/tokutei/list?q=$(child c.receipt)"
has '>変更届出<' 'the list says what it is'
get "intranet/tokutei/application?id=$CHANGE"
says '登録内容との違いを見る' 'so does its page'
says '変更届出の審査'
has '>受理相当</label>' 'it is accepted or not, not registered'
has '>不受理相当</label>'
submit "intranet/tokutei/application?id=$CHANGE" act=confirm opinion=refuse
follow
says '不受理相当とする理由を入力してください' 'a no has a reason'
get "intranet/tokutei/difference?id=$CHANGE"
status 200
says '変更届出の内容' 'what it changes'
hasnt '申請の変更点'
says '新霞が関支店'
hasnt '0312349999' 'what is light is no matter of the desk'
get "intranet/tokutei/application?id=$CHANGE"
status 200
hasnt "$(sql "SELECT receipt FROM application WHERE public_id = UNHEX('$APP')")" \
	'what was registered is no other application'
submit "intranet/tokutei/application?id=$CHANGE" act=confirm opinion=register reason=よい
equal "$(state_of "$CHANGE")" ministry_confirmed
browser boss
get "intranet/tokutei/registration?id=$CHANGE"
has '受理する' 'the registrar accepts'
says '受理相当' 'as the ministry thinks'
hasnt '登録相当'
says '受理しない' 'or not'
has "/tokutei/difference?id=$CHANGE" 'and sees what is different'
hasnt '>登録する<' 'and does not register anew'
submit "intranet/tokutei/registration?id=$CHANGE" act=register
equal "$(state_of "$CHANGE")" accepted
equal "$(in_force "CONCAT(o.name, ' ', o.fax)")" '新霞が関支店 0312349999' \
	'all of it is in force'
told 変更届出の受理のお知らせ
isnt 'a change moves no last day' grep -qF 最終日 <<<"$(mail_text)"
equal "$(sql "SELECT o.name FROM register_business b JOIN register_office o
	ON o.business = b.id WHERE b.number = '$NUMBER'")" 新霞が関支店 \
	'the public register says it'
browser signed
get public/registered/procedure
says '反映済み'

# --- Refused: all stays as it was --------------------------------------------

renamed 旧霞が関支店 'a third one'
confirms "$CHANGE" refuse
get "intranet/tokutei/refusal?id=$CHANGE"
says '変更届出を受理しない'
submit "intranet/tokutei/refusal?id=$CHANGE" act=check reason=business text=違います
says '受理しない理由'
hasnt '不登録'
submit "intranet/tokutei/refusal?id=$CHANGE" act=refuse
equal "$(state_of "$CHANGE")" refused
equal "$(in_force o.name)" 新霞が関支店 'the old one stays'
browser signed
get public/tokutei/home
says '受理されませんでした'
says '受理されなかった理由'
hasnt '登録されませんでした'
get public/registered/procedure
says '受理されませんでした' 'the list says it as well'
told 変更届出の結果のお知らせ
browser boss
get "intranet/tokutei/registration?id=$CHANGE"
says '受理しなかった内容'
says '不受理相当' 'as was thought'
browser signed

# --- Thrown away --------------------------------------------------------------

begin 'a fourth one'
get public/registered/change
post public/registered/change act=discard
leads_to /registered/procedure 'it is thrown away'
equal "$(child c.state)" discarded
get public/tokutei/home
says '登録済み'

# --- Two at the same time -----------------------------------------------------

# A renewal is filled in while a change is on the way: what the one changed the
# other does not take back.
sql "UPDATE registration SET valid_until = DATE($(time_sql)) + INTERVAL 5 MONTH
      WHERE number = '$NUMBER'"
get public/registered/procedure
submit public/registered/procedure act=renewal
leads_to /registered/change 'a renewal'
get public/registered/change
says '更新内容の確認'
says '今の登録内容から変わるところはありません'
office tel=0399998888
get public/registered/change
submit public/registered/change act=send
RENEWAL=$(child "LOWER(HEX(c.public_id))")
told 更新の申請の受付
get public/tokutei/complete
says '更新の申請を受け付けました'
until=$(sql "SELECT valid_until FROM registration WHERE number = '$NUMBER'")
get public/registered/procedure
says '更新の申請を確認しています'
post public/registered/procedure act=renewal
status 409 'one renewal at a time'
renamed 大手町支店 'and a change beside it'
for one in "$CHANGE" "$RENEWAL"; do
	confirms "$one"
	get "intranet/tokutei/registration?id=$one"
	submit "intranet/tokutei/registration?id=$one" act=register
	equal "$(state_of "$one")" accepted
done
told 更新の申請の受理のお知らせ
mail_has "新しい有効期間の最終日：$(date -d "$until 5 year" '+%Y年%-m月%-d日')" \
	'it names the new last day'
equal "$(in_force "CONCAT(o.name, ' ', o.tel)")" '大手町支店 0399998888' \
	'both are in force'
equal "$(sql "SELECT valid_until = '$until' + INTERVAL 5 YEAR FROM registration
	WHERE number = '$NUMBER'")" 1 'five years more, from the old end on'
equal "$(sql "SELECT COUNT(*) FROM register_office o JOIN register_business b
	ON b.id = o.business WHERE b.number = '$NUMBER'")" 1 'still one office in public'

# --- What it would change has ended ------------------------------------------

browser signed
renamed 終わりの支店 'and a last one'
confirms "$CHANGE"
get "intranet/tokutei/registration?id=$CHANGE"
sql "UPDATE registration SET state = 'expired' WHERE number = '$NUMBER'"
submit "intranet/tokutei/registration?id=$CHANGE" act=register
status 409 'there is nothing that it could change'
sql "UPDATE registration SET state = 'active' WHERE number = '$NUMBER'"
get "intranet/tokutei/registration?id=$CHANGE"
submit "intranet/tokutei/registration?id=$CHANGE" act=register
equal "$(state_of "$CHANGE")" accepted 'once it was revived it can be'

# --- Others -------------------------------------------------------------------

browser stranger
get public/registered/procedure
leads_to /account/login 'nobody begins'
browser other
confirmed
desk_company other
get public/registered/procedure
says 'まだ登録されていません' 'there is nothing to change yet'
hasnt 'value="change"'
