# withdrawal.sh - 取下げ: until a ministry has begun.
. tests/lib.sh
. tests/registered.sh

get public/tokutei/withdrawal
leads_to /account/login 'nobody withdraws'
browser company
draft_ready
get public/tokutei/withdrawal
status 403 'a draft cannot be withdrawn'
sent
to=$ME
get public/tokutei/withdrawal
status 403 'the mailed link alone withdraws nothing'
desk_company signed
get public/tokutei/home
has 'href="/tokutei/withdrawal"' 'the way to it'
get public/tokutei/withdrawal
status 200
says 'この申請を取り下げます' 'it asks'
says "$(sql "SELECT receipt FROM application WHERE mail = '$to'")" 'about what'
equal "$(state_of "$APP")" submitted 'looking withdraws nothing'
cp "$T/page" "$T/page.check"

# A desk begins meanwhile.
sql "UPDATE application SET begun_at = UTC_TIMESTAMP(6)
      WHERE public_id = UNHEX('$APP')"
post public/tokutei/withdrawal act=withdraw
status 409 'a desk was quicker'
says '担当府省庁が確認を始めたため' 'it is told why'
equal "$(state_of "$APP")" submitted 'nothing changed'
get public/tokutei/withdrawal
hasnt 'value="withdraw"' 'no button any more'
get public/tokutei/home
hasnt 'href="/tokutei/withdrawal"' 'no way to it either'
sql "UPDATE application SET begun_at = NULL WHERE public_id = UNHEX('$APP')"

cp "$T/page.check" "$T/page"
post public/tokutei/withdrawal act=withdraw
leads_to /tokutei/home
follow
says '申請を取り下げました'
says '取下げ済み' 'the state in words'
equal "$(state_of "$APP")" withdrawn
equal "$(desk_unit mhlw state)" 'done' 'it lies on no desk any more'
equal "$(desk_audit application.withdraw)" 1 'LG-03 it is in the trail'
mail_wait "$to" 登録申請の受付
mail_wait "$to" 申請の取下げの受付
get public/tokutei/withdrawal
status 409 'twice is not possible'
says 'この申請は、取り下げられています'
end
