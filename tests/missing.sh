# missing.sh - for tests of offices without an institution; it has what
# tests/registered.sh has.
#
#	registers APPLICATION DAYS NUMBER
#	                   an application (internal number) was registered so many
#	                   days ago, with that registration number
#	in_force APPLICATION [SQL]
#	                   a new version of it comes into force now, a copy that the
#	                   SQL changes before; @w is the new one
#	open_offices APPLICATION DESK
#	                   how many lie open on a desk: 0 the registrar's; "" none
# shellcheck shell=bash
. tests/registered.sh

registers() {
	sql "SET @at = $(time_sql) - INTERVAL $2 DAY;
	     INSERT INTO registration (public_id, application, version, number, state,
	            registered_on, valid_until, offices, persons, registered_by, at)
	     SELECT RANDOM_BYTES(16), id, sent, '$3', 'active', DATE(@at),
	            DATE(@at + INTERVAL 5 YEAR), 1, 1,
	            (SELECT MIN(id) FROM account), @at
	       FROM application WHERE id = $1;
	     UPDATE application SET state = 'registered' WHERE id = $1;
	     INSERT INTO registration_version (registration, version, application,
	            kind, from_at)
	     SELECT id, version, application, 'first', at FROM registration
	      WHERE application = $1"
}

in_force() {
	APP=$(sql "SELECT HEX(public_id) FROM application WHERE id = $1")
	desk_again "${2:-}"
	sql "UPDATE registration SET version =
	            (SELECT sent FROM application WHERE id = $1)
	      WHERE application = $1;
	     INSERT INTO registration_version (registration, version, application,
	            kind, from_at)
	     SELECT id, version, application, 'change', $(time_sql)
	       FROM registration WHERE application = $1"
}

open_offices() {
	sql "SELECT m.offices FROM registration_missing m
	       JOIN registration r ON r.id = m.registration
	      WHERE r.application = $1 AND m.ministry = $2 AND m.active = 1"
}
