# notice.sh - 登録通知書 for the registrar.
. tests/lib.sh
. tests/registered.sh

browser company
confirmed
registrar_alone "intranet/tokutei/notice?id=$APP"
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
