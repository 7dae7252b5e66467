# inquiryitem.sh - 照会する項目: which fields a desk may ask about.
. tests/lib.sh
. tests/inquiry.sh

get intranet/tokutei/inquiryitem
leads_to /account/login 'nobody asks anything'
desk_sent
desk_strangers "intranet/tokutei/inquiryitem?id=$APP"
desk_staff mhlw reviewer mhlw

# --- Drafted ------------------------------------------------------------------------

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
equal "$(inquiry_rows 'COUNT(*)')" 0 'nothing was begun yet'
post "intranet/tokutei/inquiryitem?id=$APP" act=add target=applicant \
	point=applicant.chief reason=unclear \
	'text=<b>登記と違いませんか</b>' suggestion=見本花子
leads_to /tokutei/inquiry 'a first item'
follow
has '&lt;b&gt;登記と違いませんか&lt;/b&gt;' 'as a text'
says '見本太郎' 'the value when it is asked'
equal "$(inquiry_rows 'CONCAT_WS(" ", i.state, i.number)')" 'draft 1' 'a draft was begun'
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
inquiry_add office 1 business.2.own x
status 404 'AZ-02 a business of another ministry'
get "intranet/tokutei/inquiryitem?id=$APP&target=office&office=1"
post "intranet/tokutei/inquiryitem?id=$APP" act=add target=office office=2 \
	point=office.name reason=unclear text=x
status 404 'AZ-02 an office of another ministry'
inquiry_ask office 1 business.1.own 人数の根拠は
leads_to /tokutei/inquiry
inquiry_ask office 1 office.at 番地まで
inquiry_ask document '' document.plan 写しを
equal "$(inquiry_items 'CONCAT_WS(" ", t.number, t.target, t.office, t.position, t.field)' \
	'ORDER BY t.id')" \
	$'1 applicant 0 0 chief\n2 business 1 1 own\n3 office 1 0 at\n4 document 0 0 plan' \
	'four items'
is 'before is a text' grep -qF '東京都' <<<"$(inquiry_items 't.before_text' "AND t.field = 'at'")"

item=$(inquiry_items 'LOWER(HEX(t.public_id))' 'AND t.number = 4')
get "intranet/tokutei/inquiryitem?id=$item"
status 200
submit "intranet/tokutei/inquiryitem?id=$item" act=save reason=document \
	text=業務継続計画の写しをお願いします
leads_to /tokutei/inquiry 'it can be changed'
get "intranet/tokutei/inquiryitem?id=$item"
post "intranet/tokutei/inquiryitem?id=$item" act=save revision=1 \
	reason=other text=古い
leads_to /tokutei/inquiryitem 'CO-01 a stale page is told'
item=$(inquiry_items 'LOWER(HEX(t.public_id))' 'AND t.number = 3')
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
equal "$(inquiry_items 'COUNT(*)')" 3
end
