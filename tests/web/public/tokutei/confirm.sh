. tests/lib.sh
. tests/draft.sh

# --- A draft without a question --------------------------------------------

draft_open
get public/tokutei/confirm
leads_to /tokutei/founder 'steps cannot be skipped'
draft_founder
draft_applicant
get public/tokutei/confirm
leads_to /tokutei/offices 'nor without an office'
draft_office
get public/tokutei/confirm
status 200
says 'まだ申請は終わっていません' 'it says that nothing was sent yet'
says 'サンプル商事株式会社' 'the applicant as stored'
says '霞が関支店' 'the offices'
has 'href="/tokutei/applicant#at.zip"' 'a link that changes a field'
has 'href="/tokutei/office?id=' 'a link that changes an office'
hasnt 'このままでよい' 'nothing is asked'
says '内容を変えられません' 'it says that it cannot be changed afterwards'

# --- Two at the same moment: one application --------------------------------

# both KEY KEY: two forms at once; how many of them lead to the receipt, or
# say that it was sent already.
both() {
	local key n=0 twins=()
	where public/tokutei/confirm
	for key; do
		n=$((n + 1))
		curl --silent --output /dev/null --dump-header "$T/twin.$n" \
			--cookie "$JAR" --header "Origin: $PUBLIC_URL" \
			--header 'Sec-Fetch-Site: same-origin' \
			--data-urlencode "token=$TOKEN" \
			--data-urlencode "key=$key" --data act=send "$URL" &
		twins+=($!)
	done
	wait "${twins[@]}"
	cat "$T"/twin.[12] | tr -d '\r' |
		grep -cE '^Location: .*/tokutei/complete$|^HTTP[^ ]* 409'
}
count() {
	sql "SELECT COUNT(*) FROM application
		WHERE mail = '$ME' AND receipt IS NOT NULL"
}

TOKEN=$(value_of token)
KEY=$(value_of key)
equal "$(both "$KEY" "$KEY")" 2 'pressed twice: both lead to the receipt'
equal "$(count)" 1 'one application'
equal "$(sql "SELECT COUNT(*) FROM outbox WHERE recipient = '$ME'
	AND template = 'completed'")" 1 'one mail'
equal "$(sql "SELECT COUNT(*) FROM audit u JOIN application p
	ON p.public_id = u.object_id WHERE u.act = 'application.send'
	AND p.mail = '$ME'")" 1 'one entry of the trail'

browser windows
draft_ready
TOKEN=$(value_of token)
KEY=$(value_of key)
get public/tokutei/confirm
isnt 'two windows have two forms' test "$KEY" = "$(value_of key)"
equal "$(both "$KEY" "$(value_of key)")" 2 \
	'sent in two windows: both are told that it was received'
equal "$(sql "SELECT COUNT(*), COUNT(DISTINCT v.id) FROM application p
	JOIN version v ON v.application = p.id WHERE p.mail = '$ME'")" \
	"1	1" 'one application of one version'
equal "$(sql "SELECT COUNT(*) FROM account WHERE login = '$ME'")" 1 'one account'

get public/tokutei/complete
says "$(sql "SELECT receipt FROM application WHERE mail = '$ME'")" 'the receipt'
get public/tokutei/confirm
status 409 'what was sent is not sent again'
says '受け付けました' 'and the page says what the state is'

# --- Sent while another page is on its way ----------------------------------

browser late
draft_ready
get "$(link_to 'office?id=')"
coproc SENDING { instance sql -N -B -n; }
echo "START TRANSACTION; UPDATE application SET sent = draft, draft = NULL,
	state = 'submitted' WHERE mail = '$ME'; SELECT 1;" >&"${SENDING[1]}"
read -r _ <&"${SENDING[0]}"
(submit public/tokutei/office act=save name=遅れた支店
	echo "$STATUS" >"$T/late") &
late=$!
waits() {
	[ "$(sql "SELECT COUNT(*) FROM information_schema.processlist
		WHERE info LIKE 'UPDATE application%SET changed_at%'")" -gt 0 ] ||
		! kill -0 $late
}
wait_until 10 waits
echo 'COMMIT; SELECT 1;' >&"${SENDING[1]}"
read -r _ <&"${SENDING[0]}"
exec {SENDING[1]}>&-
wait $late
equal "$(<"$T/late")" 409 'a change that waited for the sending comes too late'
equal "$(sql "SELECT o.name FROM office o JOIN application p
	ON p.sent = o.version WHERE p.mail = '$ME'")" 霞が関支店 \
	'what was sent is never changed'

# --- Open questions -----------------------------------------------------------

browser questions
draft_ready name=㈱サンプル商事 note1=1234567890123 tel=031234567890 \
	at.zip=1000001 at.pref=14 at.city=141011 mail=someone@gmial.com
