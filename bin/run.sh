#!/bin/bash
# run.sh - runs a whole Sesshu until Ctrl-C: database, screens, web server,
# worker, mail catcher. Everything it writes lies in var/, and stays for the
# next time.
#
#	bin/run.sh                     run; the settings: bin/lib/settings.sh
#	bin/run.sh tell WORDS          say to a running one (same VAR):
#	                               stop|start|restart PART, reload
#	bin/run.sh sql [ARGUMENTS]     its database, as administrator
#
# WEB=apache takes Apache instead of nginx. Tests run one of their own beside
# it, with another VAR and other ports.
set -u
umask 077
cd "$(dirname "$0")/.." || exit 1
. bin/lib/fill.sh
. bin/lib/settings.sh
. bin/lib/process.sh
. bin/lib/database.sh
. bin/lib/web.sh
[ "$WEB" = nginx ] || . bin/lib/apache.sh

# What a test, or somebody curious, wants of a part: one line in, one file out.
tell() {
	local id=$$ n=0
	[ -p "$RUN/tell" ] && [ -e "$VAR/ready" ] || die "nothing runs in $VAR"
	rm -f "$RUN/told.$id"
	echo "$id $*" >"$RUN/tell"
	until [ -e "$RUN/told.$id" ]; do
		n=$((n + 1))
		[ "$n" -lt 600 ] || die "no answer to: $*"
		sleep 0.05
	done
	rm -f "$RUN/told.$id"
}

obey() {
	local id=$1 what=$2 part=${3:-}
	case $what in
	stop | restart) [ -n "${PID[$part]:-}" ] && end "$part" ;;
	esac
	case $what in
	start | restart)
		if [ -n "${COMMAND[$part]:-}" ] && ! alive "$part"; then
			eval "launch $part ${COMMAND[$part]}"
			[ "$part" = database ] && wait_for database db_answers
			[ "$part" = mail ] && wait_for mail port_open "$SMTP_PORT"
			[ "$part" = web ] && wait_for web port_open "$PORT"
		fi
		;;
	reload)
		[ -r "$VAR/reload.env" ] && . "$VAR/reload.env"
		web_reload
		sleep 0.3
		;;
	esac
	: >"$RUN/told.$id"
}

# One instance per folder; what an earlier one left behind goes.
prepare() {
	mkdir -p "$CONF" "$LOG" "$TMP" "$CACHE" "$RUN" "$VAR/data" "$VAR/mail" ||
		die "$VAR cannot be written"
	exec 9>"$VAR/lock"
	flock -n 9 || die "Sesshu already runs in $VAR. Stop it with Ctrl-C," \
		"or give this one a folder and ports of its own:" \
		"VAR=var2 PORT=9000"
	check_disk
	check_ports
	ENDING=
	trap 'ENDING=yes' INT TERM HUP
	trap 'cleanup' EXIT
	rm -rf "$VAR/ready" "$VAR/reload.env" "$RUN"
	mkdir -p "$RUN"
	find "$LOG" -size +20M -exec mv {} {}.old \;
	mkfifo "$RUN/tell"
	exec 8<>"$RUN/tell"
}

cleanup() {
	trap '' INT TERM HUP
	rm -f "$VAR/ready"
	[ -z "$SHOW" ] || kill "$SHOW" 2>/dev/null
	[ -z "$ENDING" ] || say "run: stopping"
	end_all
	rm -rf "$RUN"
}

start() {
	db_make
	db_start
	write_settings
	web_write
	wait_for database db_answers
	db_fill
	[ -z "$ENDING" ] || exit 130
	screens_start
	launch worker env SESSHU_CONF="$CONF/sesshu.hdf" "$SESSHUCTL" work
	launch mail /usr/bin/python3 -B bin/mail-catcher.py 127.0.0.1 \
		"$SMTP_PORT" "$VAR/mail" "http://$HOST:$MAIL_PORT"
	[ "$WEB" = nginx ] && wait_for database sockets_there
	web_start
	wait_for mail port_open "$SMTP_PORT"
	wait_for web port_open "$PORT"
}

announce() {
	cat >"$VAR/ready.new" <<-END
		PUBLIC_URL=http://$HOST:$PORT
		INTRANET_URL=http://$HOST:$INTRANET_PORT
		MAIL_URL=http://$HOST:$MAIL_PORT
		SMTP_PORT=$SMTP_PORT
		WEB=$WEB
	END
	mv "$VAR/ready.new" "$VAR/ready"
	say ""
	say "  Sesshu is running."
	say ""
	say "  public site     http://$HOST:$PORT/"
	say "  ministry staff  http://$HOST:$INTRANET_PORT/"
	say "  mails it sent   http://$HOST:$MAIL_PORT/"
	[ -s "$VAR/demo.txt" ] && say "" && sed 's/^/  /' "$VAR/demo.txt"
	say ""
	say "  Data and logs are in $VAR. Ctrl-C stops it."
	say ""
}

# Until Ctrl-C, or until a part ends by itself. Mails are shown as they come;
# everything else is in the logs.
watch() {
	local part words
	setpriv --pdeathsig TERM tail -n 0 -F "$VAR/mail/mails.txt" \
		2>/dev/null 9>&- 8>&- &
	SHOW=$!
	while [ -z "$ENDING" ]; do
		if read -r -t 0.3 -u 8 words; then
			# shellcheck disable=SC2086
			obey $words
		fi
		for part in "${!PID[@]}"; do
			[ -n "$ENDING" ] || alive "$part" || report_dead "$part"
		done
	done
}

# A function, so that the script may be replaced while it runs.
main() {
	case ${1:-} in
	sql)
		shift
		exec mariadb --no-defaults --socket="$RUN/db.sock" "$@" \
			"$DB_NAME"
		;;
	tell)
		shift
		tell "$@"
		exit
		;;
	esac
	SHOW=
	prepare
	start
	announce
	watch
	exit 0
}
main "$@"
