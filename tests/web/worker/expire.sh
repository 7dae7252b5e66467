# expire.sh - what may not be kept any longer goes, and nothing else.
. tests/lib.sh

work() { sesshuctl work --once 2>>"$T/log"; }
count() { sql "SELECT COUNT(*) FROM $1 WHERE $2"; }
# A time so many hours ago.
ago() { echo "UTC_TIMESTAMP(6) - INTERVAL $1 HOUR"; }
id() { sql "SELECT MAX(id) FROM $1"; }

# --- Rows with an age ----------------------------------------------------------------

# name|insert with AGE for its time|how to find it|hours it is kept
while IFS='|' read -r name insert where keep; do
	for age in $((keep - 1)) $((keep + 1)); do
		token=$(new_id 32)
		time=$(ago $age)
		statement=${insert//AGE/$time}
		sql "${statement//TOKEN/"X'$token'"}"
		work
		[ $age -lt "$keep" ] && is=1 || is=0
		equal "$(count "$name" "$where = X'$token'")" $is \
			"$name of $age hours ago: $([ $is = 1 ] && echo stays || echo goes)"
		sql "DELETE FROM $name WHERE $where = X'$token'"
	done
done <<'END'
session|INSERT INTO session (public_id, token, site, stage, role, created_at, seen_at, idle_seconds, ends_at) VALUES (RANDOM_BYTES(16), TOKEN, 'public', 'full', 'applicant', AGE, AGE, 60, AGE)|token|168
ended_session|INSERT INTO ended_session (token, why, ended_at) VALUES (TOKEN, 'idle', AGE)|token|168
form_key|INSERT INTO form_key (id, owner, result, at) VALUES (RANDOM_BYTES(16), TOKEN, '/', AGE)|owner|48
kept_form|INSERT INTO kept_form (owner, place, input, problems, at) VALUES (TOKEN, '/', '{}', '[]', AGE)|owner|24
END

# A link with its tokens, a code, a mail with its tries.
for age in 167 169; do
	sql "INSERT INTO link (purpose, mail, created_at, expires_at)
		VALUES ('draft', 'x@example.jp', $(ago $age), $(ago $age));
	INSERT INTO link_token (token, link) VALUES (X'$(new_id 32)', LAST_INSERT_ID());
	INSERT INTO passcode (session, account, mail, created_at, expires_at)
		VALUES (0, 0, 'x@example.jp', $(ago $age), $(ago $age))"
	link=$(id link)
	code=$(id passcode)
	work
	[ $age = 167 ] && is=1 || is=0
	equal "$(count link "id = $link")$(count link_token "link = $link")$(
		count passcode "id = $code")" $is$is$is \
		"link, token and code of $age hours ago: $is"
done
for age in 2159 2161; do
	sql "INSERT INTO outbox (public_id, template, recipient, data, state,
		next_at, created_at) VALUES (RANDOM_BYTES(16), 'start', 'x@example.jp',
		'{}', 'sent', $(ago $age), $(ago $age));
	INSERT INTO mail_attempt (outbox, number, at, outcome, reply)
		VALUES (LAST_INSERT_ID(), 1, $(ago $age), 'sent', '250')"
	mail=$(id outbox)
	work
	[ $age = 2159 ] && is=1 || is=0
	equal "$(count outbox "id = $mail")$(count mail_attempt "outbox = $mail")" \
		$is$is "a mail of $age hours ago, and its tries: $is"
done

# --- Drafts ----------------------------------------------------------------------------

# draft STATE NAME AGE: an application with all that hangs on it; prints its id.
draft() {
	sql "INSERT INTO application (public_id, state, mail, created_at, changed_at,
		sent_at) VALUES (RANDOM_BYTES(16), '$1', 'x@example.jp', $(ago "$3"),
		$(ago "$3"), IF('$1' = 'draft', NULL, $(ago "$3")));
	SET @a = LAST_INSERT_ID();
	INSERT INTO version (application, number, created_at) VALUES (@a, 1, $(ago "$3"));
	SET @v = LAST_INSERT_ID();
	UPDATE application SET draft = @v WHERE id = @a;
	INSERT INTO applicant (version, public_id, name) VALUES (@v, RANDOM_BYTES(16), '$2');
	SELECT @a"
}
# … with an office, a business, a workbook, a document and an open link.
fill() {
	# Not every column matters here: what has no default is empty.
	sql "SET sql_mode = ''; SET @a = $1, @v = (SELECT draft FROM application WHERE id = $1);
	INSERT INTO office (version, number, public_id, revision, name) VALUES
		(@v, 1, RANDOM_BYTES(16), 1, '見本');
	INSERT INTO business (version, office, position, type, detail1) VALUES
		(@v, 1, 1, 'T01', 'T01-01');
	INSERT INTO accepted_question (version, question, at) VALUES
		(@v, 'x', UTC_TIMESTAMP(6));
	INSERT INTO file (public_id, name, kind, size, sha256, created_at, keep_until)
		VALUES (X'$2', 'x.xlsx', 'xlsx', 1, REPEAT('x', 32), UTC_TIMESTAMP(6),
		UTC_TIMESTAMP(6) + INTERVAL 1 DAY);
	INSERT INTO upload (public_id, version, file, state, created_at) VALUES
		(RANDOM_BYTES(16), @v, LAST_INSERT_ID(), 'read', UTC_TIMESTAMP(6));
	INSERT INTO file (public_id, name, kind, size, sha256, created_at)
		VALUES (X'$3', 'x.pdf', 'pdf', 1, REPEAT('x', 32), UTC_TIMESTAMP(6));
	INSERT INTO attachment (application, file, purpose, created_at) VALUES
		(@a, LAST_INSERT_ID(), 'plan', UTC_TIMESTAMP(6));
	INSERT INTO link (purpose, application, mail, created_at, expires_at) VALUES
		('draft', @a, 'x@example.jp', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 1 DAY);
	INSERT INTO link_token (token, link) VALUES (X'$(new_id 32)', LAST_INSERT_ID())"
	echo x >"$INSTANCE/data/$2"
	echo x >"$INSTANCE/data/$3"
}
there() { count application "id = $1"; }

