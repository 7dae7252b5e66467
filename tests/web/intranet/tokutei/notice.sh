# notice.sh - 登録通知書 for the registrar.
. tests/lib.sh
. tests/draft.sh
. tests/desk.sh
. tests/registered.sh

browser company
confirmed
get "intranet/tokutei/notice?id=$APP"
leads_to /account/login
desk_staff reviewer reviewer mhlw
get "intranet/tokutei/notice?id=$APP"
status 403 'AZ-01 not for a ministry'
registrar registrar
get "intranet/tokutei/notice?id=$APP"
status 404 'what is not registered has none'
register
get "intranet/tokutei/notice?id=$APP"
status 200
header Content-Type application/pdf
has "filename=\"$NUMBER.pdf\""
equal "$(desk_audit application.notice)" 1 'LG-03 the look is in the trail'
is 'a PDF' grep -aq '%%EOF' "$T/page"
end
