# desk.sh - for tests of the ministry's desk; after tests/lib.sh and draft.sh.
#
#	desk_sent [n=v…]         an application of three ministries is sent; APP
#	desk_staff NAME ROLE [MINISTRY]
#	                         somebody with a session, in a browser of that name
#
# The application has two offices: 霞が関支店 with businesses of 厚生労働省 (T02)
# and 経済産業省 (T09), 見本工場 of 財務省 (T10) alone. A company's fields may be
# given: name=… .
# shellcheck shell=bash

# From here on the browser NAME asks, signed in on the intranet; no login is
# gone through. MINISTRY: mhlw, meti, mof …
desk_staff() {
	local name=$1 role=$2 ministry=${3:-} cookie host
	browser "$name"
	cookie=$(head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=')
	host=${INTRANET_URL#*://}
	sql "INSERT INTO organisation (public_id, kind, name, ministry, created_at)
	     VALUES (RANDOM_BYTES(16), '$([ "$role" = registrar ] &&
		echo registrar || echo ministry)', 'サンプル課',
	             (SELECT id FROM ministry WHERE code = '$ministry'),
	             UTC_TIMESTAMP(6));
	     SET @o = LAST_INSERT_ID();
	     INSERT INTO account (public_id, login, mail, name, created_at)
	     VALUES (RANDOM_BYTES(16), '$name.$$.$RANDOM@example.jp',
	             'staff@example.jp', '見本 $name', UTC_TIMESTAMP(6));
	     SET @a = LAST_INSERT_ID();
	     INSERT INTO membership (account, organisation, role, since)
	     VALUES (@a, @o, '$role', UTC_TIMESTAMP(6));
	     INSERT INTO session (public_id, token, site, stage, account,
	            organisation, role, created_at, seen_at, idle_seconds, ends_at)
	     VALUES (RANDOM_BYTES(16), UNHEX(SHA2('$cookie', 256)), 'intranet',
	             'full', @a, @o, '$role', UTC_TIMESTAMP(6),
	             UTC_TIMESTAMP(6), 86400, UTC_TIMESTAMP(6) + INTERVAL 1 DAY);"
	printf '%s\tFALSE\t/\tFALSE\t0\tsid\t%s\n' "${host%%:*}" "$cookie" \
		>"$JAR"
}

desk_sent() {
	draft_open
	draft_founder
	draft_applicant "$@"
	draft_office business.1.type=T09 business.1.detail1=T09-01 \
		business.1.own=5 business.1.external=2
	draft_office name=見本工場 kana=みほんこうじょう business.0.type=T10 \
		business.0.detail1=T10-01 business.0.detail2=T10-01-1 \
		business.0.own=7
	get public/tokutei/confirm
	submit public/tokutei/confirm act=send company_short=1 number_missing=1 \
		number_wrong=1 zip_elsewhere=1 tel_unusual=1 mail_slip=1 \
		staff_less=1 note2_words=1
	APP=$(sql "SELECT LOWER(HEX(public_id)) FROM application
	            WHERE mail = '$ME' AND state = 'submitted'")
	[ -n "$APP" ] || bail 'an application was sent'
}

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
