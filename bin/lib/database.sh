# database.sh - a private MariaDB on a unix socket.
# shellcheck shell=bash disable=SC2034

sql() { mariadb --no-defaults --socket="$RUN/db.sock" "$@"; }
db_answers() { [ -S "$RUN/db.sock" ] && sql -e 'DO 1' >/dev/null; }

# Made under another name first: an interrupted first start leaves nothing.
db_make() {
	[ -d "$VAR/db/mysql" ] && return
	say "run: making the database"
	rm -rf "$VAR/db.new"
	mariadb-install-db --no-defaults --datadir="$VAR/db.new" \
		--user="$USER" --skip-test-db --auth-root-socket-user="$USER" \
		--auth-root-authentication-method=socket \
		>"$LOG/database-install.log" 2>&1 || {
		tail -n 8 "$LOG/database-install.log" >&2
		die "the database could not be made"
	}
	mv "$VAR/db.new" "$VAR/db"
}

db_start() {
	mkdir -p "$TMP/db" "$TMP/db-files"
	fill conf/mariadb/sesshu.cnf "$CONF/mariadb.cnf"
	launch database "$(command -v mariadbd || echo /usr/sbin/mariadbd)" \
		--defaults-file="$CONF/mariadb.cnf"
}

# Users, tables, rights, and at the first start data to look at.
db_fill() {
	local who
	for who in OWNER PUBLIC INTRANET WORKER; do
		declare "FILL_IDENTIFIED_$who=IDENTIFIED BY '$(secret "${who,,}")'"
	done
	fill conf/mariadb/users.sql "$CONF/users.sql"
	sql <"$CONF/users.sql" || die "the database users could not be made"
	rm -f "$CONF/users.sql"
	as_owner migrate 2>>"$LOG/sesshuctl.log" || {
		tail -n 4 "$LOG/sesshuctl.log" >&2
		die "the tables could not be made"
	}
	sql "$DB_NAME" <sql/grants.sql || die "sql/grants.sql was refused"
	if [ "$DEMO" = 1 ] && [ ! -e "$VAR/demo.txt" ]; then
		as_owner demo >"$VAR/demo.new" 2>>"$LOG/sesshuctl.log" || {
			tail -n 4 "$LOG/sesshuctl.log" >&2
			die "the demonstration data could not be loaded"
		}
		mv "$VAR/demo.new" "$VAR/demo.txt"
	fi
}

as_owner() { SESSHU_CONF=$CONF/owner.hdf "$SESSHUCTL" "$@"; }

# The programs' configuration: the defaults, then what differs here. Only
# sesshuctl gets to know the owner of the tables.
write_settings() {
	{
		cat conf/sesshu.hdf
		cat <<-END

			# What bin/run.sh adds.
			Site.PublicUrl = http://$HOST:$PORT
			Site.IntranetUrl = http://$HOST:$INTRANET_PORT
			Site.TLS = 0
			Database.Socket = $RUN/db.sock
			Database.Name = $DB_NAME
			Database.Password.public = $(secret public)
			Database.Password.intranet = $(secret intranet)
			Database.Password.worker = $(secret worker)
			Mail.Host = 127.0.0.1
			Mail.Port = $SMTP_PORT
			Path.Templates = $TOP/templates
			Path.Static = $STATIC
			Path.Sql = $TOP/sql
			Path.Data = $VAR/data
			Path.Tmp = $TMP
			Path.Cache = $CACHE
			Development = $DEVELOPMENT
			Release = $(git rev-parse --short HEAD 2>/dev/null || echo 0)
			$SETTINGS
		END
	} >"$CONF/sesshu.hdf"
	{
		cat "$CONF/sesshu.hdf"
		echo "Database.Password.owner = $(secret owner)"
	} >"$CONF/owner.hdf"
}
