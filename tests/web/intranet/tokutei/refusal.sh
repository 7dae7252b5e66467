# refusal.sh - 不登録: a reason, a text, a check page, a mail that only announces.
. tests/lib.sh
. tests/registered.sh

browser company
confirmed
to=$ME
registrar_alone "intranet/tokutei/refusal?id=$APP"
get "intranet/tokutei/refusal?id=$APP"
status 200
says '不登録の理由'
submit "intranet/tokutei/refusal?id=$APP" act=check
leads_to /tokutei/refusal 'a reason and a text are needed'
follow
has 'aria-invalid="true"'
submit "intranet/tokutei/refusal?id=$APP" act=check reason=twice \
	'text=同じ<b>申請があります'
status 200
says '申請者の画面には、次のように表示されます' 'as the applicant will read it'
says '同じ内容の申請または登録がある'
has '同じ&lt;b&gt;申請があります' 'OUT-01 a text is a text'
equal "$(state_of "$APP")" ministry_confirmed 'the check page refuses nothing'
cp "$T/page" "$T/page.check"

confirmed_by registrar
post "intranet/tokutei/refusal?id=$APP" act=refuse
status 409 'a second person is needed'
equal "$(sql "SELECT COUNT(*) FROM refusal f JOIN application p
	ON p.id = f.application WHERE p.public_id = UNHEX('$APP')")" 0 'nothing changed'
sql "UPDATE review_unit SET confirmed_by = NULL WHERE role = 'reviewer'
      AND application = (SELECT id FROM application
                         WHERE public_id = UNHEX('$APP'))"

cp "$T/page.check" "$T/page"
post "intranet/tokutei/refusal?id=$APP" act=refuse
leads_to /tokutei/registration
follow
says '不登録の内容' 'the page shows it'
says '同じ<b>申請があります'
equal "$(state_of "$APP")" refused
equal "$(desk_unit registrar state)" 'done'
equal "$(desk_audit application.refuse)" 1 'LG-03 it is in the trail'
get "intranet/tokutei/refusal?id=$APP"
says 'いまは、登録の手続きを行う状態ではありません' 'twice is not possible'
post "intranet/tokutei/refusal?id=$APP" act=refuse "id=$APP" \
	"revision=$(desk_unit registrar revision)" reason=other text=また
status 409
mail_wait "$to" 登録申請の受付
mail_wait "$to" 審査の結果のお知らせ
isnt 'the mail only announces' grep -qF 申請があります <<<"$(mail_text)"

browser company
get public/tokutei/home
says '登録されませんでした' 'the applicant sees the state'
says '同じ内容の申請または登録がある' 'the reason'
says '同じ<b>申請があります' 'and the text as written'
end
