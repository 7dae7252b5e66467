# inquiry.sh - for tests of 疑義照会; after tests/lib.sh, draft.sh and desk.sh.
#
#	inquiry_company          whoever sent the application APP, signed in
#	inquiry_ask TARGET OFFICE POINT [TEXT]
#	                         one more item in the draft of this desk
#	inquiry_send             the draft goes out; INQUIRY
#	inquiry_item POINT       its id, in the inquiry INQUIRY
#
# shellcheck shell=bash

inquiry_company() {
	local cookie host
	browser "${1:-company}"
	cookie=$(head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=')
	host=${PUBLIC_URL#*://}
	sql "INSERT INTO session (public_id, token, site, stage, account,
	            organisation, role, created_at, seen_at, idle_seconds, ends_at)
	     SELECT RANDOM_BYTES(16), UNHEX(SHA2('$cookie', 256)), 'public',
	            'full', p.account, p.organisation, 'applicant',
	            UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 8640000,
	            UTC_TIMESTAMP(6) + INTERVAL 100 DAY
	       FROM application p WHERE p.public_id = UNHEX('$APP')"
	printf '%s\tFALSE\t/\tFALSE\t0\tsid\t%s\n' "${host%%:*}" "$cookie" \
		>"$JAR"
}

inquiry_ask() {
	get "intranet/tokutei/inquiryitem?id=$APP&target=$1&office=$2"
	post "intranet/tokutei/inquiryitem?id=$APP" act=add "target=$1" \
		${2:+"office=$2"} "point=$3" reason=unclear "text=${4:-確認です}"
	[ "$STATUS" = 303 ] || bail "asks about $3"
}

inquiry_send() {
	get "intranet/tokutei/inquiry?id=$APP"
	submit "intranet/tokutei/inquiry?id=$APP" act=preview
	follow
	post "intranet/tokutei/inquiry?id=$APP" act=send
	INQUIRY=$(sql "SELECT LOWER(HEX(i.public_id)) FROM inquiry i
		JOIN application p ON p.id = i.application
		WHERE p.public_id = UNHEX('$APP') AND i.state = 'sent'
		ORDER BY i.sent_at DESC LIMIT 1")
	[ -n "$INQUIRY" ] || bail 'an inquiry was sent'
}

inquiry_item() {
	sql "SELECT LOWER(HEX(t.public_id)) FROM inquiry_item t
		JOIN inquiry i ON i.id = t.inquiry
		WHERE i.public_id = UNHEX('$INQUIRY')
		  AND CONCAT(t.target, '.', t.field) = '$1'"
}
