# database.sh - what the server allows and what each user may not (security
# DB-01 to DB-03, IN-02, LG-02).
. tests/lib.sh

# as USER STATEMENT: over the users' own connection, with their password.
as() {
	local user=$1
	shift
	mariadb --no-defaults --socket="$(conf Database.Socket)" --user="sesshu_$user" \
		--password="$(cat "$INSTANCE/conf/secret-$user")" \
		--local-infile=1 --batch --skip-column-names sesshu -e "$*"
}
setting() { sql "SELECT @@global.$1"; }

equal "$(setting skip_networking)" 1 'no network'
equal "$(setting skip_name_resolve)" 1 'no look-up of names'
equal "$(setting local_infile)" 0 'no files of clients'
isnt 'files only in one folder' test -z "$(setting secure_file_priv)"
equal "$(ls -A "$(setting secure_file_priv)")" '' 'that folder is empty'
for mode in STRICT_ALL_TABLES ONLY_FULL_GROUP_BY NO_ZERO_DATE NO_ZERO_IN_DATE \
	ERROR_FOR_DIVISION_BY_ZERO; do
	is "mode $mode" grep -q "$mode" <<<"$(setting sql_mode)"
done
equal "$(setting character_set_server)" utf8mb4 'characters of four bytes'
equal "$(setting innodb_lock_wait_timeout)" 5 'waits 5 s for a lock'
equal "$(sql "SELECT COUNT(*) FROM mysql.user WHERE User = ''")" 0 'no anonymous user'
equal "$(sql "SELECT COUNT(*) FROM information_schema.schemata
	WHERE schema_name = 'test'")" 0 'no test database'
equal "$(sql "SELECT COUNT(*) FROM information_schema.tables t
	LEFT JOIN information_schema.table_constraints c
	  ON c.table_schema = t.table_schema AND c.table_name = t.table_name
	 AND c.constraint_type = 'PRIMARY KEY'
	WHERE t.table_schema = 'sesshu' AND t.table_type = 'BASE TABLE'
	  AND c.constraint_name IS NULL")" 0 'every table has a primary key'
isnt 'a value that is too long is refused' \
	instance sql -e "INSERT INTO prefecture SELECT REPEAT('x', 5000), name
		FROM prefecture LIMIT 1"

for user in public intranet worker; do
	equal "$(as $user 'SELECT 1')" 1 "$user: may connect"
	isnt "$user: wrong password" mariadb --no-defaults --socket="$(conf Database.Socket)" \
		--user="sesshu_$user" --password=wrong -e 'SELECT 1'
	while IFS='|' read -r what statement; do
		isnt "$user: $what" as $user "$statement"
	done <<-'END'
		no users|SELECT User FROM mysql.user
		no table dropped|DROP TABLE prefecture
		no table made|CREATE TABLE x (id INT PRIMARY KEY)
		no table changed|ALTER TABLE prefecture ADD COLUMN x INT
		no audit changed|UPDATE audit SET act = 'x'
		no audit deleted|DELETE FROM audit
		no audit emptied|TRUNCATE audit
		no file written|SELECT 1 INTO OUTFILE '/tmp/sesshu-x'
		no file of the client|LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE prefecture
		no rights given|GRANT ALL ON sesshu.* TO sesshu_public@localhost
		no setting changed|SET GLOBAL max_connections = 5
		no trigger|CREATE TRIGGER t BEFORE INSERT ON prefecture FOR EACH ROW SET @x = 1
	END
	equal "$(as $user "SELECT LOAD_FILE('/etc/passwd')")" NULL "$user: reads no file"
	equal "$(as $user 'SELECT COUNT(DISTINCT USER) FROM information_schema.processlist')" \
		1 "$user: sees only its own connections"
done
for user in public intranet; do
	equal "$(as $user 'SELECT @@max_statement_time')" 10.000000 \
		"$user: a statement may take 10 s"
	is "$user: may not take all connections" test \
		"$(as $user 'SELECT @@max_user_connections')" -lt "$(setting max_connections)"
done
isnt 'the owner of the tables has nothing outside' mariadb --no-defaults \
	--socket="$(conf Database.Socket)" --user=sesshu_owner \
	--password="$(cat "$INSTANCE/conf/secret-owner")" \
	-e 'SELECT User FROM mysql.user'
equal "$(as intranet "SELECT CONCAT(t.code, ' ', m.code) FROM business_type t
	JOIN ministry m ON m.id = t.ministry ORDER BY t.code")" \
	"$(awk -F'\t' 'NR > 1 && $6 != "" { print $1 " " $6 }' \
		sql/data/business_type.tsv | LC_ALL=C sort)" \
	'every type of business has the desk that the file gives it'
equal "$(stat -c %a "$INSTANCE/conf/sesshu.hdf" "$INSTANCE/conf/owner.hdf" |
	sort -u)" 600 'passwords are for the owner of the instance only'
end
