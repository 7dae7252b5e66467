# audit.sh - the chain over the audit trail finds what was changed.
. tests/lib.sh

# So many rows of the trail, as a page would write them. What the instance's own
# worker writes meanwhile is not counted.
act() {
	sql "INSERT INTO audit (at, role, site, act, object, object_id, detail, request)
		SELECT UTC_TIMESTAMP(6), '', 'host', 'test.act', '', REPEAT('\0', 16),
		       '{}', '' FROM city LIMIT $1"
}
open() { sql "SELECT COUNT(*) FROM audit a LEFT JOIN audit_chain c ON c.audit = a.id
	WHERE c.audit IS NULL AND a.site = 'host'"; }
work() { sesshuctl work --once 2>"$T/out"; }
verify() {
	URL=audit-verify
	sesshuctl audit-verify >"$T/page" 2>&1
	STATUS=$?
	: >"$T/head"
}

act 3
chained() { [ "$(open)" = 0 ]; }
is 'new rows are chained within half a minute' wait_until 30 chained
act 1200
is 'many at once' work
equal "$(open)" 0 'are chained too'
verify
status 0 'the trail is as it was written'
has 'rows of the audit trail are as they were written' 'and it says so'
equal "$(sql 'SELECT COUNT(*) - MAX(seq) FROM audit_chain')" 0 'no gap in the chain'

# A row of a long transaction appears below others that are chained.
low=$(sql "SELECT MAX(id) FROM audit WHERE act = 'test.act'")
top=$(sql 'SELECT MAX(id) + 100 FROM audit')
sql "INSERT INTO audit (id, at, role, site, act, object, object_id, detail, request)
	VALUES ($((top + 5)), UTC_TIMESTAMP(6), '', 'host', 'late', '',
		REPEAT('\0', 16), '', '')"
work
sql "INSERT INTO audit (id, at, role, site, act, object, object_id, detail, request)
	VALUES ($((top + 2)), UTC_TIMESTAMP(6), '', 'host', 'later', '',
		REPEAT('\0', 16), '', '')"
work
equal "$(open)" 0 'a row that appears late is chained as well'
verify
status 0 'still right'

# --- What an attacker may try -------------------------------------------------------

isnt 'nobody changes a row, not even the administrator' \
	instance sql -e "UPDATE audit SET act = 'x' WHERE id = $low"
isnt 'or deletes one' instance sql -e "DELETE FROM audit WHERE id = $low"
isnt 'or the chain' instance sql -e 'DELETE FROM audit_chain'

# With the triggers away; each change is taken back.
sql "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;
	DROP TRIGGER audit_chain_no_update; DROP TRIGGER audit_chain_no_delete"
while IFS='|' read -r what change back; do
	sql "$change"
	verify
	status 1 "$what: found"
	has "row $low " "$what: by its number"
	sql "$back"
	verify
	status 0 "$what: put back"
done <<END
another act|UPDATE audit SET act = 'test.fake' WHERE id = $low|UPDATE audit SET act = 'test.act' WHERE id = $low
another account|UPDATE audit SET account = 7 WHERE id = $low|UPDATE audit SET account = NULL WHERE id = $low
a value moved to the next column|UPDATE audit SET act = '', object = 'test.act' WHERE id = $low|UPDATE audit SET act = 'test.act', object = '' WHERE id = $low
END
sql "CREATE TABLE kept AS SELECT * FROM audit_chain WHERE audit = $low;
	DELETE FROM audit_chain WHERE audit = $low"
verify
status 1 'a link of the chain removed: found'
has 'is missing' 'and named'
sql "INSERT INTO audit_chain SELECT * FROM kept; DROP TABLE kept"
verify
status 0 'put back'
sql "INSERT INTO audit (at, role, site, act, object, object_id, detail, request)
	VALUES (UTC_TIMESTAMP(6) - INTERVAL 1 DAY, '', 'host', 'forged', '',
		REPEAT('\0', 16), '', '')"
verify
status 1 'a row that was never chained: found'
has 'not in the chain' 'and named'
work
instance sql <sql/schema/0002_audit_guard.sql
equal "$(sql "SELECT COUNT(*) FROM information_schema.triggers
	WHERE trigger_schema = 'sesshu' AND event_object_table LIKE 'audit%'")" 4 'the guards are back'
end
