# grants.sh - what each program's user may and may not do (sql/grants.sql).
. tests/lib.sh

as() {
	mariadb --no-defaults --socket="$(conf Database.Socket)" --user="sesshu_$1" \
		--password="$(cat "$INSTANCE/conf/secret-$1")" \
		--batch --skip-column-names sesshu -e "$2"
}
zeros="REPEAT('\0', 16)"

while IFS='|' read -r user what statement; do
	isnt "$user: $what" as "$user" "$statement"
done <<END
public|does not read the trail|SELECT COUNT(*) FROM audit
public|does not see the chain|SELECT COUNT(*) FROM audit_chain
public|does not read mails|SELECT data FROM outbox
public|does not see who gets which link|SELECT link FROM outbox
public|changes no mail|UPDATE outbox SET state = 'sent'
public|removes no mail|DELETE FROM outbox
public|makes no token|INSERT INTO link_token (token, link) SELECT REPEAT('a', 32), id FROM link
public|chooses no code|UPDATE passcode SET code = 'x'
public|makes no code|INSERT INTO passcode (session, account, mail, code, created_at, expires_at) VALUES (1, 1, '', 'x', '2020-01-01', '2020-01-01')
public|moves no link|UPDATE link SET mail = 'x@example.jp'
public|removes no account|DELETE FROM account
public|changes no login id|UPDATE account SET login = 'x'
public|drops no second step|UPDATE account SET second_step = 0
public|changes no organisation|UPDATE organisation SET kind = 'ministry'
public|gives no other role|UPDATE membership SET role = 'administrator'
public|removes no application|DELETE FROM application
public|removes no version|DELETE FROM version
public|changes no reference data|UPDATE city SET name = 'x'
public|does not see what was migrated|SELECT COUNT(*) FROM schema_migration
public|publishes nothing|INSERT INTO register_business (id, number, name, search_key, types, offices, registered_on, valid_until) VALUES (1, 'x', 'x', 'x', '', 1, '2020-01-01', '2020-01-01')
public|changes nothing published|UPDATE register_office SET name = 'x'
public|registers nothing|INSERT INTO registration_counter (year, last) VALUES (1, 1)
public|refuses nothing|INSERT INTO refusal (application, reason, text, account, at) VALUES (1, 'x', 'x', 1, '2020-01-01')
intranet|changes no office of the register|DELETE FROM register_office
intranet|renames nothing in the register|UPDATE register_business SET name = 'x'
worker|renames nothing in the register|UPDATE register_business SET name = 'x'
public|adds no office to the register|INSERT INTO register_office (business, number, name, pref, city, town, types) VALUES (1, 1, 'x', '13', '131016', 'x', 'T02')
public|gives no number|UPDATE registration SET number = 'x'
worker|registers nothing|INSERT INTO registration (number) VALUES ('x')
public|unsays nothing of a registration|DELETE FROM registration_event
intranet|unsays nothing of a registration|UPDATE registration_event SET text = 'x'
worker|does not read why|SELECT text FROM registration_event
intranet|does not read what the trail says in detail|SELECT detail FROM audit
intranet|does not read mails|SELECT data FROM outbox
intranet|makes no account|INSERT INTO account (public_id, login, mail, created_at) VALUES ($zeros, 'x', 'x', '2020-01-01')
intranet|gives no role|INSERT INTO membership (account, organisation, role, since) SELECT 1, 1, 'administrator', '2020-01-01'
intranet|changes no application|UPDATE application SET mail = 'x@example.jp'
intranet|changes no office|UPDATE office SET name = 'x'
worker|reads no passwords|SELECT password FROM account
worker|reads no codes|SELECT code FROM passcode
worker|reads no applicant|SELECT tel FROM applicant
worker|reads no office|SELECT name FROM office
worker|reads no session|SELECT token FROM session
worker|reads no typed forms|SELECT input FROM kept_form
worker|opens no session|INSERT INTO session (public_id, token, site, stage, role, created_at, seen_at, idle_seconds, ends_at) VALUES ($zeros, '', 'public', 'full', 'applicant', '2030-01-01', '2030-01-01', 9, '2030-01-01')
worker|makes no link|INSERT INTO link (purpose, mail, created_at, expires_at) VALUES ('password', 'x@example.jp', '2020-01-01', '2030-01-01')
worker|changes no recipient|UPDATE outbox SET recipient = 'x@example.jp'
worker|changes no chain|UPDATE audit_chain SET hash = REPEAT('x', 32)
END
for user in public intranet; do
	is "$user: adds to the trail" as $user "INSERT INTO audit (at, role, site, act,
		object, object_id, detail, request) VALUES (UTC_TIMESTAMP(6), '', '$user',
		'test.grant', '', $zeros, '', '')"
	is "$user: counts mails to an address" as $user "SELECT COUNT(*) FROM outbox
		WHERE recipient = 'x@example.jp' AND template = 'start'"
done
for user in public intranet worker; do
	equal "$(sql "SELECT COUNT(*) FROM mysql.db WHERE User = 'sesshu_$user'")" 0 \
		"$user: no right to the whole database"
	equal "$(sql "SELECT GROUP_CONCAT(DISTINCT privilege_type)
		FROM information_schema.user_privileges
		WHERE grantee LIKE '\'sesshu_$user%'")" USAGE "$user: nor to the server"
	equal "$(sql "SELECT COUNT(*) FROM information_schema.table_privileges
		WHERE grantee LIKE '\'sesshu_$user%' AND (is_grantable = 'YES' OR
		privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))")" 0 \
		"$user: nothing but rows"
done
is 'the rights can be given again' instance sql -e "source sql/grants.sql"
end
