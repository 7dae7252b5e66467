# account.sh - accounts, links and logins for tests; after tests/lib.sh.
# shellcheck shell=bash

# The password of every account that is made here, and its Argon2id string.
PASSWORD=kaz3-yubiwamu
# shellcheck disable=SC2016
HASH='$argon2id$v=19$m=65536,t=2,p=1$tgAxr/UhTKBM63uNbERW9w$jOGSk1KW4hC8BfK5ZXK6LKwhU41BD6Gs3mTcZWyVerU'

# account_make LOGIN [ROLE KIND [TEL]]: an account with a password.
account_make() {
	local login=$1 role=${2:-applicant} kind=${3:-business} tel=${4:-0312345678}
	local step=0
	[ "$role" = applicant ] || step=1
	sql "INSERT INTO organisation (public_id, kind, name, created_at)
	     VALUES (RANDOM_BYTES(16), '$kind', 'サンプル商事', $(time_sql));
	     SET @o = LAST_INSERT_ID();
	     INSERT INTO account (public_id, login, mail, tel, name, password,
	                          second_step, created_at)
	     VALUES (RANDOM_BYTES(16), '$login', '$login', '$tel', '見本 太郎',
	             '$HASH', $step, $(time_sql));
	     SET @a = LAST_INSERT_ID();
	     INSERT INTO membership (account, organisation, role, since)
	     VALUES (@a, @o, '$role', $(time_sql));"
}
# account_password LOGIN: an account that has none yet gets that password.
account_password() { sql "UPDATE account SET password = '$HASH' WHERE login = '$1'"; }
account_id() { sql "SELECT id FROM account WHERE login = '$1'"; }

# link_make PURPOSE LOGIN: a link for the account; LINK is what a mail would
# have, LINK_ID its row.
link_make() {
	local token minutes
	token=$(new_token)
	case $1 in
	reset) minutes=30 ;;
	*) minutes=1440 ;;
	esac
	sql "INSERT INTO link (purpose, account, mail, created_at, expires_at)
	     SELECT '$1', id, mail, $(time_sql), $(time_sql $((minutes * 60)))
	       FROM account WHERE login = '$2';
	     INSERT INTO link_token (token, link)
	     VALUES (UNHEX(SHA2('$token', 256)), LAST_INSERT_ID());"
	LINK_ID=$(sql "SELECT link FROM link_token
	                WHERE token = UNHEX(SHA2('$token', 256))")
	LINK=/account/open?t=$token
}

# login LOGIN [PASSWORD]: on the public site.
login() {
	get public/account/login
	submit public/account/login act=login "login=$1" \
		"password=${2-$PASSWORD}"
}

# staff_password LOGIN: on the intranet; the code is awaited then.
staff_password() {
	get intranet/account/login
	submit intranet/account/login act=login "login=$1" "password=$PASSWORD"
}
# staff_login LOGIN: the same, with the code from the mail.
staff_login() {
	staff_password "$1"
	follow
	mail_wait "$1" || return
	submit intranet/account/passcode act=check "code=$(mail_code)"
}
mail_code() { mail_text | grep -oE '\b[0-9]{6}\b' | head -n 1; }
