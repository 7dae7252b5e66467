# registration.sh - 登録: one application and many at once.
. tests/lib.sh
. tests/registered.sh

browser company
OFFICE=("${SECOND[@]}")
confirmed
FIRST=$APP
to=$ME

registrar_alone "intranet/tokutei/registration?id=$APP"

# --- One ----------------------------------------------------------------------

get "intranet/tokutei/registration?id=00000000000000000000000000000000"
status 404 'one that is not there'
get "intranet/tokutei/registration?id=$APP"
status 200
says '見本 確認' 'who confirmed'
says '基準に合って<b>います' 'and what they say of it'
has '>登録相当</td>' 'in one word'
says '登録する人数' 'what will be registered'
has '合って&lt;b&gt;います' 'OUT-01 what they say is a text'
equal "$(desk_audit application.view)" 1 'LG-03 the look is in the trail'
equal "$(sql "SELECT COUNT(*) FROM registration r JOIN application p
	ON p.id = r.application WHERE p.public_id = UNHEX('$APP')")" 0 \
	'looking registers nothing'

# Whoever confirmed may not.
confirmed_by registrar
get "intranet/tokutei/registration?id=$APP"
says 'あなたは、この申請を府省庁の担当者として確認しています' 'a second person is needed'
hasnt 'value="register"' 'no button then'
post "intranet/tokutei/registration?id=$APP" act=register "id=$APP" \
	"revision=$(desk_unit registrar revision)"
status 409 'pressed all the same'
says '別の方が行ってください' 'it is told kindly'
equal "$(state_of "$APP")" ministry_confirmed 'nothing has changed'
equal "$(number_of "$APP")" '' 'no number was given'

registrar second
get "intranet/tokutei/registration?id=$APP"
cp "$T/page" "$T/page.before"
post "intranet/tokutei/registration?id=$APP" act=register
leads_to /tokutei/registration
follow
status 200
NUMBER=$(number_of "$APP")
matches 'R-[0-9]{4}-[0-9]{6}' 'the number, as it always looks'
says "$NUMBER" 'it is the one that was given'
equal "$(sql "SELECT CONCAT_WS(' ', state, offices, persons, valid_until =
	registered_on + INTERVAL 5 YEAR - INTERVAL 1 DAY)
	FROM registration WHERE number = '$NUMBER'")" 'active 1 27 1' \
	'offices, head count and five years'
equal "$(state_of "$APP")" registered
equal "$(desk_unit registrar state)" 'done'
equal "$(desk_audit application.register)" 1 'LG-03 it is in the trail'
mail_wait "$to" 登録申請の受付
mail_wait "$to" 登録のお知らせ
mail_has "$NUMBER" 'the mail has the number'
mail_has '27人' 'and the head count'

# Pressed again.
post "intranet/tokutei/registration?id=$APP" act=register
get "intranet/tokutei/registration?id=$APP"
post "intranet/tokutei/registration?id=$APP" act=register "id=$APP" \
	"revision=$(desk_unit registrar revision)"
status 409 'twice is not possible'
equal "$(sql "SELECT COUNT(*) FROM registration WHERE number LIKE 'R-%' AND
	application = (SELECT id FROM application
	               WHERE public_id = UNHEX('$APP'))")" 1 'and gives no second number'
get "intranet/tokutei/registration?id=$APP"
says "$NUMBER" 'the page shows the number'
has "/tokutei/notice?id=$APP" 'and leads to the letter'

# The page of a colleague who was slower.
equal "$(sql "SELECT CONCAT(b.offices, ' ', b.types) FROM register_business b
	WHERE b.number = '$NUMBER'")" '1 T02,T09' 'it is published at once'

# --- Public bodies ----------------------------------------------------------------

browser company
OFFICE=(inst.secured=yes)
FOUNDER_IS=public confirmed name=見本県 kana=みほんけん
to=$ME
browser second
get "intranet/tokutei/registration?id=$APP"
says '国や自治体の職員だけの申請です' 'own staff is reported'
hasnt '>登録する<' 'and not registered'
post "intranet/tokutei/registration?id=$APP" act=report
leads_to /tokutei/registration
equal "$(state_of "$APP")" report_accepted
equal "$(number_of "$APP")" '' 'without a number'
mail_wait "$to" 登録申請の受付
mail_wait "$to" 報告の受理のお知らせ
mail_has '登録番号は付きません'

