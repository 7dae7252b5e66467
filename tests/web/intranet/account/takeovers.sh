# takeovers.sh - 引き継ぎの申し出: those that lie on the desk.
. tests/lib.sh
. tests/account.sh
. tests/desk.sh

draft_ready
draft_send
# asked NAME NUMBER
asked() {
	sql "INSERT INTO takeover (public_id, application, number, company,
	            company_tel, name, mail, tel, reason, state, asked_at)
	     VALUES (RANDOM_BYTES(16), $2, 'T-1', '$1', '0312345678', '見本',
	             'next@example.jp', '0311112222', '理由', 'open', $(time_sql))"
}
name=事業者$$
asked "$name<b>" "(SELECT id FROM application WHERE public_id = UNHEX('$APP'))"
asked "$name不明" NULL

get intranet/account/takeovers
leads_to /account/login 'nobody'
desk_staff reviewer reviewer mhlw
get intranet/home/index
has 'href="/account/takeovers"' 'the way here'
get intranet/account/takeovers
status 200
has "$name&lt;b&gt;" 'the ministry has what has a unit with it; OUT-01'
hasnt "$name不明" 'and not what fits no business'
desk_staff other reviewer mof
get intranet/account/takeovers
hasnt "$name" 'AZ-02 another ministry has nothing'
desk_staff registrar registrar
get intranet/account/takeovers
has "$name&lt;b&gt;" 'the registrar has all'
has "$name不明" 'also what fits no business'
says 確認待ち
sql "UPDATE takeover SET state = 'declined' WHERE company LIKE '$name%'"
get intranet/account/takeovers
says 認めなかった 'what was decided stays to be seen'
end
