# inquiry.sh - 疑義照会 at the desk: drafted, sent in one mail, taken back, and
# the answer read item by item.
. tests/lib.sh
. tests/account.sh
. tests/inquiry.sh

get intranet/tokutei/inquiry
leads_to /account/login 'nobody asks anything'
desk_sent

# --- Whose it is ------------------------------------------------------------------

desk_staff mhlw reviewer mhlw
get "intranet/tokutei/inquiry?id=$APP"
status 200
says 'この申請への照会は、まだありません' 'nothing was asked yet'
equal "$(desk_audit application.view)" 1 'LG-01 the look is noted'
get intranet/tokutei/inquiry?id=00000000000000000000000000000000
status 404
get "intranet/tokutei/inquiry?id=$APP&target=business&office=1&position=1&field=own"
leads_to /tokutei/inquiryitem 'a link from what is read'
follow
matches 'value="business.1.own" checked' 'chooses it'
desk_strangers "intranet/tokutei/inquiry?id=$APP"
browser stranger
get "intranet/tokutei/inquiryitem?id=$APP"
status 404 'AZ-02 who has no part of it asks nothing'

browser mhlw
inquiry_ask applicant '' applicant.chief 登記と違いませんか
inquiry_ask office 1 business.1.own 人数の根拠は
inquiry_ask document '' document.plan 写しをお願いします
equal "$(inquiry_items 'COUNT(*)')" 3

# --- Last day, preview, sent ------------------------------------------------------------

page="intranet/tokutei/inquiry?id=$APP"
get "$page"
due=$(value_of due.year)-$(value_of due.month)-$(value_of due.day)
is 'ten business days are offered' test \
	"$(date -d "$due" +%s)" -ge "$(date -d '+14 days' +%s)"
submit "$page" act=preview due.year=2020 due.month=4 due.day=1
follow
says '回答の期限は、あすより後の日を選んでください'
sunday=$(date -d 'sunday +7 days' '+%Y %-m %-d')
set -- $sunday
submit "$page" act=preview "due.year=$1" "due.month=$2" "due.day=$3"
follow
says '土曜・日曜・祝日・年末年始ではない日を選んでください'
submit "$page" act=preview message=よろしくお願いします "due.year=${due%%-*}" \
	"due.month=$(cut -d- -f2 <<<"$due")" "due.day=${due##*-}"
leads_to /tokutei/inquiry
follow
says '申請した方には、次のように見えます' 'the preview'
says 'よろしくお願いします'
mails=$(sql "SELECT COUNT(*) FROM outbox WHERE recipient = '$ME'")
cp "$T/page" "$T/preview"
post "$page" act=send
leads_to /tokutei/inquiry
follow
says '照会を送りました'
equal "$(inquiry_rows 'i.state')" sent
equal "$(desk_unit mhlw state)" inquiry 'the desk waits'
equal "$(desk_unit mhlw due_on)" "$(date -d "$due" +%F)" 'until that day'
equal "$(state_of "$APP")" under_inquiry
equal "$(sql "SELECT COUNT(*) FROM outbox WHERE recipient = '$ME'")" \
	$((mails + 1)) 'one mail for all of it'
mail_wait "$ME"
mail_wait "$ME" '照会'
mail_has '/account/login' 'PD-06 the address to log in'
isnt 'PD-06 and nothing of what is asked' grep -qE '登記|人数|写し' <<<"$(mail_text)"
cp "$T/preview" "$T/page"
post "$page" act=send
leads_to /tokutei/inquiry 'pressed twice, sent once'
equal "$(sql "SELECT COUNT(*) FROM outbox WHERE recipient = '$ME'")" \
	$((mails + 1))
get "$page"
post "$page" act=send
status 409 'and not again'
get "$page"
hasnt '/tokutei/inquiryitem?id=' 'nothing can be added now'
get "intranet/tokutei/inquiryitem?id=$APP"
post "intranet/tokutei/inquiryitem?id=$APP" act=add target=applicant \
	point=applicant.tel reason=unclear text=x
status 409
equal "$(inquiry_items 'COUNT(*)')" 3 'nothing was added'

# --- Taken back ------------------------------------------------------------------------

get "$page"
submit "$page" act=cancel
follow
says '取り消す理由を入力してください'
submit "$page" act=cancel 'reason=確かめました<i>'
leads_to /tokutei/inquiry
follow
says '照会を取り消しました'
equal "$(inquiry_rows 'CONCAT(i.state, i.reason)')" 'cancelled確かめました<i>'
equal "$(desk_unit mhlw state)" open
equal "$(desk_unit mhlw 'due_on IS NULL')" 1 'the day is gone'
equal "$(state_of "$APP")" submitted
mail_wait "$ME" '照会の取消し'
get "$page"
post "$page" act=cancel reason=x
status 409 'taken back once'

# --- The answer, read ---------------------------------------------------------------------

ask_twice() {
	inquiry_ask applicant '' applicant.tel 電話は
	inquiry_ask applicant '' applicant.chief 代表者は
}
ask_twice
inquiry_preview
post "$page" act=drop
follow
equal "$(inquiry_rows 'COUNT(*)' "AND i.state = 'draft'")" 0 'a draft is thrown away'
ask_twice
inquiry_send
sql "UPDATE inquiry_item t JOIN inquiry i ON i.id = t.inquiry
	SET t.reply = 'ひみつの返事<script>', t.state = 'answered' WHERE i.state = 'sent'"
get "$page"
hasnt 'ひみつの返事' 'what is not sent yet is not read'
sql "UPDATE inquiry i JOIN review_unit u ON u.id = i.unit
	JOIN application p ON p.id = i.application
	SET i.state = 'answered', i.answered_at = UTC_TIMESTAMP(6),
	    i.after_version = p.sent, u.state = 'answered', u.due_on = NULL,
	    p.state = 'submitted'
	WHERE i.state = 'sent' AND p.public_id = UNHEX('$APP')"
get "$page"
says 'ひみつの返事<script>' 'the answer'
hasnt 'ひみつの返事<script>' 'as a text'
one=$(grep -oE 'value="close:[0-9a-f]{32}"' "$T/page" | head -n 1 |
	sed 's/.*close:\(.*\)"/\1/')
two=$(grep -oE 'value="again:[0-9a-f]{32}"' "$T/page" | tail -n 1 |
	sed 's/.*again:\(.*\)"/\1/')
desk_staff meti reviewer meti
get "$page"
post "$page" act="close:$one" "id=$APP"
status 404 'AZ-02 another ministry closes nothing'
browser mhlw
get "$page"
post "$page" act="close:$one" "id=$APP"
leads_to /tokutei/inquiry
equal "$(desk_unit mhlw state)" answered 'one is left'
get "$page"
post "$page" act="close:$one" "id=$APP"
status 404 'closed once'
get "$page"
post "$page" act="again:$two" "id=$APP"
leads_to /tokutei/inquiry
equal "$(desk_unit mhlw state)" open 'the last one ends it'
equal "$(inquiry_rows 'GROUP_CONCAT(i.state ORDER BY i.number)')" cancelled,closed,draft \
	'and begins a draft'
equal "$(inquiry_items 't.previous IS NOT NULL' "AND i.state = 'draft'")" 1 \
	'that knows what was asked before'
get "$page"
says 'もう一度照会する項目'
end
