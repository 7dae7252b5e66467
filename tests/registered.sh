# registered.sh - for tests of what the registrar does; after tests/lib.sh,
# tests/draft.sh and tests/desk.sh.
#
#	confirmed [n=v…]     an application of one ministry is sent and confirmed
#	                     by somebody, and lies on the registrar's desk; APP
#	                     (n=v: fields of the applicant)
#	confirmed_by BROWSER whoever that browser belongs to confirmed it
#	applicant NAME       the applicant of APP, likewise
#	registrar NAME       a registrar with a session, in a browser of that name
#	register             that one registers APP; NUMBER
# shellcheck shell=bash

# As the acts of the ministry leave it.
desk_confirm() {
	sql "SET @p = (SELECT id FROM application WHERE public_id = UNHEX('$APP'));
	     INSERT INTO account (public_id, login, mail, name, created_at)
	     VALUES (RANDOM_BYTES(16), CONCAT('c', @p, '@example.jp'),
	             'staff@example.jp', '見本 確認', UTC_TIMESTAMP(6));
	     SET @a = LAST_INSERT_ID();
	     UPDATE review_unit
	        SET state = 'confirmed', opinion = 'register',
	            reason = '基準に合って<b>います', confirmed_by = @a,
	            confirmed_at = UTC_TIMESTAMP(6),
	            confirmed_version = (SELECT sent FROM application WHERE id = @p)
	      WHERE application = @p AND role = 'reviewer';
	     UPDATE application SET state = 'ministry_confirmed',
	            begun_at = UTC_TIMESTAMP(6) WHERE id = @p;
	     INSERT INTO review_unit (public_id, application, role, ministry, state,
	            since, receipt, name, search_key, pref, founder, offices,
	            persons, sent_at)
	     SELECT RANDOM_BYTES(16), application, 'registrar', 0, 'open',
	            UTC_TIMESTAMP(6), receipt, name, search_key, pref, founder,
	            offices, persons, sent_at
	       FROM review_unit WHERE application = @p LIMIT 1"
}

sent() {
	draft_open
	draft_founder "${FOUNDER_IS:-private}"
	draft_applicant "$@"
	draft_office "${OFFICE[@]}"
	get public/tokutei/confirm
	submit public/tokutei/confirm act=send company_short=1 number_missing=1 \
		number_wrong=1 zip_elsewhere=1 tel_unusual=1 mail_slip=1 \
		staff_less=1 note2_words=1 note2_missing=1
	APP=$(sql "SELECT LOWER(HEX(public_id)) FROM application
	            WHERE mail = '$ME' AND state = 'submitted'")
	[ -n "$APP" ] || bail 'an application was sent'
}
OFFICE=()

confirmed() {
	sent "$@"
	desk_confirm
}

confirmed_by() {
	local id
	id=$(session_account "$1")
	sql "UPDATE review_unit SET confirmed_by = $id
	      WHERE role = 'reviewer' AND application =
	            (SELECT id FROM application WHERE public_id = UNHEX('$APP'))"
}
session_account() {
	sql "SELECT account FROM session WHERE token = UNHEX(SHA2('$(awk -F'\t' \
		'$6 == "sid" { print $7 }' "$T/cookies.$1")', 256))"
}

# The browser NAME is signed in as the applicant of APP; no login is gone
# through.
applicant() {
	local cookie host
	browser "$1"
	cookie=$(head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=')
	host=${PUBLIC_URL#*://}
	sql "INSERT INTO session (public_id, token, site, stage, account,
	            organisation, application, role, created_at, seen_at,
	            idle_seconds, ends_at)
	     SELECT RANDOM_BYTES(16), UNHEX(SHA2('$cookie', 256)), 'public',
	            'full', account, organisation, id, 'applicant',
	            UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 86400,
	            UTC_TIMESTAMP(6) + INTERVAL 1 DAY
	       FROM application WHERE public_id = UNHEX('$APP')"
	printf '%s\tFALSE\t/\tFALSE\t0\tsid\t%s\n' "${host%%:*}" "$cookie" \
		>"$JAR"
}

registrar() { desk_staff "$1" registrar; }

register() {
	get "intranet/tokutei/registration?id=$APP"
	post "intranet/tokutei/registration?id=$APP" act=register
	NUMBER=$(number_of "$APP")
}
number_of() {
	sql "SELECT number FROM registration r JOIN application p
	         ON p.id = r.application WHERE p.public_id = UNHEX('$1')"
}
state_of() { sql "SELECT state FROM application WHERE public_id = UNHEX('$1')"; }
