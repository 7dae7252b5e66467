# abolition.sh - 廃止届: a reason, a day, a check page, and the end.
. tests/lib.sh
. tests/ended.sh

get public/registered/abolition
leads_to /account/login 'nobody abolishes'
browser other
draft_ready
get public/registered/abolition
status 403 'AZ-02 the link of a draft abolishes nothing'
browser company
sent
desk_company early
get public/registered/abolition
status 404 'what is not registered cannot be'

made name=廃止サンプル商事株式会社
get public/registered/abolition
status 200
says '廃止の理由'
has 'href="/registered/change"' 'the way for single offices'
equal "$(registration state)" active 'looking ends nothing'

# --- What cannot be --------------------------------------------------------------

today=$(TZ=Asia/Tokyo date +%F)
day() { date -d "$today $1 day" '+day.year=%Y day.month=%-m day.day=%-d'; }
# shellcheck disable=SC2046
try() {
	get public/registered/abolition
	submit public/registered/abolition act=check "$@"
}
try
leads_to /registered/abolition 'a reason and a day are needed'
follow
has 'aria-invalid="true"'
# shellcheck disable=SC2046
try reason=closed $(day +31)
follow
says '廃止の日は、' 'more than 30 days ahead'
# shellcheck disable=SC2046
try reason=closed $(day -1)
follow
says '以後の日付を入力してください' 'before the registration'
# shellcheck disable=SC2046
try reason=other $(day +0)
follow
says '補足に理由を入力してください' 'another reason needs words'
# The worker would warn of the end.
part stop worker
registration_set "valid_until = '$today' + INTERVAL 5 DAY"
# shellcheck disable=SC2046
try reason=closed $(day +6)
follow
says '有効期間の最終日' 'after the last day there is nothing to end'
registration_set "valid_until = '$today' + INTERVAL 5 YEAR"
part start worker

# --- A day to come ----------------------------------------------------------------

# shellcheck disable=SC2046
try reason=merged 'text=<b>見本商事が引き継ぎます' $(day +30)
status 200 'the thirtieth day'
has '&lt;b&gt;見本商事が引き継ぎます' 'OUT-01 a text is a text'
says 'この内容で廃止を届け出ます' 'it is shown once more'
equal "$(registration state) $(events)" 'active NULL' 'the check page ends nothing'
cp "$T/page" "$T/page.check"
get public/registered/abolition
has '見本商事が引き継ぎます</textarea>' 'going back keeps what was typed'
cp "$T/page.check" "$T/page"
post public/registered/abolition act=send
leads_to /registered/standing
follow
says '廃止の届出を受け付けました'
says '廃止の届出済み' 'it still holds'
equal "$(registration state) $(events)" 'active announce'
equal "$(registration ends_on)" "$(date -d "$today +30 day" +%F)"
is 'and is on the register' test "$(published)" -gt 5
equal "$(told abolition_received)" 1 'a mail'
cp "$T/page.check" "$T/page"
post public/registered/abolition act=send
leads_to /registered/standing 'the same form once more leads there again'
equal "$(events)" announce
get public/registered/abolition
status 409 'twice is not possible'
says 'すでに受け付けています'
post public/registered/abolition act=send reason=closed day="$today" \
	"token=$(cat "$T/page.check" | grep -oE 'name="token" value="[^"]*"' |
		head -n 1 | cut -d'"' -f4)"
status 409 'nor another one at once'
equal "$(registration state) $(events)" 'active announce'

# --- At once -----------------------------------------------------------------------

made name=即日サンプル商事株式会社
# A notice lies on a desk, another one is being filled in.
child() {
	sql "SELECT $1 FROM application c JOIN application p ON p.id = c.parent
	      WHERE p.public_id = UNHEX('$APP') ORDER BY c.id"
}
get public/registered/procedure
submit public/registered/procedure act=change
office=$(sql "SELECT LOWER(HEX(o.public_id)) FROM application c
	JOIN application p ON p.id = c.parent JOIN office o ON o.version = c.draft
	WHERE p.public_id = UNHEX('$APP') LIMIT 1")
get "public/tokutei/office?id=$office"
submit "public/tokutei/office?id=$office" act=save name=なくなる支店
get public/registered/change
submit public/registered/change act=send
get public/registered/procedure
submit public/registered/procedure act=change
equal "$(child c.state | tr '\n' ' ')" 'submitted draft '
# shellcheck disable=SC2046
try reason=closed $(day +0)
status 200
says 'すぐに登録がなくなり' 'what will happen'
post public/registered/abolition act=send
leads_to /registered/standing
follow
equal "$(registration state) $(registration ends_on) $(events)" "abolished $today abolish"
equal "$(published)" 0 'nothing of it is left in the register'
equal "$(child c.state | tr '\n' ' ')" 'withdrawn discarded ' \
	'what was under way ends with it'
equal "$(child "(SELECT GROUP_CONCAT(u.state) FROM review_unit u
	WHERE u.application = c.id AND u.state <> 'dropped')" | head -n 1)" done \
	'and lies on no desk'
get public/tokutei/home
says '廃止' 'whoever was filling it in looks at the registration'
equal "$(told registration_abolished)" 1
equal "$(desk_audit application.abolish)" 1 'LG-03 it is in the trail'
get public/registered/standing?pdf=1
status 200
header Content-Type application/pdf
has "attachment; filename=\"$NUMBER-abolition.pdf\"" 'EX-03 the copy'
pdftotext -layout "$T/page" "$T/text" 2>/dev/null && {
	is 'what it is' grep -qF '廃止届（控え）' "$T/text"
	is 'the number' grep -qF "$NUMBER" "$T/text"
	is 'the company' grep -qF '即日サンプル商事株式会社' "$T/text"
	is 'the reason' grep -qF '登録した事業をやめた' "$T/text"
}
get public/registered/abolition
status 409
says '届出により廃止されています'
get public/registered/revival
says '復活の手続きが要らない状態' 'it does not come back'
post public/registered/revival act=revive text=やはり続けます
status 409
equal "$(registration state)" abolished

# Another company sees nothing of it.
browser company2
confirmed name=隣のサンプル商事株式会社
desk_company neighbour
get public/registered/standing
status 404 'AZ-02 what others have is not there'
end
