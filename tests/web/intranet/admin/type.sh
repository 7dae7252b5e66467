# type.sh - 所管替え: desks, notes, inquiries, messages and lists go along with
# the types; 終了: what was sent keeps a type that has ended.
. tests/lib.sh
. tests/transfer.sh
. tests/inquiry.sh
. tests/message.sh
trap 'transfer_back; rm -rf "$T"' EXIT

# One office whose values are given: APP, in the browser NAME.
send_office() {
	browser "$1"
	shift
	OFFICE=("$@")
	sent
}
# confirm_as MINISTRY
confirm_as() {
	desk_staff "c$1" reviewer "$1"
	desk_confirms
}

desk_staff boss administrator
get 'intranet/admin/type?from=mic&codes=T09-01'
leads_to /admin/types 'a type of another ministry'
get 'intranet/admin/type?from=mic&codes=T14-01'
status 200
says '固定電気通信業'
transfer_of T14-01 mic
follow
says 'いまの担当と同じです'
transfer_of T14-01 cao 2020-01-01
follow
says '「日付」が過ぎています' 'it does not begin before today'
desk_staff clerk registrar
get 'intranet/admin/type?from=mic&codes=T14-01'
status 403 'AZ-01'

# --- Before --------------------------------------------------------------------

# A whole desk, with a note and an inquiry, in somebody's hands.
send_office one "${MIC[@]}"
whole=$APP
desk_staff mic reviewer mic
get "intranet/tokutei/application?id=$APP"
submit "intranet/tokutei/application?id=$APP" act=take
get "intranet/tokutei/application?id=$APP"
submit "intranet/tokutei/application?id=$APP" act=note note=引き継ぎたいメモ
inquiry_ask office 1 business.1.own 人数の根拠は
inquiry_send
# A part of one, confirmed or not.
send_office two "${MIC[@]}" "${MIC_TOO[@]}"
part=$APP
send_office three "${MIC[@]}" "${MIC_TOO[@]}"
looked=$APP
confirm_as mic
# The taker has a part already, and has confirmed it; the giver has not.
send_office four "${MIC[@]}" "${CAO[@]}"
both=$APP
confirm_as cao
# Registered, without an institution; a message lies there, a change is begun.
OFFICE=("${MIC[@]}" inst.secured=no inst.plan=探しています)
made
registered=$APP
browser company
message_begin mic 様式の件 どちらですか
get public/registered/procedure
submit public/registered/procedure act=change
equal "$(desks "$whole")" '3 inquiry 1/3'
equal "$(desks "$part")" '3 open 1/7'
equal "$(desks "$looked")" '3 confirmed 1/7'
equal "$(desks "$both")" '1 confirmed 1/5; 3 open 1/3'
equal "$(desks "$registered")" '3 done 1/3'

# --- The day ---------------------------------------------------------------------

browser boss
transfer_away T14-01 cao
get 'intranet/admin/types?ministry=cao'
says '固定電気通信業'
says '終わりました'
equal "$(desks "$whole")" '1 inquiry 1/3' 'the whole desk goes'
equal "$(desks "$part")" '1 open 1/3; 3 open 1/4' 'a part becomes a desk'
equal "$(desks "$looked")" '1 confirmed 1/3; 3 confirmed 1/4' \
	'what was confirmed stays so'
equal "$(desks "$both")" '1 open 1/8' 'what was not is looked at'
equal "$(desks "$registered")" '1 done 1/3' 'what is over goes too'
equal "$(state_of "$looked")" ministry_confirmed
equal "$(state_of "$both")" submitted
is 'the counts of the desks follow' counted

desk_staff cao reviewer cao
get "intranet/tokutei/application?id=$whole"
status 200 'the new desk has it'
says '引き継ぎたいメモ' 'with the notes'
says '通信業'
get "intranet/tokutei/inquiry?id=$whole"
says '人数の根拠は' 'and the inquiry'
get "intranet/tokutei/history?id=$whole"
says '所管替え' 'its history says why'
equal "$(sql "SELECT COALESCE(u.assignee, 0) FROM review_unit u JOIN application p
	ON p.id = u.application WHERE p.public_id = UNHEX('$whole')
	AND u.state <> 'dropped'")" 0 'nobody works on it yet'
get "intranet/tokutei/list?q=$(sql "SELECT receipt FROM application
	WHERE public_id = UNHEX('$part')")"
says 'サンプル商事' 'its list finds what came'
browser mic
get "intranet/tokutei/application?id=$whole"
status 404 'AZ-02 the old desk has it no more'
get "intranet/tokutei/application?id=$part"
status 200
hasnt '>通信業<' 'and sees its own part alone'

# The answer goes to the new desk.
APP=$whole
desk_company one
item=$(inquiry_items 'LOWER(HEX(t.public_id))')
get "public/tokutei/inquiryitem?id=$item"
submit "public/tokutei/inquiryitem?id=$item" act=save reply=名簿から数えました
get "public/tokutei/inquiry?id=$INQUIRY"
submit "public/tokutei/inquiry?id=$INQUIRY" act=answer
equal "$(desks "$whole")" '1 answered 1/3' 'the answer comes to the new desk'
browser cao
APP=$both
get "intranet/tokutei/application?id=$APP"
desk_confirms
equal "$(state_of "$both")" ministry_confirmed 'it goes on as always'

# What is registered.
get 'intranet/tokutei/missing'
says "$(sql "SELECT r.number FROM registration r JOIN application p
	ON p.id = r.application WHERE p.public_id = UNHEX('$registered')")" \
	'the list of what is open'