old=$(draft draft サンプル商事 2161)
book=$(new_id) paper=$(new_id)
fill "$old" "$book" "$paper"
young=$(draft draft サンプル商事 2159)
sent=$(draft submitted サンプル商事 9000)
empty=$(draft draft '' 193)
linked=$(draft draft '' 193)
sql "INSERT INTO link (purpose, application, mail, created_at, expires_at) VALUES
	('draft', $linked, 'x@example.jp', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 1 DAY)"
fresh=$(draft draft '' 190)
trail=$(count audit "act = 'expire.draft'")
work
equal "$(there "$old")" 0 'a draft goes 90 days after the last change'
equal "$(count link "application = $old")$(count attachment "application = $old")$(
	count version "application = $old")" 000 'with all that hangs on it'
equal "$(there "$young")" 1 'an hour before it stays'
equal "$(there "$sent")" 1 'what was sent stays, however old'
equal "$(there "$empty")" 0 'an empty one goes with its link'
equal "$(there "$linked")" 1 'not while a link leads to it'
equal "$(there "$fresh")" 1 'not before'
sesshuctl work --once 2>>"$T/log"
equal "$(count file "public_id IN (X'$book', X'$paper')")" 0 'its files go as well'
isnt 'the workbook on disk' test -e "$INSTANCE/data/$book"
isnt 'and the document' test -e "$INSTANCE/data/$paper"
equal "$(count audit "act = 'expire.draft'")" $((trail + 2)) 'the trail says how many drafts'
sql "DELETE FROM link WHERE application = $linked"

# --- Files -----------------------------------------------------------------------------

# file KEEP_UNTIL: prints its name on disk
file() {
	local name
	name=$(new_id)
	sql "INSERT INTO file (public_id, name, kind, size, sha256, created_at,
		keep_until) VALUES (X'$name', 'x.xlsx', 'xlsx', 1, REPEAT('x', 32),
		UTC_TIMESTAMP(6), $1)"
	echo x >"$INSTANCE/data/$name"
	echo "$name"
}
over=$(file "$(ago 1)")
later=$(file 'UTC_TIMESTAMP(6) + INTERVAL 1 HOUR')
always=$(file NULL)
gone=$(file "$(ago 1)")
rm "$INSTANCE/data/$gone"
kept=$(file "$(ago 1)")
sql "INSERT INTO attachment (application, file, purpose, created_at) SELECT $sent,
	id, 'plan', UTC_TIMESTAMP(6) FROM file WHERE public_id = X'$kept'"
stray=$(new_id)
echo x >"$INSTANCE/data/$stray"
touch -d '2 days ago' "$INSTANCE/data/$stray"
young=$(new_id)
echo x >"$INSTANCE/data/$young"
echo x >"$INSTANCE/data/README"
touch -d '2 days ago' "$INSTANCE/data/README" "$INSTANCE/data/$later"
work
isnt 'UP-06 a file goes after its last day' test -e "$INSTANCE/data/$over"
equal "$(count file "public_id IN (X'$over', X'$gone')")" 0 'and its row'
is 'before that it stays' test -e "$INSTANCE/data/$later"
is 'without a last day too' test -e "$INSTANCE/data/$always"
is 'and as long as it belongs to an application' test -e "$INSTANCE/data/$kept"
isnt 'a file that no row names goes after a day' test -e "$INSTANCE/data/$stray"
is 'not before' test -e "$INSTANCE/data/$young"
is 'what is not ours stays' test -e "$INSTANCE/data/README"
rm "$INSTANCE/data/README" "$INSTANCE/data/$young"

# --- The running worker does it too ------------------------------------------------------

over=$(file 'UTC_TIMESTAMP(6) + INTERVAL 23 HOUR')
clock_add 86400
is 'a day later the worker has removed it' \
	wait_until 10 test ! -e "$INSTANCE/data/$over"
sql "DELETE FROM attachment WHERE application = $sent;
	DELETE FROM file WHERE public_id IN (X'$later', X'$always', X'$kept');
	DELETE FROM applicant WHERE version IN (SELECT id FROM version WHERE application
		IN ($sent, $linked, $fresh));
	DELETE FROM version WHERE application IN ($sent, $linked, $fresh);
	DELETE FROM application WHERE id IN ($sent, $linked, $fresh)"
end
