# notice.sh - 登録通知書: the letter of one's own registration.
. tests/lib.sh
. tests/registered.sh

get public/tokutei/notice
leads_to /account/login 'nobody has a letter'
browser company
confirmed
desk_company signed
get public/tokutei/notice
status 409 'what is not registered has none'
registrar registrar
register
browser signed
get public/tokutei/home
has 'href="/tokutei/notice"' 'the way to it'
get public/tokutei/notice
status 200
header Content-Type application/pdf
has "attachment; filename=\"$NUMBER.pdf\"" 'EX-03 a download'
header Cache-Control no-store
pdftotext -layout "$T/page" "$T/text" 2>/dev/null && {
	is 'the number' grep -qF "$NUMBER" "$T/text"
	is 'the company' grep -qF 'サンプル商事株式会社' "$T/text"
	is 'what it is' grep -qF '特定接種 登録通知書' "$T/text"
	is 'until when' grep -qF '有効期間の最終日' "$T/text"
	is 'the head count' grep -qF '20人' "$T/text"
	is 'the offices' grep -qF '霞が関支店' "$T/text"
	is 'their types' grep -qF '医薬品・化粧品等卸売業' "$T/text"
	is 'what is asked of a holder' grep -qF 'ワクチンが届くかどうかに' "$T/text"
	isnt 'no name of an official' grep -qF '見本 registrar' "$T/text"
}
browser other
draft_ready
get public/tokutei/notice
status 403 'AZ-02 a draft has none'
end
