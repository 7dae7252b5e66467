# asked.sh - 疑義照会 about a change notice: asked, answered in the draft of the
# next version, and the register follows once it is accepted.
. tests/lib.sh
. tests/registered.sh
. tests/inquiry.sh

# Of what is registered; of the notice, the version that was sent last.
in_force() {
	sql "SELECT $1 FROM registration r JOIN office o ON o.version = r.version
	      WHERE r.number = '$NUMBER' AND o.number = 1"
}
last_sent() {
	sql "SELECT $1 FROM application p JOIN version v ON v.id = p.sent
	       JOIN office o ON o.version = v.id
	      WHERE p.public_id = UNHEX('$APP') AND o.number = 1"
}
# Item by item.
close_inquiry() {
	local one
	for _ in 1 2 3; do
		get "intranet/tokutei/inquiry?id=$APP"
		one=$(grep -oE 'close:[0-9a-f]{32}' "$T/page" | head -n 1)
		[ -n "$one" ] || return 0
		post "intranet/tokutei/inquiry?id=$APP" "id=$APP" "act=$one"
	done
}

made
FIRST=$(in_force 'LOWER(HEX(o.public_id))')
get public/registered/procedure
submit public/registered/procedure act=change
get "public/tokutei/office?id=$FIRST"
submit "public/tokutei/office?id=$FIRST" act=save name=新支店 business.0.own=30
get public/registered/change
submit public/registered/change act=send
leads_to /tokutei/home 'a change notice is sent'
REGISTERED=$APP
APP=$(sql "SELECT LOWER(HEX(c.public_id)) FROM application c
	JOIN application p ON p.id = c.parent
	WHERE p.public_id = UNHEX('$REGISTERED')")
equal "$(last_sent "CONCAT(v.number, ' ', o.name)")" '2 新支店' 'counted from version 1'

# --- Asked ---------------------------------------------------------------------

desk_staff clerk reviewer mhlw
inquiry_ask office 1 office.name 登記の名称と合っていますか
inquiry_ask office 1 business.1.own
mail_skip "$ME"
inquiry_send
mail_wait "$ME" '変更届出の内容についての照会'
isnt 'PD-06 without what is asked' grep -qF 登記の名称 <<<"$(mail_text)"
equal "$(state_of "$APP") $(state_of "$REGISTERED")" 'under_inquiry registered' \
	'the registration goes on beside it'
get "intranet/tokutei/application?id=$APP"
has 'href="/tokutei/inquiry?id=' 'its page knows'
post "intranet/tokutei/application?id=$APP" act=confirm opinion=register
status 409 'nothing is confirmed meanwhile'

# --- Wrong hands -----------------------------------------------------------------

NAME=$(inquiry_item office.name)
OWN=$(inquiry_item business.own)
MINE=$APP MY_INQUIRY=$INQUIRY MY_NUMBER=$NUMBER MY_MAIL=$ME
desk_staff bank reviewer mof
get "intranet/tokutei/inquiry?id=$APP"
status 404 'AZ-02 a ministry that has no part of the change'
get "intranet/tokutei/difference?id=$APP"
status 404
browser registrar
get "intranet/tokutei/inquiry?id=$APP"
status 404 'AZ-02 nor the registrar yet'
browser second
draft_ready
draft_send
desk_company stranger
get "public/tokutei/inquiry?id=$MY_INQUIRY"
status 404 'AZ-02 another company reads nothing'
get "public/tokutei/inquiryitem?id=$NAME"
status 404
get public/tokutei/inquiry
post "public/tokutei/inquiryitem?id=$NAME" act=save "id=$NAME" office.name=盗人
status 404 'AZ-02 and answers nothing'
get public/tokutei/inquiry
post "public/tokutei/inquiry?id=$MY_INQUIRY" act=answer "id=$MY_INQUIRY"
status 404
APP=$MINE INQUIRY=$MY_INQUIRY NUMBER=$MY_NUMBER ME=$MY_MAIL

# --- Answered --------------------------------------------------------------------

browser company
get public/tokutei/home
says '変更届出の状況'
says '照会中'
has "href=\"/tokutei/inquiry?id=$INQUIRY\"" 'the first page leads there'
get public/registered/change
leads_to /registered/procedure 'it is no draft to be sent as it is'
get public/tokutei/inquiry
says '送っていただいた内容について' 'the same words as for an application'
get "public/tokutei/inquiryitem?id=$NAME"
says '登記の名称と合っていますか'
submit "public/tokutei/inquiryitem?id=$NAME" act=save office.name=新本町支店
leads_to /tokutei/inquiryitem 'the next one'
get "public/tokutei/office?id=$FIRST"
isnt 'nothing else is open' test "$STATUS" = 200
get "public/tokutei/inquiryitem?id=$OWN"
submit "public/tokutei/inquiryitem?id=$OWN" act=save reply=数え直して同じでした
leads_to /tokutei/inquiry
get "public/tokutei/inquiry?id=$INQUIRY"
says '新支店' 'before'
says '新本町支店' 'after'
submit "public/tokutei/inquiry?id=$INQUIRY" act=answer
leads_to /tokutei/inquiry
equal "$(last_sent "CONCAT(v.number, ' ', o.name, ' ', p.state)")" \
	'3 新本町支店 submitted' 'a version of its own'
equal "$(in_force o.name)" 霞が関支店 'what is registered has not changed'
get public/tokutei/history
says '変更の届出'
says '照会を受けて直したもの'
hasnt 'はじめの申請'

# --- Read, confirmed, accepted ---------------------------------------------------

browser clerk
get "intranet/tokutei/inquiry?id=$APP"
says '新本町支店'
says '数え直して同じでした'
get "intranet/tokutei/difference?id=$APP"
says '変更届出の内容' 'against what is registered'
says '変更 事業所名 霞が関支店 新本町支店'
hasnt '>新支店<' 'what was there between is no matter'
get "intranet/tokutei/difference?id=$APP&from=2&to=3"
says '変更届出の変更点' 'against what was sent before'
says '変更 事業所名 新支店 新本町支店'
hasnt '霞が関支店'
get "intranet/tokutei/application?id=$APP"
post "intranet/tokutei/application?id=$APP" act=confirm opinion=register
status 409 'an answer is read first'
close_inquiry
equal "$(desk_unit mhlw state)" open 'and then it is done'
get "intranet/tokutei/application?id=$APP"
submit "intranet/tokutei/application?id=$APP" act=confirm opinion=register
equal "$(state_of "$APP")" ministry_confirmed
browser registrar
get "intranet/tokutei/registration?id=$APP"
submit "intranet/tokutei/registration?id=$APP" act=register
equal "$(state_of "$APP")" accepted
equal "$(in_force "CONCAT(o.name, ' ', o.persons)")" '新本町支店 30' \
	'the register has what was answered'
equal "$(sql "SELECT o.name FROM register_business b JOIN register_office o
	ON o.business = b.id WHERE b.number = '$NUMBER'")" 新本町支店 'in public as well'

# --- The registrar asks ------------------------------------------------------------

browser company
APP=$REGISTERED
get public/registered/procedure
submit public/registered/procedure act=change
get "public/tokutei/office?id=$FIRST"
submit "public/tokutei/office?id=$FIRST" act=save name=三番町支店
get public/registered/change
submit public/registered/change act=send
APP=$(sql "SELECT LOWER(HEX(c.public_id)) FROM application c
	JOIN application p ON p.id = c.parent
	WHERE p.public_id = UNHEX('$REGISTERED') ORDER BY c.id DESC LIMIT 1")
browser clerk
desk_confirms
browser registrar
inquiry_ask office 1 office.name
inquiry_send
equal "$(state_of "$APP")" under_inquiry
browser company
NAME=$(inquiry_item office.name)
get "public/tokutei/inquiryitem?id=$NAME"
submit "public/tokutei/inquiryitem?id=$NAME" act=save office.name=四番町支店
get "public/tokutei/inquiry?id=$INQUIRY"
submit "public/tokutei/inquiry?id=$INQUIRY" act=answer
equal "$(state_of "$APP")" ministry_confirmed 'it is back on that desk'
browser registrar
close_inquiry
get "intranet/tokutei/registration?id=$APP"
says '確認後に変更あり' 'the ministry has confirmed the version before'
submit "intranet/tokutei/registration?id=$APP" act=register
equal "$(in_force o.name)" 四番町支店
end
