# cancellation.sh - 取消: a reason, a text, a check page, a mail that only
# announces.
. tests/lib.sh
. tests/ended.sh

made name=取消サンプル商事株式会社
desk_staff reviewer reviewer mhlw
get "intranet/tokutei/cancellation?id=$APP"
status 403 'AZ-01 a ministry is no registrar'
browser registrar
get "intranet/tokutei/cancellation?id=$APP"
status 200
says '取消しの理由'
viewed=$(sql "SELECT COUNT(*) FROM audit WHERE object_id = UNHEX('$APP')
	AND act = 'application.view'")
equal "$viewed" 2 'LG-03 the looks are in the trail'
submit "intranet/tokutei/cancellation?id=$APP" act=check
leads_to /tokutei/cancellation 'a reason and a text are needed'
follow
has 'aria-invalid="true"'
submit "intranet/tokutei/cancellation?id=$APP" act=check reason=untrue \
	'text=人数が<b>事実と違いました'
status 200
says '次のように表示されます' 'as the business will read it'
has '人数が&lt;b&gt;事実と違いました' 'OUT-01 a text is a text'
equal "$(registration state)" active 'the check page ends nothing'
cp "$T/page" "$T/page.check"
post "intranet/tokutei/cancellation?id=$APP" act=cancel
leads_to /tokutei/standing
follow
says '登録を取り消しました'
says '人数が<b>事実と違いました'
today=$(TZ=Asia/Tokyo date +%F)
equal "$(registration state) $(registration ends_on) $(events)" "cancelled $today cancel"
equal "$(published)" 0 'nothing of it is left in the register'
equal "$(desk_audit application.cancel)" 1 'LG-03 it is in the trail'
equal "$(told registration_cancelled)" 1
data=$(sql "SELECT data FROM outbox WHERE recipient = '$ME'
	AND template = 'registration_cancelled'")
isnt 'the mail only announces' grep -qF 事実と違いました <<<"$data"
get "intranet/tokutei/cancellation?id=$APP"
status 200
says '取り消せる状態ではありません' 'twice is not possible'
cp "$T/page" "$T/page.after"
cp "$T/page.check" "$T/page"
post "intranet/tokutei/cancellation?id=$APP" act=cancel reason=other text=また
status 409
says 'すでに取り消されています'
equal "$(events)" cancel 'nothing has changed'
get "intranet/tokutei/standing?id=$APP&pdf=1"
status 200
header Content-Type application/pdf
has "attachment; filename=\"$NUMBER-cancellation.pdf\"" 'EX-03 the letter for the desk too'

# A 廃止 that is to come does not stand in the way.
made name=重なるサンプル商事株式会社
registration_set "ends_on = UTC_DATE() + INTERVAL 20 DAY"
browser registrar
get "intranet/tokutei/cancellation?id=$APP"
post "intranet/tokutei/cancellation?id=$APP" act=cancel reason=duty text=説明です
leads_to /tokutei/standing
equal "$(registration state) $(registration ends_on)" "cancelled $today"
get "intranet/tokutei/cancellation?id=00000000000000000000000000000000"
status 404 'one that is not there'
end
