# types.sh - 事業の種類と担当府省庁: who checks what, and what is planned.
. tests/lib.sh
. tests/transfer.sh

APP=$(new_id)
desk_staff clerk reviewer mic
get intranet/admin/types
status 403 'AZ-01 not for ministries'
desk_staff entry registrar
get intranet/admin/types
status 403 'AZ-01 nor for the registrar'
desk_staff boss administrator
get intranet/home/index
has 'href="/admin/types"' 'an administrator gets there from the first page'
get intranet/admin/types
status 200
says '総務省'
hasnt 'name="pick"' 'a ministry is chosen first'
get 'intranet/admin/types?ministry=nobody'
status 404 'one that there is not'
get 'intranet/admin/types?ministry=mic'
status 200
says '固定電気通信業'
says '総務省が担当する事業の種類'
submit 'intranet/admin/types?ministry=mic' act=pick
leads_to /admin/types 'nothing was picked'
follow
says '種類が選ばれていません'
submit 'intranet/admin/types?ministry=mic' act=pick pick=T14-01 pick=T20-01 \
	'pick=<b>' pick=T09-01
leads_to /admin/type
equal "$(header_of Location)" \
	'/admin/type?from=mic&codes=T14-01,T20-01' \
	'what was picked, of that ministry alone'

# --- Planned, and taken back ------------------------------------------------------

transfer_of T14-01,T20-01 cao 2030-04-01
leads_to /admin/types
follow
says '所管替えを予定に入れました'
says '2030年4月1日'
says '予定'
transfer_of T20-01 fsa 2031-04-01
follow
says 'すでに所管替えの予定があるか' 'what is planned to go does not go elsewhere'
id=$(sql "SELECT LOWER(HEX(public_id)) FROM type_transfer
	WHERE day = '2030-04-01' AND state = 'planned'")
browser clerk
post intranet/admin/types "act=cancel:$id"
status 403 'AZ-01 others take nothing back'
browser boss
get intranet/admin/types
post intranet/admin/types "act=cancel:$id"
leads_to /admin/types
follow
says '所管替えの予定を取り消しました'
equal "$(sql "SELECT state FROM type_transfer WHERE public_id = UNHEX('$id')")" \
	cancelled
get intranet/admin/types
post intranet/admin/types "act=cancel:$id"
status 409 'only once'
post intranet/admin/types act=cancel:x
status 400
equal "$(sql "SELECT COUNT(*) FROM audit WHERE object_id = UNHEX('$id')
	AND act IN ('type_transfer.plan', 'type_transfer.cancel')")" 2 \
	'LG-01 who did it is in the trail'
end
