# inquiry.sh - 府省庁からの照会: two ministries ask at once, each is answered by
# itself.
. tests/lib.sh
. tests/inquiry.sh

get public/tokutei/inquiry
leads_to /account/login 'nobody has inquiries'
desk_sent
desk_company
get public/tokutei/inquiry
says 'いま、照会はありません'
desk_staff mhlw reviewer mhlw
inquiry_ask applicant '' applicant.tel
inquiry_ask office 1 business.1.own
inquiry_send
first=$INQUIRY
desk_staff meti reviewer meti
inquiry_ask applicant '' applicant.chief
inquiry_ask office 1 business.2.row
inquiry_send
second=$INQUIRY
state() { sql "SELECT i.state FROM inquiry i WHERE public_id = UNHEX('$1')"; }
sent() { sql "SELECT $1 FROM application p JOIN applicant a ON a.version = p.sent
	JOIN version v ON v.id = p.sent WHERE p.public_id = UNHEX('$APP')"; }
receipt=$(sent p.receipt)

browser company
get public/tokutei/home
has 'href="/tokutei/inquiry"' 'the front page leads here'
get public/tokutei/inquiry
says '厚生労働省' 'who asks'
says '経済産業省'
says '残り 2件（全2件）' 'and what is open'
get "public/tokutei/inquiry?id=$first"
status 200
says '確認です'
hasnt '回答を送る</button>' 'it cannot be sent yet'
post "public/tokutei/inquiry?id=$first" act=answer
leads_to /tokutei/inquiry
follow
says 'まだ回答していない項目が2件あります'
equal "$(state "$first")" sent

# --- Both are begun, one is sent ------------------------------------------------------

INQUIRY=$first
tel=$(inquiry_item applicant.tel)
own=$(inquiry_item business.own)
get "public/tokutei/inquiryitem?id=$tel"
submit "public/tokutei/inquiryitem?id=$tel" act=save applicant.tel=0312345699
get "public/tokutei/inquiryitem?id=$own"
submit "public/tokutei/inquiryitem?id=$own" act=save 'reply=このままで<i>よい</i>です'
leads_to /tokutei/inquiry 'all are answered'
follow
says 'すべての項目に回答しました'
INQUIRY=$second
chief=$(inquiry_item applicant.chief)
row=$(inquiry_item business.row)
get "public/tokutei/inquiryitem?id=$chief"
submit "public/tokutei/inquiryitem?id=$chief" act=save applicant.chief=見本花子
get "public/tokutei/inquiryitem?id=$row"
has 'name="business.type"'
has 'name="business.external"' 'all of a business'

get "public/tokutei/inquiry?id=$first"
says '0312345678' 'before'
says '0312345699' 'after'
has 'このままで&lt;i&gt;よい&lt;/i&gt;です' 'the reply, as a text'
cp "$T/page" "$T/ready"
mails=$(sql "SELECT COUNT(*) FROM outbox WHERE template = 'answered'")
mail_skip staff@example.jp
submit "public/tokutei/inquiry?id=$first" act=answer closing=以上です
leads_to /tokutei/inquiry
follow
says '回答を送りました'
equal "$(state "$first") $(state "$second")" 'answered sent' 'the other one stays'
equal "$(sent "CONCAT_WS(' ', p.receipt, p.state, v.number, a.tel, a.chief)")" \
	"$receipt under_inquiry 2 0312345699 見本太郎" \
	'the next version has what was asked, and nothing of the other'
equal "$(sql "SELECT CONCAT_WS(' ', a.tel, a.chief, v.number) FROM application p
	JOIN applicant a ON a.version = p.draft JOIN version v ON v.id = p.draft
	WHERE p.public_id = UNHEX('$APP')")" '0312345699 見本花子 3' \
	'what was corrected for the other waits in the draft'
equal "$(desk_unit mhlw state)" answered
equal "$(desk_unit mhlw 'due_on IS NULL')" 1
equal "$(desk_unit meti state)" inquiry
equal "$(sql "SELECT COUNT(*) FROM version_part q JOIN application p ON p.sent = q.version
	WHERE p.public_id = UNHEX('$APP')")" 3 'the desks know their part of it'
equal "$(sql "SELECT COUNT(*) FROM outbox WHERE template = 'answered'")" \
	$((mails + 1)) 'whoever asked is told'
mail_wait staff@example.jp '照会への回答'
isnt 'PD-06 without what is in it' grep -qF 0312345699 <<<"$(mail_text)"
cp "$T/ready" "$T/page"
submit "public/tokutei/inquiry?id=$first" act=answer closing=以上です
leads_to /tokutei/inquiry 'pressed twice'
get "public/tokutei/inquiry?id=$first"
post "public/tokutei/inquiry?id=$first" act=answer closing=もう一度
leads_to /tokutei/inquiry
follow
says 'この照会への回答は受け付けました' 'sent once'
says 'もう一度' 'what was typed is not lost'
equal "$(sent v.number)" 2 'and no version more'
get "public/tokutei/inquiryitem?id=$tel"
hasnt 'name="applicant.tel"' 'it cannot be changed any more'
says '0312345699' 'but read'

browser mhlw
get "intranet/tokutei/inquiry?id=$APP"
says '0312345699' 'the desk reads before and after'
says 'このままで<i>よい</i>です'
says '以上です'

# --- The other one ----------------------------------------------------------------------

browser company
get "public/tokutei/inquiryitem?id=$row"
submit "public/tokutei/inquiryitem?id=$row" act=save business.type=T02 \
	business.detail1=T02-01
follow
says '同じです' 'a rule of the whole office'
submit "public/tokutei/inquiryitem?id=$row" act=save business.type=T09 \
	business.detail1=T09-01 business.own=6 reply=数え直しました
leads_to /tokutei/inquiry
get "public/tokutei/inquiry?id=$second"
submit "public/tokutei/inquiry?id=$second" act=answer
equal "$(sent "CONCAT_WS(' ', p.state, v.number, a.tel, a.chief, p.draft IS NULL)")" \
	'submitted 3 0312345699 見本花子 1' 'nothing is open any more'
equal "$(sql "SELECT GROUP_CONCAT(b.own ORDER BY b.position) FROM business b
	JOIN application p ON p.sent = b.version
	WHERE p.public_id = UNHEX('$APP') AND b.office = 1")" 20,6
equal "$(desk_unit meti state)" answered
equal "$(desk_audit application.inquiry.answer)" 2 'LG-01'
equal "$(sql "SELECT COUNT(*) FROM application p WHERE p.public_id = UNHEX('$APP')
	AND p.sent_at < (SELECT frozen_at FROM version v WHERE v.id = p.sent)")" 1 \
	'the day of the first sending stays'
get "public/tokutei/inquiry?id=$first"
status 200 'what was asked stays to be read'

# --- The registrar asks ------------------------------------------------------------------

mine=$first
desk_sent
for ministry in mhlw meti mof; do
	desk_staff "$ministry.2" reviewer "$ministry"
	desk_confirms
done
equal "$(sent p.state)" ministry_confirmed
desk_staff registrar registrar
inquiry_ask office 2 business.1.type
inquiry_send
equal "$(sent p.state) $(desk_unit registrar state)" 'under_inquiry inquiry'
desk_company third
type=$(inquiry_item business.type)
get public/tokutei/inquiry
says '厚生労働省（登録担当）'
get "public/tokutei/inquiryitem?id=$type"
submit "public/tokutei/inquiryitem?id=$type" act=save business.type=T09 \
	business.detail1=T09-01 business.detail2=
leads_to /tokutei/inquiry
get "public/tokutei/inquiry?id=$INQUIRY"
submit "public/tokutei/inquiry?id=$INQUIRY" act=answer
equal "$(desk_unit mof state)" dropped 'the ministry that has nothing left'
equal "$(sent p.state) $(desk_unit registrar state)" 'ministry_confirmed answered' \
	'the registrar goes on'
browser registrar
get "intranet/tokutei/inquiry?id=$APP"
close=$(grep -oE 'value="close:[0-9a-f]{32}"' "$T/page" | sed 's/.*"\(.*\)"/\1/')
post "intranet/tokutei/inquiry?id=$APP" "act=$close" "id=$APP"
equal "$(desk_unit registrar state)" open

desk_company other
get "public/tokutei/inquiry?id=$mine"
status 404 'AZ-02 another company reads nothing'
get public/account/logout
post "public/tokutei/inquiry?id=$mine" act=answer
status 404 'AZ-02 and sends nothing'
end
