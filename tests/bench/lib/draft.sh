# draft.sh - our instance, and the draft of 3,000 offices that is looked at.
# shellcheck shell=bash

db() { VAR=$INSTANCE bin/run.sh sql -N -B "$@"; }

# As in production: nothing is re-read, what is committed is on disk, nobody is
# slowed down but by the work itself.
start_ours() {
	local made
	instance_start "$INSTANCE" WORKERS="$WORKERS" DB_FLUSH=1 SETTINGS= \
		DB_MEMORY=256M || exit 1
	. "$INSTANCE/ready"
	made=$(SESSHU_CONF=$INSTANCE/conf/owner.hdf "$BUILD/bin/sesshuctl" \
		generate --applications 1 --offices 3000) ||
		die "the draft could not be made"
	APPLICATION=$(word_of application "$made")
	COOKIE=$(sign_in "$APPLICATION")
	OFFICE=$(office_id 1501)
}

# A browser that has come by the link of this application; prints its cookie.
sign_in() {
	local cookie
	cookie=$(head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n')
	db -e "INSERT INTO session (public_id, token, site, stage, role,
	              application, created_at, seen_at, idle_seconds, ends_at)
	       VALUES (RANDOM_BYTES(16), UNHEX(SHA2('$cookie', 256)), 'public',
	              'link', 'drafter', $1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6),
	              3600, UTC_TIMESTAMP(6) + INTERVAL 1 DAY)" ||
		die "the session could not be made"
	echo "$cookie"
}

# The token of the forms that go with a cookie: form_token COOKIE
form_token() {
	printf 'form:%s' "$1" | openssl dgst -sha256 -binary | base64 |
		tr '+/' '-_' | tr -d '=\n'
}

office_id() {
	db -e "SELECT LOWER(HEX(public_id)) FROM office
	        WHERE version = (SELECT draft FROM application
	                          WHERE id = $APPLICATION) AND number = $1"
}
