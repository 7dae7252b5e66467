. tests/lib.sh

# made OPTIONS…: what was added, as NAME=VALUE words.
made() { sesshuctl generate "$@"; }
word() { grep -oE "(^| )$1=[0-9]+" <<<"$2" | sed 's/.*=//'; }

TOLD=$(made --applications 2 --offices 450 --seed 5)
equal "$(word offices "$TOLD")" 900 'two drafts of 450 offices'
LAST=$(word application "$TOLD")
of() {
	sql "SELECT $1 FROM office o JOIN application p ON p.draft = o.version
		WHERE p.id = $LAST"
}
equal "$(of 'COUNT(*), MAX(o.number), COUNT(DISTINCT o.public_id)')" \
	$'450\t450\t450' 'every one is there'
equal "$(of 'SUM(o.persons)')" "$(sql "SELECT s.persons FROM office_sum s
	JOIN application p ON p.draft = s.version WHERE p.id = $LAST")" \
	'the sums of the version fit'
equal "$(of "SUM(NOT EXISTS (SELECT 1 FROM city c
	WHERE c.code = o.at_city AND c.pref = o.at_pref))")" 0 \
	'every place exists'
isnt 'some have no institution' test "$(of "SUM(o.inst_secured = 'no')")" = 0
equal "$(sql "SELECT v.next_office FROM version v JOIN application p
	ON p.draft = v.id WHERE p.id = $LAST")" 451 'the next one is counted on'

equal "$(sql "SELECT COUNT(*) FROM outbox o JOIN application p
	ON p.mail = o.recipient WHERE p.id IN ($LAST, $LAST - 1)")" 0 \
	'nobody gets a mail'

TOLD=$(made --offices 3 --sent)
LAST=$(word application "$TOLD")
matches_sent='^submitted\tT-[0-9]{8}-[0-9]{7}\t1\t1$'
is 'a sent one has receipt, account and frozen version' grep -qP \
	"$matches_sent" <<<"$(sql "SELECT p.state, p.receipt,
	p.account IS NOT NULL, v.frozen_at IS NOT NULL
	FROM application p JOIN version v ON v.id = p.sent
	WHERE p.id = $LAST")"

TOLD=$(made --offices 4 --sent --desks=mlit,meti)
equal "$(sql "SELECT GROUP_CONCAT(m.code, ' ', u.offices, ' ', u.state
	ORDER BY m.code) FROM review_unit u JOIN ministry m ON m.id = u.ministry
	WHERE u.application = $(word application "$TOLD")")" \
	'meti 2 open,mlit 2 open' 'it lies on the desks that were named'
isnt 'no such desk' made --desks=nobody
isnt 'more than an application may have' made --offices 50001
isnt 'none' made --offices 0
isnt 'no number' made --seed x

# --- What one sees at the first start -----------------------------------------

TOLD=$(sesshuctl demo)
COUNT=$(sql "SELECT COUNT(*) FROM application")
PASSWORD=$(awk '$3 == "company@example.jp" { print $4 }' <<<"$TOLD")
get public/account/login
submit public/account/login act=login login=company@example.jp \
	"password=$PASSWORD"
leads_to /tokutei/home 'the printed password opens the company'
get "$(grep -oE 'http[^ ]*' <<<"$TOLD")"
arrive
equal "${URL#"$PUBLIC_URL"}" /tokutei/offices 'the printed link opens the draft'
AGAIN=$(sesshuctl demo)
equal "$(sql "SELECT COUNT(*) FROM application")" "$COUNT" \
	'called again it adds nothing'
isnt 'but gives new passwords' grep -qF -e "$PASSWORD" <<<"$AGAIN"
equal "$(grep -c '(staff)' <<<"$TOLD")" 6 'staff of three desks, two registrars'
equal "$(sql "SELECT COUNT(*) FROM review_unit u JOIN application p
	ON p.id = u.application WHERE p.mail = 'company@example.jp'")" 3 \
	'the company is on three desks'
end
