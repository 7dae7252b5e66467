# registered.sh - for tests of what the registrar does; after tests/lib.sh.
#
#	confirmed [n=v…]     an application of one ministry is sent and confirmed
#	                     by somebody, and lies on the registrar's desk; APP
#	                     (n=v: fields of the applicant)
#	confirmed_by BROWSER whoever that browser belongs to confirmed it
#	registrar NAME       a registrar with a session, in a browser of that name
#	registrar_alone ADDRESS
#	                     a page that is for the registrar, who asks from then on
#	register             that one registers APP; NUMBER
#	made [n=v…]          an application is registered; APP, NUMBER, its address
#	                     ME; browsers company (whoever sent it) and registrar
#	                     are signed in
#
# FOUNDER_IS, OFFICE: who founded the applicant, and values of the office.
# shellcheck shell=bash
. tests/desk.sh

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
	draft_send
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

registrar() { desk_staff "$1" registrar; }

registrar_alone() {
	get "$1"
	leads_to /account/login 'nobody gets in'
	desk_staff reviewer reviewer mhlw
	get "$1"
	status 403 'AZ-01 a ministry is no registrar'
	registrar registrar
}

register() {
	get "intranet/tokutei/registration?id=$APP"
	post "intranet/tokutei/registration?id=$APP" act=register
	NUMBER=$(number_of "$APP")
}
made() {
	browser sender
	confirmed "$@"
	registrar registrar
	register
	[ -n "$NUMBER" ] || bail 'an application was registered'
	desk_company company
}
number_of() {
	sql "SELECT number FROM registration r JOIN application p
	         ON p.id = r.application WHERE p.public_id = UNHEX('$1')"
}
