# mail.sh - from the outbox to the mailbox: real SMTP, retries, no secret kept.
. tests/lib.sh

# A mail of template $1 to $2, with a link of purpose $3 that lives $4 minutes;
# prints the number of its row.
put() {
	sql "INSERT INTO link (purpose, mail, created_at, expires_at)
		VALUES ('${3:-draft}', '$2', $(time_sql), $(time_sql) + INTERVAL ${4:-1440} MINUTE);
	INSERT INTO outbox (public_id, template, recipient, data, link, next_at,
		created_at) VALUES (RANDOM_BYTES(16), '$1', '$2',
		'{\"company\":\"サンプル商事\"}', LAST_INSERT_ID(), $(time_sql), $(time_sql));
	SELECT LAST_INSERT_ID()"
}
row() { sql "SELECT $2 FROM outbox WHERE id = $1"; }
tries() { sql "SELECT GROUP_CONCAT(outcome, ' ', reply ORDER BY number SEPARATOR ', ')
	FROM mail_attempt WHERE outbox = $1"; }
# Waits up to ten seconds until a mail is in a state after so many tries.
settled() {
	[ "$(row "$1" "CONCAT(state, ' ', tries)")" = "$2" ] &&
		[ "$(sql "SELECT COUNT(*) FROM mail_attempt WHERE outbox = $1
			AND outcome = 'open'")" = 0 ]
}
settles() {
	wait_until 10 settled "$1" "$2"
	equal "$(row "$1" "CONCAT(state, ' ', tries)")" "$2" "$3"
}

# --- One mail ------------------------------------------------------------------

me=$(someone worker)
from=$(date +%s%N)
id=$(put start "$me")
mail_wait "$me" '特定接種管理システムから次の案件が届いています。'
took=$((($(date +%s%N) - from) / 1000000))
is "it is there after $took ms" test "$took" -lt 1500
link=$(mail_link /account/open)
token=${link##*t=}
equal "${link%%\?*}" "$PUBLIC_URL/account/open" 'the link leads to the public site'
is 'its token has 43 characters' grep -qxE '[A-Za-z0-9_-]{43}' <<<"$token"
mail_has '24時間' 'says how long the link works'
mail_has '時' 'and until what time'
mail_has "$PUBLIC_URL/tokutei/template" 'names the Excel template'
mail_has 'お心当たりがない' 'says what to do if nobody asked for it'
isnt 'no value is escaped as in a page' grep -q '&' <<<"$(mail_text)"
settles "$id" 'sent 1' 'the outbox says so'
equal "$(tries "$id")" 'sent 250' 'the try is noted'
is 'the Message-ID is its public id' grep -qF \
	"<$(row "$id" 'LOWER(HEX(public_id))')@" <<<"$MAIL"
is 'one recipient in the header' test \
	"$(grep -oF '["To", ' <<<"$MAIL" | wc -l)" = 1

# --- AU-20, AU-26: the token is nowhere but in the mail ---------------------------

mariadb-dump --no-defaults --socket="$(conf Database.Socket)" --skip-extended-insert \
	--hex-blob sesshu link link_token outbox mail_attempt audit session \
	passcode >"$T/dump" 2>"$T/out"
is 'the dump has the row' grep -qF "$me" "$T/dump"
isnt 'but not the token' grep -qF "$token" "$T/dump"
hash=$(printf %s "$token" | sha256sum | cut -d' ' -f1)
is 'only its SHA-256' grep -qiF "$hash" "$T/dump"
isnt 'and no log has it' grep -rqF "$token" "$INSTANCE/log"
isnt 'no log has the address' grep -rqF "$me" "$INSTANCE/log"

# --- A link that is over: nothing is sent -----------------------------------------

me=$(someone over)
id=$(put reset "$me" reset -1)
settles "$id" 'dropped 1' 'a mail whose link is over is dropped'
equal "$(mail_count "$me")" 0 'and not sent'

# --- Every template -----------------------------------------------------------------

for f in templates/mail/*.cst; do
	name=${f##*/}
	name=${name%.cst}
	me=$(someone "${name//_/-}")
	put "$name" "$me" >/dev/null
	mail_wait "$me" '特定接種管理システムから次の案件が届いています。【' || continue
	is "$name: the subject says what it is about" grep -qE '。【.+】' \
		<<<"$(mail_subject)"
	is "$name: ends with who sends it" grep -q '送信専用' <<<"$(mail_text)"
	isnt "$name: no tag is left" grep -qF '<?cs' <<<"$(mail_text)"
	isnt "$name: no line is longer than a page" grep -qE '.{200}' <<<"$(mail_text)"
done

# --- The mail server is down --------------------------------------------------------

part stop mail
me=$(someone down)
id=$(put start "$me")
settles "$id" 'queued 1' 'a server that is down: later'
n=1
for wait in 60 300 1800; do
	clock_add "$((wait - 20))"
	sesshuctl work --once 2>>"$T/log"
	equal "$(row "$id" tries)" $n "not before $wait s"
	clock_add 21
	n=$((n + 1))
	settles "$id" "queued $n" "once more after $wait s"
done
equal "$(tries "$id" | grep -o 'later curl 7' | wc -l)" 4 'each try is noted'
sesshuctl mails >"$T/page"
has "$me" 'sesshuctl mails shows it'
part start mail
clock_add 7201
mail_wait "$me"
settles "$id" 'sent 5' 'it comes when the server is back'
first=$(mail_link /account/open)
is 'the Message-ID has not changed' grep -qF \
	"<$(row "$id" 'LOWER(HEX(public_id))')@" <<<"$MAIL"
equal "$(sql "SELECT COUNT(*) FROM link_token t JOIN outbox o ON o.link = t.link
	WHERE o.id = $id")" 5 'each try had a token of its own'

# --- Not noted: sent again, as the same mail -----------------------------------------

sql "UPDATE outbox SET state = 'queued', next_at = $(time_sql) WHERE id = $id"
mail_wait "$me"
is 'the same Message-ID again' grep -qF \
	"<$(row "$id" 'LOWER(HEX(public_id))')@" <<<"$MAIL"
isnt 'another token' test "$(mail_link /account/open)" = "$first"

# --- Six tries, then it is visible, and can be sent by hand ---------------------------

part stop mail
me=$(someone failed)
id=$(put start "$me" draft 100000)
settles "$id" 'queued 1' 'the first try'
sql "UPDATE outbox SET tries = 5, next_at = $(time_sql) WHERE id = $id"
settles "$id" 'failed 6' 'after the sixth try it has failed'
sesshuctl mails >"$T/page"
matches "^$id +failed .*$me" 'sesshuctl mails shows it'
part start mail
is 'sesshuctl resend' sesshuctl resend "$id"
mail_wait "$me"
settles "$id" 'sent 1' 'it went out'
isnt 'what was sent is not sent again' sesshuctl resend "$id"
isnt 'nor what is not there' sesshuctl resend 999999999
isnt 'nor what is no number' sesshuctl resend x

# --- A server that refuses, another that is busy --------------------------------------

cat >"$T/picky.py" <<'END'
"""A mail server that says no: refuse, busy, data as the recipient begins."""
import asyncio
import sys
from aiosmtpd.controller import UnthreadedController


class Picky:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refuse"):
            return "550 no such user: " + address
        if address.startswith("busy"):
            return "451 try again"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        with open(sys.argv[2], "a", encoding="ascii") as f:
            f.write(f"{id(session)} {session.host_name}"
                    f" {envelope.rcpt_tos[0]}\n")
        if envelope.rcpt_tos[0].startswith("data"):
            return "554 not that"
        return "250 taken"


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
UnthreadedController(Picky(), hostname="127.0.0.1", port=int(sys.argv[1]),
                     loop=loop).begin()
loop.run_forever()
END
. bin/lib/instance.sh
port=$(free_ports)
/usr/bin/python3 -B "$T/picky.py" "$port" "$T/taken" &
part stop worker
{
	cat "$INSTANCE/conf/sesshu.hdf"
	echo "Mail.Port = $port"
} >"$T/picky.hdf"
work() { SESSHU_CONF=$T/picky.hdf "$BUILD/bin/sesshuctl" work --once 2>>"$T/log"; }
listens() { (: 3<>"/dev/tcp/127.0.0.1/$port"); }
wait_until 10 listens
good1=$(put start "$(someone good)")
good2=$(put start "$(someone good)")
refused=$(put start "$(someone refuse)")
busy=$(put start "$(someone busy)")
data=$(put start "$(someone data)")
bad=$(put start 'two@example.jp, three@example.jp')
line=$(put start "x@example.jp\\r\\nBcc: y@example.jp")
missing=$(put no_such_mail "$(someone good)")
is 'a pass over all' work
settles "$refused" 'failed 1' 'a refused recipient: failed at once'
equal "$(tries "$refused")" 'refused 550' 'noted by its code, without the address'
settles "$busy" 'queued 1' 'a busy one: later'
equal "$(tries "$busy")" 'later 451' 'noted'
settles "$data" 'failed 1' 'a refused text: failed at once'
equal "$(tries "$data")" 'refused 554' 'noted'
settles "$bad" 'failed 1' 'two addresses in one: failed, nothing sent'
settles "$line" 'failed 1' 'an address with a line end: failed, nothing sent'
settles "$missing" 'queued 1' 'a template that is missing: later, when it is mended'
settles "$good1" 'sent 1' 'the others went out'
settles "$good2" 'sent 1' 'all of them'
equal "$(head -n 2 "$T/taken" | cut -d' ' -f1 | uniq | wc -l)" 1 \
	'over one connection'
equal "$(head -n 1 "$T/taken" | cut -d' ' -f2)" sesshu.example.jp \
	'introduced by the domain of the sender'
isnt 'what refused is not in the log of the worker' grep -qE 'refuse\.|busy\.' "$T/log"
echo 'Mail.TLS = 1' >>"$T/picky.hdf"
secret=$(put start "$(someone good)")
is 'a pass with TLS' work
settles "$secret" 'queued 1' 'a server without STARTTLS gets nothing'
equal "$(tries "$secret")" 'later curl 64' 'noted'
kill %1
part start worker

# --- Several workers ------------------------------------------------------------------

part stop worker
me=$(someone many)
sql "INSERT INTO outbox (public_id, template, recipient, data, next_at, created_at)
	SELECT RANDOM_BYTES(16), 'start_known', '$me', '{}', $(time_sql), $(time_sql)
	  FROM city LIMIT 60"
for n in 1 2 3; do
	SESSHU_CONF=$INSTANCE/conf/sesshu.hdf "$BUILD/bin/sesshuctl" work --once \
		2>"$T/worker.$n" &
done
wait
equal "$(mail_count "$me")" 60 'three workers, every mail once'
equal "$(sql "SELECT COUNT(*) FROM outbox WHERE recipient = '$me'
	AND state = 'sent' AND tries = 1")" 60 'each by one try'
part start worker
end
