#!/bin/bash
# run.sh - measures Sesshu, and its peers in turn with it.
#
#	tests/bench/run.sh [FIGURE]
#
# One line a figure: bench NAME vs PEER ours=N theirs=N ratio=N unit=U. A ratio
# above 1 is in our favour. The table: build/bench.md; what each figure is, and
# how it is measured: README.md beside this. Everything listens on loopback, on
# free ports; it stops by itself and leaves no process behind.
set -u
cd "$(dirname "$0")/../.." || exit 1
: "${BUILD:=build}" "${ROUNDS:=5}" "${SECONDS_EACH:=3}" "${WORKERS:=4}"
BUILD=$(cd "$BUILD" && pwd) || exit 1
export BUILD WORKERS
ONLY=${1:-}
OUT=$BUILD/bench
INSTANCE=$OUT/var
BENCH=$PWD/tests/bench
TOP=$PWD
. bin/lib/instance.sh
. bin/lib/fill.sh
. tests/bench/lib/figure.sh
. tests/bench/lib/draft.sh
. tests/bench/lib/php.sh
. tests/bench/lib/pages.sh
. tests/bench/lib/change.sh
. tests/bench/lib/import.sh
. tests/bench/lib/proxied.sh
. tests/bench/lib/desk.sh

# Every process of this run has this in its environment.
export SESSHU_BENCH=$$-$RANDOM
sweep() {
	local p
	for p in $(grep -lsxz "SESSHU_BENCH=$SESSHU_BENCH" /proc/[0-9]*/environ); do
		p=${p#/proc/}
		p=${p%/environ}
		[ "$p" = $$ ] || [ "$p" = "$BASHPID" ] || kill -KILL "$p" 2>/dev/null
	done
}
cleanup() {
	trap '' INT TERM HUP
	php_stop
	desk_stop
	instance_stop "$INSTANCE"
	sweep
}

die() {
	echo "bench: $*" >&2
	exit 1
}

main() {
	mkdir -p "$OUT" || exit 1
	trap cleanup EXIT
	trap 'echo "stopped"; exit 130' INT TERM HUP
	table_open
	if wanted floor-static floor-fastcgi floor-sql office-form \
		office-form-p99 office-list office-list-p99 form-post \
		import-50k-read import-50k import-50k-memory diff-10k; then
		start_ours
		bench_floors
		bench_pages
		bench_import
		bench_change
		instance_stop "$INSTANCE"
	elif ! wanted work-list work-list-p99 work-list-growth \
		register-search-growth; then
		die "there is no figure $ONLY"
	fi
	bench_desk
	table_close
}
main
