# change.sh - a registration of 10,000 offices of which all have changed: how
# long it takes until the business, and the ministry, see what is different.
# shellcheck shell=bash

# Registers what the generator sent, without the desks; its business begins a
# change and changes every office.
change_make() {
	local made app cookie token
	made=$(SESSHU_CONF=$INSTANCE/conf/owner.hdf "$BUILD/bin/sesshuctl" \
		generate --applications 1 --offices 10000 --sent) ||
		die "the registration could not be made"
	app=$(word_of application "$made")
	db -e "UPDATE application SET state = 'registered' WHERE id = $app;
	       INSERT INTO registration (public_id, application, version, number,
	              state, registered_on, valid_until, offices, persons,
	              registered_by, at)
	       SELECT RANDOM_BYTES(16), p.id, p.sent, 'R-2026-999999', 'active',
	              '2026-01-01', '2030-12-31', s.offices, s.persons, p.account,
	              UTC_TIMESTAMP(6)
	         FROM application p JOIN office_sum s ON s.version = p.sent
	        WHERE p.id = $app" || die "it could not be registered"
	cookie=$(sign_in_full "$app")
	token=$(form_token "$cookie")
	curl -s -o /dev/null -b "sid=$cookie" -H "Origin: $PUBLIC_URL" \
		--data "token=$token&act=change&key=$(openssl rand -hex 16)" \
		"$PUBLIC_URL/registered/procedure"
	CHANGED=$(db -e "SELECT id FROM application WHERE parent = $app")
	[ -n "$CHANGED" ] || die "no change was begun"
	db -e "UPDATE office SET name = CONCAT('新', name), fax = '0312340000'
	        WHERE version = (SELECT draft FROM application
	                          WHERE id = $CHANGED)" ||
		die "the offices could not be changed"
	CHANGE_COOKIE=$cookie
}

# A business that has signed in; prints the cookie.
sign_in_full() {
	local cookie
	cookie=$(head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n')
	db -e "INSERT INTO session (public_id, token, site, stage, role, account,
	              organisation, application, created_at, seen_at,
	              idle_seconds, ends_at)
	       SELECT RANDOM_BYTES(16), UNHEX(SHA2('$cookie', 256)), 'public',
	              'full', 'applicant', account, organisation, id,
	              UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 3600,
	              UTC_TIMESTAMP(6) + INTERVAL 1 DAY
	         FROM application WHERE id = $1" ||
		die "the session could not be made"
	echo "$cookie"
}

# milliseconds COOKIE URL TEXT: of one page that has to say the text.
milliseconds() {
	local took
	took=$(curl -s -o "$OUT/diff-10k.html" -b "sid=$1" \
		-w '%{time_total}' "$2") || die "no answer: $2"
	grep -qF -- "$3" "$OUT/diff-10k.html" || die "not the page: $2"
	awk -v s="$took" 'BEGIN { printf "%.0f\n", s * 1000 }'
}

bench_change() {
	local i all=''
	wanted diff-10k || return 0
	change_make
	milliseconds "$CHANGE_COOKIE" "$PUBLIC_URL/registered/change" 10,000 >/dev/null
	for ((i = 0; i < ROUNDS; i++)); do
		add all "$(milliseconds "$CHANGE_COOKIE" \
			"$PUBLIC_URL/registered/change" 10,000)"
	done
	below diff-10k 1000 ms "$all"
}
