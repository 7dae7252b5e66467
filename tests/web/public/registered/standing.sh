# standing.sh - 登録の状態, for the business.
. tests/lib.sh
. tests/ended.sh

get public/registered/standing
leads_to /account/login 'nobody has one'
browser other
draft_ready
get public/registered/standing
status 403 'AZ-02 a draft has none'
made name=状態サンプル商事株式会社
get public/registered/standing
status 200
says '登録は有効です'
says "$NUMBER"
says '手続きはありません' 'nothing has happened yet'
has 'href="/registered/abolition"' 'the way to its end'
get public/registered/standing?pdf=1
status 404 'there is no paper of an end'

get public/tokutei/home
has 'href="/registered/standing"' 'the first page leads there'
has 'href="/tokutei/notice"' 'and to the letter'

# While a change of it is under way it is still the same registration.
sql "INSERT INTO application (public_id, state, kind, parent, mail, account,
            organisation, created_at, changed_at)
     SELECT RANDOM_BYTES(16), 'submitted', 'change', id, mail, account,
            organisation, created_at, changed_at
       FROM application WHERE public_id = UNHEX('$APP')"
child=$(sql "SELECT MAX(id) FROM application WHERE kind = 'change'")
sql "UPDATE session SET application = $child
      WHERE token = UNHEX(SHA2('$(cookie sid)', 256))"
get public/registered/standing
status 200
says "$NUMBER" 'seen from a change of it'
sql "UPDATE session SET application = NULL
      WHERE token = UNHEX(SHA2('$(cookie sid)', 256));
     DELETE FROM application WHERE id = $child"

# What ended it is said as it was written.
browser registrar
get "intranet/tokutei/cancellation?id=$APP"
post "intranet/tokutei/cancellation?id=$APP" act=cancel reason=gone \
	'text=<b>所在地に事業所がありません'
leads_to /tokutei/standing
browser company
get public/registered/standing
says '登録は取り消されています'
says '登録した事業が行われていることを、確かめられない' 'the reason'
has '&lt;b&gt;所在地に事業所がありません' 'OUT-01 and the text'
hasnt '見本 registrar' 'not who did it'
hasnt 'href="/registered/abolition"' 'there is nothing left to end'
get public/tokutei/home
says '登録は取り消されています' 'the first page says it'
has '&lt;b&gt;所在地に事業所がありません' 'and why'
hasnt 'href="/tokutei/notice"' 'without the letter of the registration'
hasnt 'href="/register/business' 'nor its public page'
get public/registered/standing?pdf=1
status 200
has "attachment; filename=\"$NUMBER-cancellation.pdf\"" 'EX-03 the letter'
pdftotext -layout "$T/page" "$T/text" 2>/dev/null && {
	is 'what it is' grep -qF '登録取消通知書' "$T/text"
	is 'the text' grep -qF '所在地に事業所がありません' "$T/text"
	isnt 'nobody by name' grep -qF '見本 registrar' "$T/text"
}
end
