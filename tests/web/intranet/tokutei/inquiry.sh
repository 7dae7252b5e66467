# inquiry.sh - 疑義照会 at the desk: drafted, sent in one mail, taken back, and
# the answer read item by item.
. tests/lib.sh
. tests/account.sh
. tests/draft.sh
. tests/desk.sh

get intranet/tokutei/inquiry
leads_to /account/login 'nobody asks anything'
desk_sent
rows() { sql "SELECT $1 FROM inquiry i JOIN application p
	ON p.id = i.application WHERE p.public_id = UNHEX('$APP') ${2:-}"; }
items() { sql "SELECT $1 FROM inquiry_item t JOIN inquiry i ON i.id = t.inquiry
	JOIN application p ON p.id = i.application
	WHERE p.public_id = UNHEX('$APP') ${2:-}"; }
ask() { # ask TARGET OFFICE POINT TEXT
	get "intranet/tokutei/inquiryitem?id=$APP&target=$1&office=$2"
	post "intranet/tokutei/inquiryitem?id=$APP" act=add "target=$1" \
		${2:+"office=$2"} "point=$3" reason=unclear "text=$4"
}

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
desk_staff mic reviewer mic
get "intranet/tokutei/inquiry?id=$APP"
status 404 'AZ-02 of a ministry that has nothing in it'
get "intranet/tokutei/inquiryitem?id=$APP"
status 404
desk_staff registrar registrar
get "intranet/tokutei/inquiry?id=$APP"
status 404 'AZ-02 nor of the registrar before all have confirmed'
desk_staff admin administrator
get "intranet/tokutei/inquiry?id=$APP"
status 403 'nor of an administrator'

# --- Drafted ------------------------------------------------------------------------

browser mhlw
get "intranet/tokutei/inquiryitem?id=$APP"
status 200
says '代表者氏名' 'fields of the applicant'
says '産業医の選任の有無' 'those that a company has'
hasnt '設立区分' 'and not those that it was not asked'
hasnt '内容に偽りがない' 'to agree is no value'
says '見本太郎' 'the value stands beside'
post "intranet/tokutei/inquiryitem?id=$APP" act=add target=applicant \
	reason=unclear text=確認
leads_to /tokutei/inquiryitem 'nothing was chosen'
follow
says '照会する項目を選んでください'
has '確認</textarea>' 'what was typed stays'
get "intranet/tokutei/inquiryitem?id=$APP&target=applicant"
post "intranet/tokutei/inquiryitem?id=$APP" act=add target=applicant \
	point=applicant.chief
follow
says '照会の理由を選んでください'
post "intranet/tokutei/inquiryitem?id=$APP" act=add target=applicant \
	point=applicant.password reason=unclear text=x
status 400 'a field that there is not'
get "intranet/tokutei/inquiryitem?id=$APP&target=applicant"
hasnt '確認</textarea>' 'a link begins anew'
equal "$(rows 'COUNT(*)')" 0 'nothing was begun yet'
post "intranet/tokutei/inquiryitem?id=$APP" act=add target=applicant \
	point=applicant.chief reason=unclear \
	'text=<b>登記と違いませんか</b>' suggestion=見本花子
leads_to /tokutei/inquiry 'a first item'
follow
has '&lt;b&gt;登記と違いませんか&lt;/b&gt;' 'as a text'
says '見本太郎' 'the value when it is asked'
equal "$(rows 'CONCAT_WS(" ", i.state, i.number)')" 'draft 1' 'a draft was begun'
equal "$(desk_audit application.inquiry.draft)" 1 'LG-01'
equal "$(desk_unit mhlw state)" open 'the desk goes on'
is 'a desk has begun' test -n "$(sql "SELECT begun_at FROM application
	WHERE public_id = UNHEX('$APP')")"

get "intranet/tokutei/inquiryitem?id=$APP&target=office"
says '霞が関支店' 'offices of this desk'
hasnt '見本工場' 'and of no other'
get "intranet/tokutei/inquiryitem?id=$APP&target=office&q=nothing"
says '当てはまる事業所はありません'
get "intranet/tokutei/inquiryitem?id=$APP&target=office&office=1"
has 'value="business.1.own"' 'its own business'
hasnt 'value="business.2.own"' 'not that of another ministry'
has 'value="institution.inst"' 'the institution as a whole'
get "intranet/tokutei/inquiryitem?id=$APP&target=office&office=2"
status 404 'AZ-02 an office of another ministry'
ask office 1 business.2.own x
status 404 'AZ-02 a business of another ministry'
get "intranet/tokutei/inquiryitem?id=$APP&target=office&office=1"
post "intranet/tokutei/inquiryitem?id=$APP" act=add target=office office=2 \
	point=office.name reason=unclear text=x
status 404 'AZ-02 an office of another ministry'
ask office 1 business.1.own 人数の根拠は
leads_to /tokutei/inquiry
ask office 1 office.at 番地まで
ask document '' document.plan 写しを
equal "$(items 'CONCAT_WS(" ", t.number, t.target, t.office, t.position, t.field)' \
	'ORDER BY t.id')" \
	$'1 applicant 0 0 chief\n2 business 1 1 own\n3 office 1 0 at\n4 document 0 0 plan' \
	'four items'
is 'before is a text' grep -qF '東京都' <<<"$(items 't.before_text' "AND t.field = 'at'")"

item=$(items 'LOWER(HEX(t.public_id))' 'AND t.number = 4')
get "intranet/tokutei/inquiryitem?id=$item"
status 200
submit "intranet/tokutei/inquiryitem?id=$item" act=save reason=document \
	text=業務継続計画の写しをお願いします
leads_to /tokutei/inquiry 'it can be changed'
get "intranet/tokutei/inquiryitem?id=$item"
post "intranet/tokutei/inquiryitem?id=$item" act=save revision=1 \
	reason=other text=古い
leads_to /tokutei/inquiryitem 'CO-01 a stale page is told'
item=$(items 'LOWER(HEX(t.public_id))' 'AND t.number = 3')
desk_staff meti reviewer meti
get "intranet/tokutei/inquiryitem?id=$item"
status 404 'AZ-02 another ministry does not have it'
get "intranet/tokutei/inquiry?id=$APP"
hasnt '登記と違いませんか' 'AZ-02 nor reads it'
post "intranet/tokutei/inquiryitem?id=$item" act=remove
status 404 'AZ-02 nor removes it'
browser mhlw
get "intranet/tokutei/inquiryitem?id=$item"
post "intranet/tokutei/inquiryitem?id=$item" act=remove
leads_to /tokutei/inquiry 'its own desk does'
equal "$(items 'COUNT(*)')" 3
browser company
get public/tokutei/inquiry
browser mhlw

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
equal "$(rows 'i.state')" sent
equal "$(desk_unit mhlw state)" inquiry 'the desk waits'
equal "$(desk_unit mhlw due_on)" "$(date -d "$due" +%F)" 'until that day'
equal "$(sql "SELECT state FROM application WHERE public_id = UNHEX('$APP')")" \
	under_inquiry
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
equal "$(items 'COUNT(*)')" 3 'nothing was added'

# --- Taken back ------------------------------------------------------------------------

get "$page"
submit "$page" act=cancel
follow
says '取り消す理由を入力してください'
submit "$page" act=cancel 'reason=確かめました<i>'
leads_to /tokutei/inquiry
follow
says '照会を取り消しました'
equal "$(rows 'CONCAT(i.state, i.reason)')" 'cancelled確かめました<i>'
equal "$(desk_unit mhlw state)" open
equal "$(desk_unit mhlw 'due_on IS NULL')" 1 'the day is gone'
equal "$(sql "SELECT state FROM application WHERE public_id = UNHEX('$APP')")" \
	submitted
mail_wait "$ME" '照会の取消し'
get "$page"
post "$page" act=cancel reason=x
status 409 'taken back once'

# --- The answer, read ---------------------------------------------------------------------

ask applicant '' applicant.tel 電話は
ask applicant '' applicant.chief 代表者は
get "$page"
submit "$page" act=preview
follow
post "$page" act=drop
follow
equal "$(rows 'COUNT(*)' "AND i.state = 'draft'")" 0 'a draft is thrown away'
ask applicant '' applicant.tel 電話は
ask applicant '' applicant.chief 代表者は
get "$page"
submit "$page" act=preview
follow
post "$page" act=send
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
browser meti
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
equal "$(rows 'GROUP_CONCAT(i.state ORDER BY i.number)')" cancelled,closed,draft \
	'and begins a draft'
equal "$(items 't.previous IS NOT NULL' "AND i.state = 'draft'")" 1 \
	'that knows what was asked before'
get "$page"
says 'もう一度照会する項目'
end
