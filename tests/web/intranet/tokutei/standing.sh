# standing.sh - 登録の状態, for the desks.
. tests/lib.sh
. tests/ended.sh

made name=机サンプル商事株式会社
get public/registered/abolition
submit public/registered/abolition act=check reason=unwilling \
	'text=続ける<i>人がいません' "day.year=$(TZ=Asia/Tokyo date +%Y)" \
	"day.month=$(TZ=Asia/Tokyo date +%-m)" "day.day=$(TZ=Asia/Tokyo date +%-d)"
post public/registered/abolition act=send
leads_to /registered/standing
browser registrar
get "intranet/tokutei/standing?id=$APP"
status 200
says '登録を続けないことにした' 'the registrar reads the reason'
has '続ける&lt;i&gt;人がいません' 'OUT-01 and the text'
hasnt 'href="/tokutei/cancellation' 'what has ended cannot be cancelled'
equal "$(desk_audit application.view)" 2 'LG-03 the looks are in the trail'
get "intranet/tokutei/standing?id=$APP&pdf=1"
has "attachment; filename=\"$NUMBER-abolition.pdf\"" 'EX-03 the notice as a file'
get "intranet/tokutei/history?id=$APP"
says '登録を廃止した' 'the history has it'
desk_staff mhlw reviewer mhlw
get "intranet/tokutei/standing?id=$APP"
status 200 'the ministry that confirmed it'
says '登録を続けないことにした'
desk_staff stranger reviewer maff
get "intranet/tokutei/standing?id=$APP"
status 404 'AZ-02 a desk without a part'
get "intranet/tokutei/standing?id=$APP&pdf=1"
status 404
desk_staff boss administrator
get "intranet/tokutei/standing?id=$APP"
status 403 'AZ-01 an administrator has no desk'
end