browser company
OFFICE=(business.0.external=4)
FOUNDER_IS=public confirmed name=見本市 kana=みほんし note2=産業医を選任し、業務継続計画を作成しています
browser second
get "intranet/tokutei/registration?id=$APP"
says '外部事業者の従業者だけを登録し' 'of both the external staff is registered'
register
equal "$(sql "SELECT CONCAT(offices, ' ', persons) FROM registration
	WHERE number = '$NUMBER'")" '1 4' 'and nobody else'
is 'what was reported is in the trail' test "$(sql "SELECT detail FROM audit
	WHERE object_id = UNHEX('$APP') AND act = 'application.register'" |
	grep -c '"reported":20')" = 1

# --- Many -------------------------------------------------------------------------

browser company
OFFICE=()
many=()
for i in 1 2 3; do
	browser "company$i"
	confirmed "name=一括商事$i株式会社" kana=いっかつ
	many+=("$APP")
done
browser second
confirmed_by second
get "intranet/tokutei/registration?id=${many[0]}"
post intranet/tokutei/registration act=check "pick=${many[0]}" \
	"+pick=${many[1]}" "+pick=${many[2]}" "+pick=$FIRST" \
	+pick=00000000000000000000000000000000 +pick=nonsense
status 200
says '一括商事１株式会社' 'those that can be'
says 'あなたが府省庁の担当者として確認しました' 'why one cannot be'
says '登録の手続きを行う状態ではありません' 'and another'
has 'value="register_all"' 'then the button'
equal "$(sql "SELECT COUNT(*) FROM application WHERE state = 'registered'
	AND public_id IN (UNHEX('${many[0]}'), UNHEX('${many[1]}'))")" 0 \
	'the check page registers nothing'
cp "$T/page" "$T/page.check"
post intranet/tokutei/registration act=register_all "pick=${many[0]}" \
	"+pick=${many[1]}" "+pick=${many[2]}"
status 409 'one of them needs a second person'
equal "$(number_of "${many[0]}")$(number_of "${many[1]}")" '' \
	'all or none: nobody has a number'

# Interrupted half-way: the second of them is held by somebody else, the program
# is killed while it waits.
sorted=$(printf '%s\n' "${many[0]}" "${many[1]}" | sort | tail -n 1)
counted() { sql "SELECT COALESCE(MAX(last), 0) FROM registration_counter"; }
before=$(counted)
mkfifo "$T/hold"
instance sql -N <"$T/hold" >/dev/null &
exec 5>"$T/hold"
echo "BEGIN; SELECT id FROM application WHERE public_id = UNHEX('$sorted')
	FOR UPDATE;" >&5
# A transaction is there that is so.
waits() {
	[ "$(sql "SELECT COUNT(*) FROM information_schema.innodb_trx
		WHERE $1")" -ge 1 ]
}
wait_until 5 waits 'trx_rows_locked > 0'
cp "$T/page.check" "$T/page"
post intranet/tokutei/registration act=register_all "pick=${many[0]}" \
	"+pick=${many[1]}" >/dev/null &
press=$!
wait_until 5 waits "trx_state = 'LOCK WAIT'"
# shellcheck disable=SC2046
kill -KILL $(processes_of intranet/tokutei/registration)
wait "$press"
echo "ROLLBACK;" >&5
exec 5>&-
equal "$(number_of "${many[0]}")$(number_of "${many[1]}")" '' \
	'killed half-way, nothing is half done'
equal "$(counted)" "$before" 'and no number is lost'
wait_until 5 answers 303 intranet/tokutei/registration
cp "$T/page.check" "$T/page"
post intranet/tokutei/registration act=register_all "pick=${many[0]}" \
	"+pick=${many[1]}"
leads_to /tokutei/registration 'pressed again, it is done'
again=$(header_of Location)
follow
status 200
says "$(number_of "${many[0]}")" 'the numbers'
says "$(number_of "${many[1]}")" 'of all of them'
cp "$T/page.check" "$T/page"
post intranet/tokutei/registration act=register_all "pick=${many[0]}" \
	"+pick=${many[1]}"
equal "$(header_of Location)" "$again" 'the same form once more leads there again'
equal "$(sql "SELECT COUNT(*), COUNT(DISTINCT number) FROM registration r
	JOIN application p ON p.id = r.application
	WHERE p.public_id IN (UNHEX('${many[0]}'), UNHEX('${many[1]}'))")" \
	"2	2" 'nobody gets two numbers'
get intranet/tokutei/registration
leads_to /tokutei/list 'without anything picked, back to the list'
end
