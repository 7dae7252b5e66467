# hats.sh - 担当の切り替え: one person acts for several businesses.
. tests/lib.sh
. tests/account.sh
. tests/desk.sh

# Two businesses, each with an application of its own; the second one's is also
# for whoever sent the first.
draft_ready name=第一商事株式会社
draft_send
one=$APP
me=$ME
browser second
draft_ready name=第二商事株式会社
draft_send
two=$APP
browser third
draft_ready name=第三商事株式会社
draft_send
org_of() {
	sql "SELECT LOWER(HEX(o.public_id)) FROM organisation o JOIN application p
	     ON p.organisation = o.id WHERE p.public_id = UNHEX('$1')"
}
third=$(org_of "$APP")
second=$(org_of "$two")
first=$(org_of "$one")
sql "UPDATE organisation SET name = '第二<b>商事' WHERE public_id = UNHEX('$second')"
account=$(sql "SELECT account FROM application WHERE public_id = UNHEX('$one')")
sql "UPDATE account SET password = '$HASH' WHERE id = $account"

cookie_of() { awk -F"\t" '$6 == "sid" { print $7 }' "$JAR"; }
browser nobody
get public/account/hats
leads_to /account/login 'nobody has a hat'

browser person
login "$me"
leads_to /tokutei/home 'one hat: no choice'
follow
hasnt 'href="/account/hats"' 'nothing to switch, no link'
get public/account/hats
status 200 'the page is there'
says '第一商事株式会社' 'with the one'
hasnt 'value="wear:' 'and no button'

sql "INSERT INTO membership (account, organisation, role, since)
     SELECT $account, id, 'applicant', UTC_TIMESTAMP(6) FROM organisation
      WHERE public_id = UNHEX('$second')"
get public/tokutei/home
has 'href="/account/hats"' 'two hats: the way to switch is on every page'
says '第一商事株式会社' 'and for whom one acts'
before=$(cookie_of)
get public/account/hats
has '第二&lt;b&gt;商事' 'OUT-01 names are text'
says 'いまの担当' 'it says which one it is'
hasnt "wear:$first" 'that needs no button'
cp "$T/page" "$T/page.hats"
post public/account/hats "act=wear:$third" role=applicant
status 404 "AZ-02 another's hat: not there"
cp "$T/page.hats" "$T/page"
post public/account/hats "act=wear:$(new_id)" role=applicant
status 404 'as one that nobody has'
cp "$T/page.hats" "$T/page"
post public/account/hats "act=wear:$second" role=registrar
status 404 'nor another role'
cp "$T/page.hats" "$T/page"
post public/account/hats act=wear:x
status 404 'nor nonsense'

cp "$T/page.hats" "$T/page"
post public/account/hats "act=wear:$second" role=applicant
leads_to /tokutei/home 'the hat is on, without a password'
isnt 'SE-03 the cookie is a new one' test "$before" = "$(cookie_of)"
follow
says '第二<b>商事' 'the other business'
says "$(receipt_of "$two")" 'with its application'
isnt 'and not the first' grep -qF "$(receipt_of "$one")" "$T/page"
equal "$(sql "SELECT CONCAT(s.role, ':', LOWER(HEX(o.public_id)), ':',
	      COALESCE(s.application, '-')) FROM session s JOIN organisation o
	      ON o.id = s.organisation WHERE s.account = $account")" \
	"applicant:$second:-" 'one session, with the new hat'
equal "$(sql "SELECT COUNT(*) FROM audit WHERE account = $account
	      AND act = 'hat.wear' AND object_id = UNHEX('$second')")" 1 'LG-01'

# What was shown under the old hat does nothing under the new one.
cp "$T/page.hats" "$T/page"
post public/account/hats "act=wear:$first" role=applicant
status 403 'CS-02 a form from before is refused'

# Each act records the hat.
get public/tokutei/withdrawal
post public/tokutei/withdrawal act=withdraw
leads_to /tokutei/home 'an act under the second hat'
equal "$(sql "SELECT CONCAT(a.role, ':', LOWER(HEX(o.public_id))) FROM audit a
	      JOIN organisation o ON o.id = a.org
	      WHERE a.act = 'application.withdraw'
	      AND a.object_id = UNHEX('$two')")" "applicant:$second" \
	'LG-01 the trail says under which'
equal "$(state_of "$one") $(state_of "$two")" 'submitted withdrawn' 'the first one is as it was'
equal "$(sql "SELECT COUNT(*) FROM audit WHERE account = $account
	      AND (org IS NULL OR role = '')")" 0 'every act of somebody has a hat'

# Switching does not make the session longer.
clock_set 1800
get public/account/hats
post public/account/hats "act=wear:$first" role=applicant
leads_to /tokutei/home 'and back'
equal "$(sql "SELECT ends_at < created_at + INTERVAL 12 HOUR FROM session
	      WHERE account = $account")" 1 'SE-04 it ends when the first one would have'

# A password that is changed keeps the hat.
get public/account/hats
post public/account/hats "act=wear:$second" role=applicant
get public/account/password
submit public/account/password act=change "login=$me" "old=$PASSWORD" \
	password=hamabe-no-7kaze again=hamabe-no-7kaze
leads_to /account/password 'a new password'
equal "$(sql "SELECT LOWER(HEX(o.public_id)) FROM session s JOIN organisation o
	      ON o.id = s.organisation WHERE s.account = $account")" "$second" \
	'keeps the hat'

# A hat that is gone is gone at once.
sql "DELETE FROM membership WHERE account = $account AND organisation =
     (SELECT id FROM organisation WHERE public_id = UNHEX('$first'))"
get public/account/hats
post public/account/hats "act=wear:$first" role=applicant
status 404 'one that was taken off'
end
