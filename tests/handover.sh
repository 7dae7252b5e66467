# handover.sh - for tests of who acts for a business; after tests/lib.sh.
#
#	business     an application is sent by somebody with a password: ME, APP
#	acts [APP]   the logins that act for it
# shellcheck shell=bash
. tests/account.sh
. tests/desk.sh

business() {
	draft_ready
	draft_send
	account_password "$ME"
}

acts() {
	sql "SELECT GROUP_CONCAT(a.login ORDER BY a.login) FROM membership m
	         JOIN account a ON a.id = m.account
	         JOIN application p ON p.organisation = m.organisation
	      WHERE p.public_id = UNHEX('${1:-$APP}')"
}
