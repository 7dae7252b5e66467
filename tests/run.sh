#!/bin/bash
# run.sh - runs tests and counts them.
#
#	tests/run.sh PART…|FILE…
#
# Parts: lint, unit, web (over nginx, and tests/web/both over Apache as well),
# browser. A file is one test of them: tests/web/public/account/login.sh.
# Every test prints "ok …" or "not ok …" lines. Three lanes run at the same
# time, the tests of each one after the other: lint; browser; the rest, and
# files. A lane gets an instance of Sesshu of its own, on ports of its own; that
# of the browser helps with the rest when it is ready.
# Logs, pages, pictures: build/check/. The last line is "N passed, N failed".
set -u
cd "$(dirname "$0")/.." || exit 1
: "${BUILD:=build}"
export BUILD
BUILD=$(cd "$BUILD" && pwd) || exit 1
export OUT=$BUILD/check
LOGS=$OUT/log
RESULTS=$OUT/results # a line for each test that has ended: passed failed log
LIMIT=420            # seconds for one file, on a machine that is busy
declare -A LANES=()  # process → name
. bin/lib/instance.sh

# Every process of this run has this in its environment, a browser's too that
# has left its group.
export SESSHU_TESTS=$$-$RANDOM
sweep() {
	local p
	for p in $(grep -lsxz "SESSHU_TESTS=$SESSHU_TESTS" /proc/[0-9]*/environ); do
		p=${p#/proc/}
		p=${p%/environ}
		[ "$p" = $$ ] || [ "$p" = "$BASHPID" ] || kill -KILL "$p" 2>/dev/null
	done
}

# What Ctrl-C, an error or the end leaves behind: logs, and no process.
cleanup() {
	trap '' INT TERM HUP
	[ ${#LANES[@]} = 0 ] || kill -TERM "${!LANES[@]}" 2>/dev/null
	wait
	sweep
}
trap cleanup EXIT
trap 'echo "stopped"; exit 130' INT TERM HUP
cleanup_lane() {
	trap '' INT TERM HUP
	[ -z "${RUNNING:-}" ] || kill -TERM -- "-$RUNNING" 2>/dev/null
	instance_stop "$INSTANCE"
	instance_stop "$OUT/apache"
}

# run_one NAME COMMAND…: in a process group of its own, so that what it started
# ends with it.
run_one() {
	local name=$1 log="$LOGS/${1//\//-}.log" start=$SECONDS ok bad code
	local crashed=no
	shift
	# A lane does not outlive the script.
	kill -0 $$ 2>/dev/null || exit
	setsid timeout -k 5 "$LIMIT" "$@" >"$log" 2>&1 </dev/null &
	RUNNING=$!
	wait "$RUNNING"
	code=$?
	kill -KILL -- "-$RUNNING" 2>/dev/null
	RUNNING=
	[ "$code" = 124 ] && echo "not ok - took over $LIMIT s" >>"$log"
	ok=$(grep -ac '^ok ' "$log")
	bad=$(grep -ac '^not ok ' "$log")
	if [ "$code" != 0 ] && [ "$bad" = 0 ]; then
		echo "not ok - ended with status $code" >>"$log"
		bad=1
		crashed=yes
	elif [ $((ok + bad)) = 0 ]; then
		echo "not ok - ran no test" >>"$log"
		bad=1
	fi
	# One test after the other is told of, with all that belongs to it.
	{
		flock 9
		printf '%d\t%d\t%s\n' "$ok" "$bad" "$log" >&9
		if [ "$bad" = 0 ]; then
			printf '  ok    %-44s %4d  %3d s\n' "$name" "$ok" \
				$((SECONDS - start))
		else
			printf '  FAIL  %-44s %4d of %d failed\n' "$name" "$bad" \
				$((ok + bad))
			grep -a -A 6 '^not ok ' "$log" | grep -avE '^(ok |--|1\.\.)' |
				head -n 40 | sed 's/^/        /'
			[ "$crashed" = no ] || tail -n 12 "$log" | sed 's/^/      | /'
		fi
	} 9>>"$RESULTS"
}

run_unit() { run_one "unit/${1##*/}" env CMOCKA_MESSAGE_OUTPUT=TAP "$1"; }
run_web() { run_one "${2:-web}/${1#tests/web/}" bash "$1"; }
run_browser() { run_one "${1#tests/}" node "$1"; }

# What addresses and undefined behaviour the programs met, if built for that.
sanitizers() {
	ls "$LOGS"/sanitizer.* >/dev/null 2>&1 || return
	cat "$LOGS"/sanitizer.* >"$LOGS/sanitizers.txt"
	run_one sanitizers sh -c "cat '$LOGS/sanitizers.txt'; echo 'not ok - see above'"
}

need_modules() {
	local dir=tests/browser stamp
	stamp=$dir/node_modules/.for-$(cksum <$dir/package-lock.json | tr ' ' -)
	[ -e "$stamp" ] && return
	(cd $dir && npm ci --ignore-scripts --no-audit --no-fund \
		--loglevel=error) >"$LOGS/npm.log" 2>&1 || {
		cat "$LOGS/npm.log"
		run_one npm false
		exit 0
	}
	: >"$stamp"
}

need_instance() {
	[ -e "$INSTANCE/ready" ] && return
	instance_start "$INSTANCE" || {
		run_one "instance-${INSTANCE##*/}" cat "$INSTANCE/run.txt"
		exit 0
	}
}

over_apache() {
	local t
	instance_start "$OUT/apache" WEB=apache || {
		run_one apache cat "$OUT/apache/run.txt"
		return
	}
	for t; do
		INSTANCE=$OUT/apache run_web "$t" apache
	done
	instance_stop "$OUT/apache"
}

# The first time all files are looked at. Beside other lanes it takes what they
# leave of the machine; some kernels weigh sessions, not processes.
part_lint() {
	LIMIT=1800 run_one lint bash -c '
		{ echo "$1" >/proc/self/autogroup; } 2>/dev/null
		exec nice -n "$1" bash tests/lint/run.sh' lint \
		$((${#LANES[@]} > 0 ? 5 : 0))
}
part_unit() {
	local t
	for t in "$BUILD"/tests/unit/test_*; do
		[ -x "$t" ] && run_unit "$t"
	done
}
# A web test belongs to the lane that comes to it first.
claim() { mkdir "$OUT/claimed/${1//\//-}" 2>/dev/null; }
run_claimed() {
	local t
	while read -r t; do
		claim "$t" && run_web "$t"
	done < <(find tests/web -name '*.sh' | LC_ALL=C sort "$@")
}
part_web() {
	run_claimed
	over_apache tests/web/both/*.sh
}
# Who is ready earlier takes some from the end, with an instance that nobody
# has used.
part_help() {
	instance_stop "$INSTANCE"
	export INSTANCE=$OUT/help
	need_instance
	run_claimed -r
}
part_browser() {
	local t
	for t in tests/browser/*.mjs; do
		[ "$t" = tests/browser/lib.mjs ] || run_browser "$t"
	done
}

# --- Lanes -------------------------------------------------------------------

lane_of() {
	case $1 in
	lint | browser) echo "$1" ;;
	*) echo web ;;
	esac
}

# lane NAME PART|FILE…: one after the other. Not 0 only if it breaks off.
lane() {
	local what
	export INSTANCE=$OUT/$1
	[ "$1" = browser ] && export LANE=1
	trap cleanup_lane EXIT
	trap 'exit 130' INT TERM HUP
	shift
	for what; do
		[ "$what" = lint ] || need_instance
		case $what in
		lint | unit | web) "part_$what" ;;
		browser) need_modules && part_browser ;;
		help) part_help ;;
		*.mjs) need_modules && run_browser "$what" ;;
		*.sh) run_web "$what" ;;
		*) run_unit "$what" ;;
		esac
		case $what in
		tests/web/both/*.sh) over_apache "$what" ;;
		esac
	done
	exit 0
}

lanes() {
	local name pid what its
	for name in web browser lint; do
		its=()
		for what; do
			[ "$(lane_of "$what")" != $name ] || its+=("$what")
		done
		[ ${#its[@]} -gt 0 ] || continue
		case "$name: $* " in
		'browser:'*' web '*) its+=(help) ;;
		esac
		lane $name "${its[@]}" &
		LANES[$!]=$name
	done
	for pid in "${!LANES[@]}"; do
		wait "$pid" || run_one "lane-${LANES[$pid]}" false
		unset "LANES[$pid]"
	done
}

finish() {
	if [ -n "$(ls "$OUT/pages")" ]; then
		run_one pages /usr/bin/python3 -B tests/lint/pages.py "$OUT/pages"
	fi
	case " $* " in
	*' browser '*) run_one pages-nu bash tests/browser/nu.sh "$OUT/pages" ;;
	esac
	sanitizers
	awk -F'\t' '
		{ passed += $1; failed += $2 }
		$2 > 0 { logs = logs "\n  " $3 }
		END {
			if (failed)
				print "\nLogs of what failed:" logs
			printf "\n%d passed, %d failed\n", passed, failed
			exit failed > 0 || passed == 0
		}' "$RESULTS"
	exit
}

# A function, so that the script may be replaced while it runs.
main() {
	local what
	[ $# -gt 0 ] || set -- lint unit web browser
	for what; do
		case $what in
		lint | unit | web | browser) continue ;;
		tests/web/*.sh | tests/browser/*.mjs | *test_*)
			[ -e "$what" ] && continue
			;;
		esac
		echo "tests: no part or file $what" >&2
		exit 1
	done
	exec 7>"$BUILD/check.lock"
	flock -n 7 || {
		echo "Tests of this build already run." >&2
		exit 1
	}
	rm -rf "$OUT"
	mkdir -p "$LOGS" "$OUT/pages" "$OUT/shots" "$OUT/claimed" || exit 1
	export ASAN_OPTIONS=log_path=$LOGS/sanitizer:detect_leaks=0
	export UBSAN_OPTIONS=log_path=$LOGS/sanitizer:print_stacktrace=1
	export LC_ALL=C.UTF-8
	lanes "$@"
	finish "$@"
}
main "$@"
