# desk.sh - for tests of the ministry's desk; after tests/lib.sh.
#
#	desk_sent [n=v…]         an application of three ministries is sent; APP
#	desk_staff NAME ROLE [MINISTRY]
#	                         somebody with a session, in a browser of that name
#	desk_company [NAME]      whoever sent APP, likewise
#	desk_confirms [n=v…]     whoever asks just now confirms APP
#	desk_strangers ADDRESS   a page that is not for those who have no part of APP
#
# The application has two offices: 霞が関支店 with businesses of 厚生労働省 (T02)
# and 経済産業省 (T09), 見本工場 of 財務省 (T10) alone. A company's fields may be
# given: name=… .
# shellcheck shell=bash
. tests/draft.sh

# desk_session NAME SITE ROLE SQL: from here on the browser NAME asks, signed in
# as the account @a of the organisation @o, which the SQL sets, at the time of the
# programs; no login is gone through.
desk_session() {
	local cookie host=$PUBLIC_URL
	browser "$1"
	cookie=$(new_token)
	[ "$2" = public ] || host=$INTRANET_URL
	host=${host#*://}
	sql "$4
	     INSERT INTO session (public_id, token, site, stage, account,
	            organisation, role, created_at, seen_at, idle_seconds, ends_at)
	     VALUES (RANDOM_BYTES(16), UNHEX(SHA2('$cookie', 256)), '$2', 'full',
	             @a, @o, '$3', $(time_sql), $(time_sql), 86400,
	             $(time_sql 86400))"
	printf '%s\tFALSE\t/\tFALSE\t0\tsid\t%s\n' "${host%%:*}" "$cookie" \
		>"$JAR"
}

# MINISTRY: mhlw, meti, mof …
desk_staff() {
	local kind=ministry
	[ "$2" != registrar ] || kind=registrar
	desk_session "$1" intranet "$2" "
	     INSERT INTO organisation (public_id, kind, name, ministry, created_at)
	     VALUES (RANDOM_BYTES(16), '$kind', 'サンプル課',
	             (SELECT id FROM ministry WHERE code = '${3:-}'),
	             UTC_TIMESTAMP(6));
	     SET @o = LAST_INSERT_ID();
	     INSERT INTO account (public_id, login, mail, name, created_at)
	     VALUES (RANDOM_BYTES(16), '$1.$$.$RANDOM@example.jp',
	             'staff@example.jp', '見本 $1', UTC_TIMESTAMP(6));
	     SET @a = LAST_INSERT_ID();
	     INSERT INTO membership (account, organisation, role, since)
	     VALUES (@a, @o, '$2', UTC_TIMESTAMP(6));"
}

desk_company() {
	desk_session "${1:-company}" public applicant "
	     SELECT account, organisation INTO @a, @o FROM application
	      WHERE public_id = UNHEX('$APP');"
}

desk_sent() {
	draft_begun "$@"
	draft_office "${SECOND[@]}"
	draft_office name=見本工場 kana=みほんこうじょう business.0.type=T10 \
		business.0.detail1=T10-01 business.0.detail2=T10-01-1 \
		business.0.own=7
	draft_send
}

desk_confirms() {
	get "intranet/tokutei/application?id=$APP"
	submit "intranet/tokutei/application?id=$APP" act=confirm \
		opinion=register "$@"
}

desk_strangers() {
	desk_staff stranger reviewer maff
	get "$1"
	status 404 'AZ-02 a desk without a part'
	desk_staff clerk registrar
	get "$1"
	status 404 'AZ-02 the registrar, before all have confirmed'
	desk_staff boss administrator
	get "$1"
	status 403 'AZ-01 an administrator has no desk'
}

# state_of APP, receipt_of APP: the state of the application, its receipt number.
state_of() { sql "SELECT state FROM application WHERE public_id = UNHEX('$1')"; }
receipt_of() { sql "SELECT receipt FROM application WHERE public_id = UNHEX('$1')"; }

# desk_unit MINISTRY COLUMN: of the unit of that desk of the application APP;
# MINISTRY registrar: of the registrar's.
desk_unit() {
	sql "SELECT u.$2 FROM review_unit u
	       JOIN application p ON p.id = u.application
	       LEFT JOIN ministry m ON m.id = u.ministry
	      WHERE p.public_id = UNHEX('$APP')
	        AND COALESCE(m.code, u.role) = '$1'"
}
# desk_audit ACT: how often it was written about the application APP.
desk_audit() {
	sql "SELECT COUNT(*) FROM audit
	      WHERE object_id = UNHEX('$APP') AND act = '$1'"
}
# desk_again [SQL]: the application APP is sent once more, as a copy that the SQL
# changes before; @v is the version before, @w the new one.
desk_again() {
	local table statements=''
	for table in applicant office business version_part; do
		local columns
		columns=$(sql "SELECT GROUP_CONCAT(column_name)
		                 FROM information_schema.columns
		                WHERE table_schema = DATABASE()
		                  AND table_name = '$table'
		                  AND is_generated = 'NEVER'
		                  AND column_name <> 'version'")
		statements+="INSERT INTO $table (version, $columns)
			SELECT @w, $columns FROM $table WHERE version = @v;"
	done
	sql "SET @a = (SELECT id FROM application
	                WHERE public_id = UNHEX('$APP'));
	     SET @v = (SELECT sent FROM application WHERE id = @a);
	     INSERT INTO version (application, number, created_at, frozen_at,
	            next_office)
	     SELECT application, number + 1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6),
	            next_office
	       FROM version WHERE id = @v;
	     SET @w = LAST_INSERT_ID();
	     $statements
	     ${1:-}
	     UPDATE application SET sent = @w WHERE id = @a"
}
