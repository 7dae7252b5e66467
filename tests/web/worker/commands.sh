# commands.sh - sesshuctl: how it is called, the worker's coming and going,
# accounts of staff.
. tests/lib.sh

ctl() {
	URL="sesshuctl $*"
	sesshuctl "$@" >"$T/page" 2>"$T/head"
	STATUS=$?
}

# --- How it is called -------------------------------------------------------------------

ctl
status 0 'without a command it helps'
has 'migrate' 'by the list of commands'
ctl help
has 'create-staff' 'so does help'
ctl nothing
status 2 'a command that is none'
has 'there is no command nothing'
ctl migrate more
status 2 'a word too many'
has 'usage: sesshuctl migrate' 'shows the usage'
ctl work --twice
status 2 'an option that it does not have'
ctl work --once=yes
status 2 'a value for an option that takes none'
ctl create-staff --login
status 2 'an option without its value'
ctl create-staff --help
status 0 'each command helps'
has '--login=' 'by its options'
SESSHU_CONF=/nowhere "$BUILD/bin/sesshuctl" mails >"$T/page" 2>&1
equal $? 1 'without configuration it does not start'

# --- migrate ------------------------------------------------------------------------------

tables() { sql "SELECT COUNT(*) FROM information_schema.tables
	WHERE table_schema = 'sesshu'"; }
before=$(tables)
ctl migrate
status 0 'migrate again'
equal "$(tables)" "$before" 'changes nothing'
equal "$(sql 'SELECT COUNT(*) FROM schema_migration')" \
	"$(find sql/schema -name '[0-9]*.sql' ! -name '0000*' | wc -l)" \
	'every script is noted'
first=$(sql 'SELECT MIN(name) FROM schema_migration')
sum=$(sql "SELECT HEX(sha256) FROM schema_migration WHERE name = '$first'")
equal "${sum,,}" "$(sha256sum <"sql/schema/$first" | cut -d' ' -f1)" 'by its SHA-256'
sql "UPDATE schema_migration SET sha256 = REPEAT('x', 32) WHERE name = '$first'"
ctl migrate
status 1 'a script that was changed after it was run is refused'
has "$first was changed" 'and named'
sql "UPDATE schema_migration SET sha256 = X'$sum' WHERE name = '$first'"

# --- create-staff ---------------------------------------------------------------------------

login=staff.$$.$RANDOM
ctl create-staff --login "$login" --mail="$login@example.go.jp" \
	--org 'サンプル局' --role administrator --name '見本 太郎'
status 0 'an account of staff'
link=$(<"$T/page")
is 'one line: the link' grep -qxE \
	"$INTRANET_URL/account/open\?t=[A-Za-z0-9_-]{43}" <<<"$link"
equal "$(sql "SELECT a.second_step, a.password, m.role, o.name FROM account a
	JOIN membership m ON m.account = a.id JOIN organisation o
	ON o.id = m.organisation WHERE a.login = '$login'" | tr '\t' ' ')" \
	'1  administrator サンプル局' 'needs a code, has no password'
hash=$(printf %s "${link##*t=}" | sha256sum | cut -d' ' -f1)
equal "$(sql "SELECT l.purpose FROM link l JOIN link_token t ON t.link = l.id
	WHERE t.token = X'$hash'")" invite 'the link is an invitation'
ctl create-staff --login "$login" --mail x@example.go.jp --org x --role reviewer
status 1 'a login id that somebody has'
has 'somebody has the login id'
ctl create-staff --login "b$login" --mail x@example.go.jp --org x --role king
status 1 'a role that is none'
equal "$(sql "SELECT COUNT(*) FROM account WHERE login = 'b$login'")" 0 'makes nothing'
ctl create-staff --login "b$login"
status 2 'too little is said'

# Mails to staff lead to the intranet.
me=$(someone staff)
sql "INSERT INTO link (purpose, account, mail, created_at, expires_at) SELECT 'invite',
	id, '$me', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 1 DAY FROM account
	WHERE login = '$login';
	INSERT INTO outbox (public_id, template, recipient, data, link, next_at, created_at)
	VALUES (RANDOM_BYTES(16), 'invite', '$me', '{}', LAST_INSERT_ID(),
	UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"
mail_wait "$me"
is 'an invitation leads to the intranet' grep -qF "$INTRANET_URL/account/open" \
	<<<"$(mail_text)"

# --- Codes: made by the worker, stored as a hash ------------------------------------------------

me=$(someone code)
sql "INSERT INTO passcode (session, account, mail, created_at, expires_at)
	VALUES (0, 0, '$me', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 10 MINUTE);
	INSERT INTO outbox (public_id, template, recipient, data, passcode, next_at,
	created_at) VALUES (RANDOM_BYTES(16), 'passcode', '$me', '{}', LAST_INSERT_ID(),
	UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"
mail_wait "$me"
code=$(mail_text | grep -oE '：[0-9]{6}$' | grep -oE '[0-9]+')
is 'six digits' grep -qxE '[0-9]{6}' <<<"$code"
mail_has '10分' 'and how long they work'
stored=$(sql "SELECT code FROM passcode WHERE mail = '$me'")
is 'AU-30 stored as Argon2id, 19 MiB, twice' grep -qF \
	'$argon2id$v=19$m=19456,t=2,p=1$' <<<"$stored"

# --- The worker: comes back, goes at once ---------------------------------------------------------

part restart database
me=$(someone restart)
sql "INSERT INTO outbox (public_id, template, recipient, data, next_at, created_at)
	VALUES (RANDOM_BYTES(16), 'start_known', '$me', '{}', UTC_TIMESTAMP(6),
	UTC_TIMESTAMP(6))"
mail_wait "$me"
is 'a restarted database does not stop it' test "$(mail_count "$me")" = 1
from=$(date +%s%N)
part stop worker
took=$((($(date +%s%N) - from) / 1000000))
is "it leaves when asked, after $took ms" test "$took" -lt 2000
is 'its last line says so' grep -q '"work.end"' <<<"$(tail -n 1 "$INSTANCE/log/worker.log")"
isnt 'all its lines are JSON' grep -qvE '^\{"t":"[^"]+","event":"[^"]+".*\}$' \
	"$INSTANCE/log/worker.log"
part stop database
sesshuctl work --once 2>"$T/out"
equal $? 1 'without a database a single pass fails'
part start database
part start worker
me=$(someone again)
sql "INSERT INTO outbox (public_id, template, recipient, data, next_at, created_at)
	VALUES (RANDOM_BYTES(16), 'start_known', '$me', '{}', UTC_TIMESTAMP(6),
	UTC_TIMESTAMP(6))"
is 'started again it goes on' mail_wait "$me"
end
