# process.sh - starts, watches and ends the parts of an instance.
# shellcheck shell=bash

declare -A PID     # part → process
declare -A COMMAND # part → what starts it again
PARTS=()           # in the order of their start

# launch NAME COMMAND…: in a session of its own, so that Ctrl-C reaches only
# run.sh, which then ends the parts in order; and with a signal to it should
# run.sh be killed.
launch() {
	local name=$1
	shift
	setsid setpriv --pdeathsig TERM -- "$@" \
		>>"$LOG/${name//\//-}.log" 2>&1 9>&- 8>&- </dev/null &
	PID[$name]=$!
	disown "${PID[$name]}"
	COMMAND[$name]=$(printf '%q ' "$@")
	case " ${PARTS[*]} " in
	*" $name "*) ;;
	*) PARTS+=("$name") ;;
	esac
}

alive() { [ -n "${PID[$1]:-}" ] && kill -0 "${PID[$1]}" 2>/dev/null; }

# end NAME…: asks all, waits up to ten seconds, insists.
end() {
	local name n=0
	for name; do
		alive "$name" && kill -TERM "${PID[$name]}" 2>/dev/null
	done
	for name; do
		while alive "$name" && [ "$n" -lt 200 ]; do
			sleep 0.05
			n=$((n + 1))
		done
		[ -n "${PID[$name]:-}" ] &&
			kill -KILL -- "-${PID[$name]}" 2>/dev/null
		unset "PID[$name]"
	done
	return 0
}

# The screens go together, the rest one after the other, the latest first.
end_all() {
	local i name screens=()
	for ((i = ${#PARTS[@]} - 1; i >= 0; i--)); do
		case ${PARTS[i]} in
		public/* | intranet/*) screens+=("${PARTS[i]}") ;;
		esac
	done
	for ((i = ${#PARTS[@]} - 1; i >= 0; i--)); do
		name=${PARTS[i]}
		case $name in
		public/* | intranet/*)
			[ ${#screens[@]} -gt 0 ] && end "${screens[@]}"
			screens=()
			;;
		*) end "$name" ;;
		esac
	done
}

# Waits until a command succeeds; gives up when NAME has died, or after 20 s:
# wait_for NAME COMMAND…
wait_for() {
	local name=$1 n=0
	shift
	until "$@" 2>/dev/null; do
		alive "$name" || report_dead "$name"
		n=$((n + 1))
		[ "$n" -lt 1000 ] || die "$name does not answer; see $LOG"
		sleep 0.02
	done
}

# Says which part ended and what it said last; the end of run.sh.
report_dead() {
	local log=$LOG/${1//\//-}.log
	printf 'run: %s has ended. Its last lines (%s):\n' "$1" "$log" >&2
	tail -n 8 "$log" >&2
	[ "$1" = database ] && grep -E 'ERROR' "$LOG/database.log" |
		tail -n 4 >&2
	exit 1
}

# Something accepts connections on that port: port_open PORT
port_open() {
	local to=$LISTEN
	[ "$to" = 0.0.0.0 ] && to=127.0.0.1
	(: 3<>"/dev/tcp/$to/$1") 2>/dev/null
}

check_ports() {
	local pair name port
	for pair in PORT:"$PORT" INTRANET_PORT:"$INTRANET_PORT" \
		MAIL_PORT:"$MAIL_PORT" SMTP_PORT:"$SMTP_PORT"; do
		name=${pair%:*} port=${pair#*:}
		port_open "$port" || continue
		die "port $port is taken by another program." \
			"$name=number chooses another one" \
			"(PORT=9000 moves all four)."
	done
}

check_disk() {
	local free
	free=$(df -Pk "$VAR" | awk 'NR == 2 { print int($4 / 1024) }')
	[ "$free" -ge "$MIN_FREE_MB" ] ||
		die "the disk is full: $free MB are free under $VAR," \
			"$MIN_FREE_MB MB are needed."
}
