#!/bin/bash
# run.sh - runs tests and counts them.
#
#	tests/run.sh PART…|FILE…
#
# Parts: lint, unit, web (over nginx, and tests/web/both over Apache as well),
# browser. A file is one test of them: tests/web/public/account/login.sh.
# Every test prints "ok …" or "not ok …" lines. They get one instance of Sesshu
# of their own, on ports of its own. Logs, pages, pictures: build/check/.
# The last line is "N passed, N failed".
set -u
cd "$(dirname "$0")/.." || exit 1
: "${BUILD:=build}"
export BUILD
BUILD=$(cd "$BUILD" && pwd) || exit 1
export OUT=$BUILD/check
export INSTANCE=$OUT/var
LOGS=$OUT/log
LIMIT=420 # seconds for one file, on a machine that is busy
. bin/lib/instance.sh

passed=0
failed=0
failures=()

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
	[ -n "${RUNNING:-}" ] && kill -TERM -- "-$RUNNING" 2>/dev/null
	instance_stop "$INSTANCE"
	instance_stop "$OUT/apache"
	sweep
}
trap cleanup EXIT
trap 'echo "stopped"; exit 130' INT TERM HUP

# run_one NAME COMMAND…: in a process group of its own, so that what it started
# ends with it.
run_one() {
	local name=$1 log="$LOGS/${1//\//-}.log" start=$SECONDS ok bad code
	local crashed=no
	shift
	setsid timeout -k 5 "$LIMIT" "$@" >"$log" 2>&1 </dev/null &
	RUNNING=$!
	wait "$RUNNING"
	code=$?
	kill -KILL -- "-$RUNNING" 2>/dev/null
	RUNNING=
	[ "$code" = 124 ] && echo "not ok - took over $LIMIT s" >>"$log"
	ok=$(grep -c '^ok ' "$log")
	bad=$(grep -c '^not ok ' "$log")
	if [ "$code" != 0 ] && [ "$bad" = 0 ]; then
		echo "not ok - ended with status $code" >>"$log"
		bad=1
		crashed=yes
	elif [ $((ok + bad)) = 0 ]; then
		echo "not ok - ran no test" >>"$log"
		bad=1
	fi
	passed=$((passed + ok))
	failed=$((failed + bad))
	if [ "$bad" = 0 ]; then
		printf '  ok    %-44s %4d  %3d s\n' "$name" "$ok" $((SECONDS - start))
	else
		printf '  FAIL  %-44s %4d of %d failed\n' "$name" "$bad" $((ok + bad))
		grep -A 6 '^not ok ' "$log" | grep -vE '^(ok |--|1\.\.)' |
			head -n 40 | sed 's/^/        /'
		[ "$crashed" = no ] || tail -n 12 "$log" | sed 's/^/      | /'
		failures+=("$log")
	fi
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

npm_modules() {
	local dir=tests/browser stamp
	stamp=$dir/node_modules/.for-$(cksum <$dir/package-lock.json | tr ' ' -)
	[ -e "$stamp" ] && return
	(cd $dir && npm ci --ignore-scripts --no-audit --no-fund \
		--loglevel=error) >"$LOGS/npm.log" 2>&1 || {
		cat "$LOGS/npm.log"
		return 1
	}
	: >"$stamp"
}

need_instance() {
	[ -e "$INSTANCE/ready" ] && return
	instance_start "$INSTANCE" || {
		run_one instance cat "$INSTANCE/run.txt"
		finish
	}
}

# The first time all files are looked at.
part_lint() { LIMIT=900 run_one lint bash tests/lint/run.sh; }
part_unit() {
	local t
	need_instance
	for t in "$BUILD"/tests/unit/test_*; do
		[ -x "$t" ] && run_unit "$t"
	done
}
part_web() {
	local t
	need_instance
	while read -r t; do
		run_web "$t"
	done < <(find tests/web -name '*.sh' | LC_ALL=C sort)
	instance_start "$OUT/apache" WEB=apache || {
		run_one apache cat "$OUT/apache/run.txt"
		return
	}
	for t in tests/web/both/*.sh; do
		INSTANCE=$OUT/apache run_web "$t" apache
	done
	instance_stop "$OUT/apache"
}
part_browser() {
	local t
	npm_modules || {
		run_one browser cat "$LOGS/npm.log"
		return
	}
	need_instance
	for t in tests/browser/*.mjs; do
		[ "$t" = tests/browser/lib.mjs ] || run_browser "$t"
	done
	run_one pages-nu bash tests/browser/nu.sh "$OUT/pages"
}

finish() {
	if [ -n "$(ls "$OUT/pages" 2>/dev/null)" ]; then
		run_one pages /usr/bin/python3 -B tests/lint/pages.py "$OUT/pages"
	fi
	cleanup
	sanitizers
	if [ ${#failures[@]} -gt 0 ]; then
		printf '\nLogs of what failed:\n'
		printf '  %s\n' "${failures[@]}"
	fi
	printf '\n%d passed, %d failed\n' "$passed" "$failed"
	[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
	exit
}

# A function, so that the script may be replaced while it runs.
main() {
	exec 7>"$BUILD/check.lock"
	flock -n 7 || {
		echo "Tests of this build already run." >&2
		exit 1
	}
	rm -rf "$OUT"
	mkdir -p "$LOGS" "$OUT/pages" "$OUT/shots" || exit 1
	export ASAN_OPTIONS=log_path=$LOGS/sanitizer:detect_leaks=0
	export UBSAN_OPTIONS=log_path=$LOGS/sanitizer:print_stacktrace=1
	export LC_ALL=C.UTF-8

	[ $# -gt 0 ] || set -- lint unit web browser
	for what; do
		case $what in
		lint | unit | web | browser) "part_$what" ;;
		tests/web/both/*.sh)
			need_instance
			run_web "$what"
			instance_start "$OUT/apache" WEB=apache || exit 1
			INSTANCE=$OUT/apache run_web "$what" apache
			instance_stop "$OUT/apache"
			;;
		tests/web/*.sh)
			need_instance
			run_web "$what"
			;;
		tests/browser/*.mjs)
			npm_modules || exit 1
			need_instance
			run_browser "$what"
			;;
		*test_*)
			need_instance
			run_unit "$what"
			;;
		*)
			echo "tests: no part or file $what" >&2
			exit 1
			;;
		esac
	done
	finish
}
main "$@"
