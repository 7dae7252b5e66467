# procedure.sh - 登録後の手続き: the list, and going from one to the other. How a
# change goes its way: change.sh.
. tests/lib.sh
. tests/registered.sh

get public/registered/procedure
leads_to /account/login 'nobody has one'
browser company
confirmed
registrar boss
desk_company early
get public/registered/procedure
says 'まだ登録されていません'
cp "$T/page" "$T/page.early"
browser boss
register
browser early
cp "$T/page.early" "$T/page"
get public/registered/procedure
says "$NUMBER"
submit public/registered/procedure act=change
get public/tokutei/home
says 変更届出 'the session is about the change'
has 'href="/registered/change"' 'the way on'
get public/registered/procedure
says 'から始められます' 'a renewal is for the last half year'
hasnt 'value="renewal"'
post public/registered/procedure act=renewal
status 409 'it is too early'
sql "UPDATE registration SET valid_until = DATE($(time_sql)) + INTERVAL 5 MONTH
      WHERE number = '$NUMBER'"
get public/registered/procedure
submit public/registered/procedure act=renewal
leads_to /registered/change 'then it can be begun'
get public/registered/procedure
says 更新
has 'value="open:' 'the others can be opened'
change=$(sql "SELECT LOWER(HEX(public_id)) FROM application c WHERE c.kind = 'change'
	AND c.parent = (SELECT id FROM application WHERE public_id = UNHEX('$APP'))")
post public/registered/procedure "act=open:$change"
leads_to /tokutei/home
follow
says 変更届出 'about the change again'
get public/registered/procedure
post public/registered/procedure "act=open:$APP"
follow
says 登録済み 'and about what is registered'

# --- Of somebody else ---------------------------------------------------------

browser company2
mine=$APP
confirmed
desk_company other
get public/tokutei/home
browser boss
register
browser other
opens() {
	get public/registered/procedure
	post public/registered/procedure "act=open:$1"
}
opens "$change"
status 404 'the change of another business'
opens "$mine"
status 404 'another business'
opens nonsense
status 400 'what is no id'
