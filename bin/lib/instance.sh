# instance.sh - a Sesshu of one's own for tests and measurements, on ports that
# are free; it may run beside make run.
#
#	. bin/lib/instance.sh
#	instance_start FOLDER [WEB=apache RATE_ALL=… …]
#	…                        FOLDER/ready says where it answers
#	instance_stop FOLDER
#
# shellcheck shell=bash

declare -A INSTANCE_PID

# The first of four neighbouring ports that nobody listens on. Those who start
# instances at the same moment each have a LANE (0 or 1), and never find the same.
free_ports() {
	local base p
	while :; do
		base=$((20000 + (RANDOM % 1250 * 2 + ${LANE:-0}) * 4))
		for p in 0 1 2 3; do
			(: 3<>"/dev/tcp/127.0.0.1/$((base + p))") 2>/dev/null &&
				continue 2
		done
		echo "$base"
		return
	done
}

# A new one each time: what an earlier one left in FOLDER is thrown away. With
# DATABASE=FOLDER it gets that one, of an earlier instance.
instance_start() {
	local var=$1 n=0
	shift
	rm -rf "$var"
	mkdir -p "$var"
	var=$(cd "$var" && pwd)
	echo 0 >"$var/clock"
	[ -z "${DATABASE:-}" ] || ln -s "$DATABASE" "$var/db"
	env VAR="$var" PORT="$(free_ports)" DB_FLUSH=0 DEMO=0 DEVELOPMENT=0 \
		RATE_ALL=10000r/s RATE_AUTH=10000r/s RATE_MAIL=10000r/s \
		RATE_ANSWER=10000r/s BURST_ANSWER=9999 \
		RATE_UPLOAD=10000r/s BURST_ALL=9999 BURST_AUTH=9999 \
		BURST_MAIL=9999 BURST_UPLOAD=9999 CONNECTIONS=1000 \
		SETTINGS="Clock.File = $var/clock
			Render.Check = 1" "$@" \
		setpriv --pdeathsig TERM bin/run.sh >"$var/run.txt" 2>&1 \
		</dev/null &
	INSTANCE_PID[$var]=$!
	until [ -e "$var/ready" ]; do
		n=$((n + 1))
		if ! kill -0 "${INSTANCE_PID[$var]}" 2>/dev/null ||
			[ "$n" -gt 1200 ]; then
			echo "The instance under $var does not start:"
			cat "$var/run.txt"
			instance_stop "$var"
			return 1
		fi
		sleep 0.05
	done
}

instance_stop() {
	local var
	var=$(cd "$1" 2>/dev/null && pwd) || return 0
	[ -n "${INSTANCE_PID[$var]:-}" ] || return 0
	kill -TERM "${INSTANCE_PID[$var]}" 2>/dev/null
	wait "${INSTANCE_PID[$var]}" 2>/dev/null
	unset "INSTANCE_PID[$var]"
}