get intranet/message/list
says '様式の件' 'messages came along'
browser mic
get intranet/message/list
hasnt '様式の件'
get 'intranet/tokutei/missing'
hasnt "$(sql "SELECT r.number FROM registration r JOIN application p
	ON p.id = r.application WHERE p.public_id = UNHEX('$registered')")"

# The change that was begun before goes to the new one.
APP=$registered
desk_company company
get public/registered/procedure
submit public/registered/procedure act=change
office=$(sql "SELECT LOWER(HEX(o.public_id)) FROM application c
	JOIN application p ON p.id = c.parent JOIN office o ON o.version = c.draft
	WHERE p.public_id = UNHEX('$APP')")
get "public/tokutei/office?id=$office"
submit "public/tokutei/office?id=$office" act=save name=新しい支店
get public/registered/change
submit public/registered/change act=send
leads_to /tokutei/home
change=$(sql "SELECT LOWER(HEX(c.public_id)) FROM application c
	JOIN application p ON p.id = c.parent WHERE p.public_id = UNHEX('$APP')")
equal "$(desks "$change")" '1 open 1/3' 'a change goes to whoever has it now'

# --- And back --------------------------------------------------------------------

browser boss
FROM=cao transfer_away T14-01 mic
equal "$(desks "$part")" '3 open 1/7' 'two desks become one again'
equal "$(desks "$looked")" '3 confirmed 1/7'
equal "$(desks "$change")" '3 open 1/3'
is 'the counts follow once more' counted

# --- 終了 ------------------------------------------------------------------------

# Asked about its type; and begun before, with a type that then ends.
send_office asked
asked=$APP asker=$ME
desk_staff mhlw reviewer mhlw
inquiry_ask office 1 business.1.type
inquiry_send
browser late
OFFICE=("${MIC[@]}")
draft_begun
draft_office "${MIC[@]}"
browser boss
yesterday=$(TZ=Asia/Tokyo date -d yesterday +%F)
get 'intranet/admin/type?from=mic&codes=T14-01'
day_fields
submit 'intranet/admin/type?from=mic&codes=T14-01' act=save what=end "${DAY[@]}"
leads_to /admin/types
follow
says '選べる最後の日を決めました'
equal "$(sql "SELECT valid_to < '9999-12-31' FROM business_type
	WHERE code = 'T14-01'")" 1
sql "UPDATE business_type SET valid_to = '$yesterday' WHERE code = 'T14-01'"
get 'intranet/admin/types?ministry=mic'
says '終了'

browser late
get public/tokutei/confirm
says '終了した事業の種類を選んでいる事業所があります'
says '固定電気通信業'
submit public/tokutei/confirm act=send number_missing=1 number_wrong=1
follow
says 'で終了しました' 'it is not sent'
# An answer does not choose it anew.
APP=$asked
ME=$asker
desk_company asked
item=$(inquiry_items 'LOWER(HEX(t.public_id))')
get "public/tokutei/inquiryitem?id=$item"
submit "public/tokutei/inquiryitem?id=$item" act=save business.type=T14 \
	business.detail1=T14-01 reply=直しました
leads_to /tokutei/inquiry
get "public/tokutei/inquiry?id=$INQUIRY"
submit "public/tokutei/inquiry?id=$INQUIRY" act=answer
follow
says 'で終了しました' 'nor does an answer'
equal "$(state_of "$asked")" under_inquiry
get "public/tokutei/inquiryitem?id=$item"
submit "public/tokutei/inquiryitem?id=$item" act=save business.type=T20 \
	business.detail1=T20-01 reply=直しました
get "public/tokutei/inquiry?id=$INQUIRY"
submit "public/tokutei/inquiry?id=$INQUIRY" act=answer
equal "$(desks "$asked")" '3 open 1/20' 'another one goes where it belongs'
# What was sent before may be answered for, and what is registered changed.
browser one
APP=$registered
desk_company company
sql "UPDATE application c JOIN application p ON p.id = c.parent
	SET c.state = 'withdrawn' WHERE p.public_id = UNHEX('$APP')"
get public/registered/procedure
submit public/registered/procedure act=change
office=$(sql "SELECT LOWER(HEX(o.public_id)) FROM application c
	JOIN application p ON p.id = c.parent JOIN office o ON o.version = c.draft
	WHERE p.public_id = UNHEX('$APP') AND c.state = 'draft'")
# A program remembers lists for a minute.
kill $(processes_of public/tokutei/office)
is 'the office is asked for again' wait_until 10 \
	answers 200 "public/tokutei/office?id=$office"
says 'で終了）' 'the list says that it has ended'
submit "public/tokutei/office?id=$office" act=save name=さらに新しい支店
leads_to /tokutei/offices 'an office keeps it'
get public/registered/change
submit public/registered/change act=send
leads_to /tokutei/home 'and a change is sent with it'
sql "UPDATE registration r JOIN application p ON p.id = r.application
	SET r.valid_until = DATE($(time_sql)) + INTERVAL 5 MONTH
	WHERE p.public_id = UNHEX('$APP')"
get public/registered/procedure
submit public/registered/procedure act=renewal
get public/registered/change
submit public/registered/change act=send
follow
says 'で終了しました' 'but not renewed'

browser boss
get 'intranet/admin/type?from=mic&codes=T14-01'
submit 'intranet/admin/type?from=mic&codes=T14-01' act=save what=keep
leads_to /admin/types 'and back'
browser late
draft_office "${MIC[@]}" name=もう一つの支店
get public/tokutei/confirm
hasnt '終了した事業の種類' 'it can be chosen again'
end
