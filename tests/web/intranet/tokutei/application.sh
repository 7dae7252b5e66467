# application.sh - 申請の審査: what a desk reads, and its verdict.
. tests/lib.sh
. tests/desk.sh

desk_sent 'name=（株）サンプル商事<b>'
page=intranet/tokutei/application?id=$APP

browser nobody
get "$page"
leads_to /account/login 'nobody sees it'
browser first
get "$page"
leads_to /account/login 'the applicant neither'

# --- What a desk sees ---------------------------------------------------------

desk_staff officer reviewer meti
get "$page"
status 200 'a desk that has a part of it'
says '（株）サンプル商事＜ｂ＞' 'who applies'
says '事前チェック' 'the machine has looked'
says '株式会社サンプル商事' 'the full name is offered'
says 'ガス業' 'its own type'
hasnt '医薬品' 'not that of another ministry'
hasnt '銀行業' 'nor that of the third'
says '財務省' 'that there is another desk'
says '確認待ち' 'and how far it is'
has 'target=applicant&amp;office=0&amp;position=0&amp;field=at' 'an address can be asked about'
equal "$(desk_audit application.view)" 1 'the look is in the trail'
desk_strangers "$page"
browser stranger
get "intranet/tokutei/application?id=${APP//[0-9]/a}"
status 404 'an application that is not there'
get intranet/tokutei/application
status 404 'none at all'

# --- Notes ---------------------------------------------------------------------

browser officer
get "$page"
submit "$page" act=note note=
follow
says '申し送りの内容を入力してください' 'an empty note is none'
submit "$page" act=note 'note=電話で確認 <script>alert(1)</script>'
follow
says '申し送りを残しました'
has '電話で確認 &lt;script&gt;' 'harmless as text'
desk_staff colleague reviewer meti
get "$page"
says '電話で確認' 'a colleague of the desk reads it'
desk_staff other reviewer mhlw
get "$page"
hasnt '電話で確認' 'another ministry does not'

# --- Who works on it ------------------------------------------------------------

browser officer
get "$page"
says 'まだいません'
submit "$page" act=take
follow
says 'あなたの担当にしました'
says '見本 officer' 'everybody sees who works on it'
equal "$(desk_audit application.take)" 1
browser colleague
get "$page"
says '見本 officer'
submit "$page" act=take
leads_to /tokutei/assignment 'from a colleague it is taken over with a reason'

# --- Confirming -----------------------------------------------------------------

browser officer
get "$page"
has '>不登録相当</label>' 'the choices are named as what is chosen'
submit "$page" act=confirm opinion= reason=
follow
says '確認の結果を選んでください' 'an opinion is needed'
submit "$page" act=confirm opinion=refuse reason=
follow
says '不登録相当とする理由を入力してください' 'and a reason, if it is no'
equal "$(desk_unit meti state)" open 'nothing was stored'
browser colleague
get "$page"
browser officer
get "$page"
submit "$page" act=confirm opinion=register 'reason=問題なし'
follow
says '確認済みにしました'
says '登録相当'
equal "$(desk_unit meti state),$(desk_unit meti opinion)" confirmed,register
equal "$(desk_unit meti confirmed_by)" \
	"$(sql "SELECT account FROM audit WHERE object_id = UNHEX('$APP')
	         AND act = 'application.confirm'")" 'by whom'
equal "$(state_of "$APP")" submitted 'two ministries are missing'
browser colleague
submit "$page" act=confirm opinion=refuse reason=no
status 409 'a colleague who had the page open is too late'
says '確認済み' 'and is told'
equal "$(desk_unit meti opinion)" register 'nothing changed'

# Two at once: the second one is told who did what.
browser colleague
get "$page"
browser officer
get "$page"
submit "$page" act=reopen
follow
says '確認を取り消しました'
equal "$(desk_unit meti state),$(desk_unit meti opinion)" open, 'it is open again'
get "$page"
browser colleague
get "$page"
browser officer
submit "$page" act=confirm opinion=register reason=1
browser officer
get "$page"
submit "$page" act=reopen
browser colleague
submit "$page" act=confirm opinion=refuse reason=late
leads_to /tokutei/application 'a stale page is shown again'
follow
says 'ほかの人が操作しました' 'with what happened meanwhile'
says '見本 officer' 'by whom'
says '確認を取り消した' 'and what'
has 'late' 'what was typed is still there'
equal "$(desk_unit meti state)" open 'nothing was stored'
submit "$page" act=confirm opinion=refuse reason=late
follow
says '不登録相当' 'pressed again it is taken'
equal "$(desk_unit meti opinion)" refuse

# --- The whole ------------------------------------------------------------------

for m in mhlw mof; do
	desk_staff "all.$m" reviewer $m
	desk_confirms
done
equal "$(state_of "$APP")" ministry_confirmed 'all have confirmed'
browser clerk
get "$page"
status 200 'now the registrar sees it'
says '医薬品' 'with all types'
says 'ガス業'
says '銀行業'
hasnt '電話で確認' 'but no notes of a desk'
has "/tokutei/registration?id=$APP" 'the way to registering'
submit "$page" act=confirm opinion=register
status 403 'the registrar confirms nothing'

# --- What is worth a banner -------------------------------------------------------

sql "INSERT INTO outbox (public_id, template, recipient, data, state, next_at,
                         created_at)
     SELECT RANDOM_BYTES(16), 'completed', c.mail, '{}', 'failed',
            UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 1 HOUR
       FROM account c JOIN application p ON p.account = c.id
      WHERE p.public_id = UNHEX('$APP')"
browser officer
get "$page"
says '申請者にメールが届いていません' 'a mailbox that takes nothing'
sql "UPDATE review_unit u JOIN application p ON p.id = u.application
        SET u.confirmed_version = 999999
      WHERE p.public_id = UNHEX('$APP')"
get "$page"
says '確認後に変更あり' 'a newer version than the confirmed one'
sql "UPDATE review_unit u JOIN application p ON p.id = u.application
       JOIN ministry m ON m.id = u.ministry AND m.code = 'meti'
        SET u.state = 'open', u.reason = '人数を確かめてください'
      WHERE p.public_id = UNHEX('$APP')"
get "$page"
says '登録の担当から差し戻されました 人数を確かめてください' \
	'what the registrar sent back says why'
end