says '株式会社サンプル商事' 'the full name is offered'
says '法人番号に、打ち間違いがあるようです' 'a wrong check digit'
says '東京都千代田区' 'where the postal code belongs'
says '入力した番号：031234567890' 'a long telephone number'
says 'gmail.com' 'the domain that was meant'
post public/tokutei/confirm act=send company_short=1 number_wrong=1
leads_to /tokutei/confirm 'without all ticks it is not sent'
equal "$(count)" 0
follow
has 'エラー：' 'the title says so'
has 'href="#tel_unusual"' 'the summary leads to the tick'
is 'what was ticked stays' grep -q 'name="company_short"[^>]* checked' "$T/page"
isnt 'the others are not' grep -q 'name="tel_unusual"[^>]* checked' "$T/page"
post public/tokutei/confirm act=send company_short=1 number_wrong=1 \
	zip_elsewhere=1 tel_unusual=1 mail_slip=1 staff_less=1
leads_to /tokutei/complete 'with them it is'
equal "$(sql "SELECT GROUP_CONCAT(q.question ORDER BY q.question)
	FROM accepted_question q JOIN application p ON p.sent = q.version
	WHERE p.mail = '$ME'")" \
	company_short,mail_slip,number_wrong,tel_unusual,zip_elsewhere \
	'what was ticked is stored, and only what was asked'

# --- What has to be mended ------------------------------------------------------

browser public-body
draft_open
draft_founder public
draft_applicant
draft_office business.0.external=5
get public/tokutei/confirm
says '備考2が空欄です' 'external staff of a public body wants 備考2'
post public/tokutei/confirm act=send
leads_to /tokutei/confirm
follow
has 'href="#note2_missing"' 'the summary leads to what has to be mended'
equal "$(count)" 0
draft_applicant note2=指定管理者が運営しています
get public/tokutei/confirm
hasnt 'href="#note2_missing"' 'what was mended elsewhere is no mistake any more'
get public/tokutei/confirm
hasnt '備考2が空欄です' 'it is filled'
says '備考2に、産業医または業務継続計画の記載が見つかりません' 'but does not say it'
draft_applicant note2=指定管理者は産業医を選任し、業務継続計画を作成しています
get public/tokutei/confirm
hasnt 'note2_words' 'now it does'
post public/tokutei/confirm act=send
leads_to /tokutei/complete

browser founder-changed
draft_ready
draft_founder public
get public/tokutei/confirm
leads_to /tokutei/applicant 'another kind of founder: its page comes first'
sql "UPDATE applicant a JOIN application p ON p.draft = a.version
	SET a.saved_at = '2026-11-01' WHERE p.mail = '$ME'"
get public/tokutei/confirm
says '設立主体を変えたため' 'and in any case nothing stays unanswered'
post public/tokutei/confirm act=send
leads_to /tokutei/confirm
equal "$(count)" 0

browser gate
draft_ready
sql "UPDATE applicant a JOIN application p ON p.draft = a.version
	SET a.physician = 'no' WHERE p.mail = '$ME'"
post public/tokutei/confirm act=send
leads_to /tokutei/gate 'no physician: the gate'
equal "$(count)" 0 'and no way around it'
get public/tokutei/confirm
leads_to /tokutei/gate

# --- Agency: in whose name ------------------------------------------------------

browser agency
draft_ready agency=1 agency_physician=1 agency_plan=1
says '代理を頼んだ事業者の名前がない事業所' 'each office names its principal'
says '代理を頼んだすべての事業者が、産業医を選任し' 'what 備考2 says is written for the applicant'
principal() {
	get public/tokutei/offices
	get "$(link_to 'office?id=')"
	submit public/tokutei/office act=save "principal=$1"
	get public/tokutei/confirm
}
principal （株）加盟店一号
hasnt '名前がない事業所'
says '（（株）加盟店一号代理）霞が関支店' 'the name of the office has the prefix'
says '株式会社加盟店一号' 'a short name of a principal is asked about, too'
principal 株式会社加盟店一号
says '（株式会社加盟店一号代理）霞が関支店' 'a new principal replaces the old one'
hasnt '（（株）'
equal "$(sql "SELECT o.shown_name FROM office o JOIN application p
	ON p.draft = o.version WHERE p.mail = '$ME'")" \
	'（株式会社加盟店一号代理）霞が関支店' 'and is stored'
draft_applicant agency=
get public/tokutei/confirm
hasnt '代理）霞が関支店' 'who files for nobody else has no prefix'
says '霞が関支店'

# --- Offices --------------------------------------------------------------------

browser offices
draft_ready
draft_office name=全員支店 staff=5 business.0.own=6
draft_office name=未定支店 inst.secured=no inst.plan=見本病院に相談中
get public/tokutei/confirm
says '対象業務 6人、全従業者 5人' 'more own people than there are'
says '接種実施医療機関が決まっていない事業所' 'an office without institution is told'
post public/tokutei/confirm act=send staff_less=1
leads_to /tokutei/complete 'and can be sent'
end
