# ended.sh - for tests of how a registration ends; after tests/lib.sh.
#
#	at_day DAY [HH:MM[:SS]]  the programs' clock stands there, Japan time; noon
#	                         unless it says otherwise
#	signed_in                whoever asks just now is signed in at that time
#	registration COLUMN      of the registration of APP
#	events                   what happened to it: acts, the oldest first
#	often ACT                how often it happened to it
#	told TEMPLATE            how many such mails are there for ME (90 days)
#	published                how many rows of it are in the public register
#	work                     the worker's work, once
# shellcheck shell=bash
. tests/registered.sh

at_day() { clock_set $(($(date -d "$1 ${2:-12:00} +0900" +%s) - $(date +%s))); }

signed_in() {
	sql "UPDATE session SET created_at = $(time_sql), seen_at = $(time_sql),
	            ends_at = $(time_sql 86400)
	      WHERE token = UNHEX(SHA2('$(cookie sid)', 256))"
}
registration() {
	sql "SELECT r.$1 FROM registration r JOIN application p
	         ON p.id = r.application WHERE p.public_id = UNHEX('$APP')"
}
# registration_set 'COLUMN = VALUE': as if it had been so all the time.
registration_set() {
	sql "UPDATE registration r JOIN application p ON p.id = r.application
	        SET r.$1 WHERE p.public_id = UNHEX('$APP')"
}
events() {
	sql "SELECT GROUP_CONCAT(e.act ORDER BY e.id SEPARATOR ' ')
	       FROM registration_event e JOIN registration r ON r.id = e.registration
	       JOIN application p ON p.id = r.application
	      WHERE p.public_id = UNHEX('$APP')"
}
often() { events | tr ' ' '\n' | grep -cx "$1"; }
told() { sql "SELECT COUNT(*) FROM outbox WHERE recipient = '$ME'
	AND template = '$1'"; }
published() {
	sql "SELECT (SELECT COUNT(*) FROM register_business WHERE id = r.id)
	          + (SELECT COUNT(*) FROM register_office WHERE business = r.id)
	          + (SELECT COUNT(*) FROM register_cell WHERE business = r.id)
	          + (SELECT COUNT(*) FROM register_ending WHERE business = r.id)
	       FROM registration r JOIN application p ON p.id = r.application
	      WHERE p.public_id = UNHEX('$APP')"
}
work() { sesshuctl work --once 2>>"$T/work.log"; }
