# assignment.sh - 担当の引き継ぎ.
. tests/lib.sh
. tests/desk.sh

desk_sent
desk_staff one$$ reviewer meti
get intranet/tokutei/list
post intranet/tokutei/list act=take "pick=$APP"
follow
desk_staff two$$ reviewer meti
get intranet/tokutei/assignment
leads_to /tokutei/list 'nothing was picked yet'
get intranet/tokutei/list
post intranet/tokutei/list act=take "pick=$APP"
leads_to /tokutei/assignment
follow
says "見本 one$$" 'whose it is'
says '株式会社' 'what it is'
submit intranet/tokutei/assignment act=over reason=
follow
says '引き継ぐ理由を入力してください' 'a reason is needed'
says "見本 one$$" 'the picked ones are still there'
equal "$(desk_unit meti assignee)" "$(sql "SELECT id FROM account
	WHERE name = '見本 one$$'")" 'nothing was changed'
submit intranet/tokutei/assignment act=over 'reason=休暇の<b>ため'
leads_to /tokutei/list
follow
says '1件を自分の担当にしました'
equal "$(desk_unit meti assignee)" "$(sql "SELECT id FROM account
	WHERE name = '見本 two$$'")" 'it is mine'
equal "$(sql "SELECT text FROM review_note WHERE unit = $(desk_unit meti id)")" \
	'担当を引き継ぎました：休暇の<b>ため' 'the desk is told why'
equal "$(desk_audit application.take)" 2 'the trail has both'
equal "$(desk_unit mhlw assignee)" NULL 'another desk keeps its own'

# Somebody was quicker between the two pages.
browser "one$$"
get intranet/tokutei/list
post intranet/tokutei/list act=take "pick=$APP"
follow
sql "UPDATE review_unit SET state = 'confirmed' WHERE id = $(desk_unit meti id)"
submit intranet/tokutei/assignment act=over reason=x
status 409 'what has moved on is not taken over'
equal "$(desk_unit meti assignee)" "$(sql "SELECT id FROM account
	WHERE name = '見本 two$$'")"

desk_staff other$$ reviewer env
get intranet/tokutei/list
post intranet/tokutei/assignment act=over "token=$(value_of token)" \
	"units=$APP" reason=x
status 404 'what lies on other desks is not there'
end
