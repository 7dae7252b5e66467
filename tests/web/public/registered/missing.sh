# missing.sh - 接種実施医療機関が未確保の事業所: one institution for many.
. tests/lib.sh
. tests/missing.sh

# Three offices, two of them without an institution.
OPEN=(inst.secured=no 'inst.plan=<b>"&を検討しています')
draft_begun
draft_office "${OPEN[@]}"
draft_office name=見本工場 kana=みほんこうじょう "${OPEN[@]}"
draft_office name=大阪支店 kana=おおさかしてん
draft_send
desk_company company
get public/registered/missing
status 200 'before a registration there is nothing to do'
says '登録されている事業所がないため'
hasnt 'value="save"'

desk_confirm
registrar registrar
register
P=$(sql "SELECT id FROM application WHERE public_id = UNHEX('$APP')")
equal "$(open_offices "$P" 0)" 2 'the registering has counted them'
browser company
get public/tokutei/home
says '医療機関を入れる （2件）' 'the first page leads there'
get public/registered/missing
says '未確保の事業所 2件'
says '霞が関支店'
says '見本工場'
hasnt '大阪支店' 'one that has an institution is not on it'
hasnt '<b>"&を' 'a text is escaped'

# --- What is wrong -----------------------------------------------------------

HOSPITAL=(inst.name=見本病院 inst.kana=みほんびょういん
	inst.at.zip=1008916 inst.at.pref=13 inst.at.city=131016
	inst.at.town=霞が関３－１ inst.tel=0311112222)
# settle n=v…: the page is sent with that institution, given values instead.
settle() {
	last_wins act=save "${HOSPITAL[@]}" "$@"
	submit public/registered/missing "${VALUES[@]}"
}
# The id of an office of the draft or the version in force, by its number.
office() { sql "SELECT LOWER(HEX(o.public_id)) FROM office o JOIN application p
	ON p.sent = o.version WHERE p.id = $P AND o.number = $1"; }
FACTORY=$(office 2)
ticked() { grep -q "name=\"office.$1.pick\" value=\"[0-9a-f]*\" checked" "$T/page"; }
settle
leads_to /registered/missing
follow
says '医療機関が決まった事業所を1件以上選んでください' 'nothing was ticked'
is 'what was typed stays' test "$(value_of inst.name)" = 見本病院
settle "office.1.pick=$FACTORY" inst.tel=12
follow
is 'the tick stays beside a mistake' ticked 1
isnt 'the other one has none' ticked 0
settle "office.1.pick=$FACTORY" act=zip:inst.at \
	inst.at.pref= inst.at.city= inst.at.town=
follow
is 'looking an address up loses no tick' ticked 1
matches 'value="13" selected' 'and fills in the address'
equal "$(sql "SELECT COUNT(*) FROM application WHERE parent = $P")" 0 \
	'nothing has been begun by all that'
settle inst.name= "office.1.pick=$FACTORY"
follow
says '医療機関名を入力してください' 'without an institution nothing is done'

# --- Ticked ones -------------------------------------------------------------

settle "office.1.pick=$FACTORY"
leads_to /registered/missing
follow
says '1件の事業所に医療機関を入れました'
says '未確保の事業所 1件' 'the draft has one left'
hasnt '見本工場'
has 'href="/registered/change"' 'the way on'
C=$(sql "SELECT id FROM application WHERE parent = $P")
equal "$(sql "SELECT CONCAT(kind, ' ', state) FROM application WHERE id = $C")" \
	'change draft' 'a change notice has been begun'
inst() { sql "SELECT GROUP_CONCAT(o.inst_secured, o.inst_name, o.inst_plan ORDER BY o.number)
	FROM office o JOIN application p ON o.version = p.$1 WHERE p.id = $2"; }
equal "$(inst draft "$C")" 'no<b>"&を検討しています,yes見本病院,yes見本病院'
equal "$(open_offices "$P" 0)" 2 'what is registered has not changed'
equal "$(sql "SELECT COUNT(*) FROM audit WHERE act = 'missing.settle'
	AND detail = '{\"offices\":1}' AND org = (SELECT organisation FROM application
	WHERE id = $P)")" 1 'LG-01 the trail has it'

# --- All of them, and once more -------------------------------------------------

settle inst.name=見本医院 everyone=1
follow
says 'すべての事業所で接種実施医療機関が決まっています'
equal "$(inst draft "$C")" 'yes見本医院,yes見本病院,yes見本病院' 'only what lay open'
equal "$(sql "SELECT COUNT(*) FROM application WHERE parent = $P")" 1 \
	'the notice was gone on with'

# --- Of others -----------------------------------------------------------------

FIRST=$APP
OTHER=$(sql "SELECT LOWER(HEX(o.public_id)) FROM office o JOIN application p
	ON p.draft = o.version WHERE p.id = $C AND o.number = 1")
browser other
draft_begun
draft_office "${OPEN[@]}"
draft_send
desk_confirm
registrar registrar
register
desk_company other
Q=$(sql "SELECT id FROM application WHERE public_id = UNHEX('$APP')")
get public/registered/missing
settle "office.0.pick=$OTHER"
follow
says '0件の事業所' 'AZ-02 an office of somebody else is none'
sql "UPDATE application SET state = 'draft' WHERE parent = $Q"
get "public/registered/missing?id=$OTHER"
status 200
says '未確保の事業所 1件' 'nor where a page begins'

# --- By a workbook, and after the end --------------------------------------------

get public/registered/missing
post public/registered/missing act=book
leads_to /tokutei/upload
follow
status 200 'a workbook is read into the draft'
sql "UPDATE registration SET state = 'expired' WHERE application = $Q"
get public/registered/missing
hasnt 'value="save"' 'what has ended has nothing to settle'
# A notice that nobody goes on with goes like any other draft.
clock_set $((92 * 86400))
# A hundred of them in one go, and others have left theirs.
forgotten() {
	sesshuctl work --once
	[ "$(sql "SELECT COUNT(*) FROM application WHERE parent IN ($P, $Q)")" = 0 ]
}
is 'a forgotten draft' wait_until 60 forgotten
clock_set 0
desk_staff clerk reviewer mhlw
get public/registered/missing
leads_to /account/login 'staff is nobody here'
end
