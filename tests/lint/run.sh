#!/bin/bash
# run.sh - all checkers over the sources; prints ok or not ok for each.
#
# Needs what make lint makes first: build/flags (how files are compiled) and
# the generated headers. What clang-tidy found right is remembered by what the
# compiler would see, in build/lint, so only changed files are looked at again.
set -u
cd "$(dirname "$0")/../.." || exit 1
B=${BUILD:-build}
[ -e "$B/flags" ] || {
	echo "not ok - nothing has been built yet; type make"
	exit 1
}
mkdir -p "$B/lint/tidy" "$B/lint/cppcheck"
out=$B/lint/out
export LC_ALL=C B

# How a file is compiled, without warnings, hardening and sanitizers.
CODE=$(tr ' ' '\n' <"$B/flags" | awk '
	/^-(std|D|I)/ && !/^-D_FORTIFY/ { print }
	/^-isystem$/ { getline dir; print "-isystem " dir }' | tr '\n' ' ')
export CODE

mapfile -t sources < <(find lib cgi-bin bin tests/unit tests/fuzz tests/bench \
	-name '*.[ch]' 2>/dev/null | sort)
mapfile -t headers < <(printf '%s\n' "${sources[@]}" | grep '\.h$')
mapfile -t programs < <(printf '%s\n' "${sources[@]}" | grep '\.c$')
mapfile -t templates < <(find templates -name '*.cst' | sort)
mapfile -t queries < <(find sql/queries -name '*.sql' | sort)

n=0
bad=0
# check NAME COMMAND…: nothing printed and status 0 is right.
check() {
	local name=$1
	shift
	n=$((n + 1))
	if "$@" >"$out" 2>&1 && [ ! -s "$out" ]; then
		echo "ok $n - $name"
	else
		echo "not ok $n - $name"
		bad=$((bad + 1))
		head -n 60 "$out" | sed 's/^/#   /'
	fi
}

# --- Files -------------------------------------------------------------------

layout() { clang-format --dry-run -Werror "${sources[@]}"; }

first_lines() {
	local f
	for f in "${sources[@]}"; do
		head -n 2 "$f" | tr '\n' ' ' | grep -qE \
			"^(/\* ${f##*/} - |/\* +\* ${f##*/} - )" ||
			echo "$f: begins with /* ${f##*/} - what it is */"
	done
	for f in $(find bin tests \( -name node_modules -o -path tests/web \) -prune \
		-o -name '*.sh' -print); do
		sed -n 1,2p "$f" | grep -qF "# ${f##*/} - " ||
			echo "$f: begins with # ${f##*/} - what it is"
	done
}

sizes() {
	local f
	wc -l "${sources[@]}" | awk '$1 > 500 && $2 != "total" {
		print $2 ": " $1 " lines; 500 are the limit" }'
	ctags -f - --languages=C --kinds-C=f --fields=+ne "${programs[@]}" |
		awk -F'\t' '{
			line = end = 0
			for (i = 4; i <= NF; i++) {
				if ($i ~ /^line:/) line = substr($i, 6)
				if ($i ~ /^end:/) end = substr($i, 5)
			}
			if (end - line + 1 > 60)
				print $2 ":" line ": " $1 " has " end - line + 1 \
					" lines; 60 are the limit"
		}'
}

# Every folder says what belongs into it, and is small enough for that.
folders() {
	local d
	for d in lib/*/ cgi-bin/ templates/ sql/ conf/ tests/ bin/; do
		[ -z "$(ls -A "$d")" ] || [ -e "$d/README.md" ] ||
			echo "$d has no README.md"
	done
	for d in lib/*/ cgi-bin/*/*/; do
		[ "$(find "$d" -maxdepth 1 -name '*.c' | wc -l)" -le 25 ] ||
			echo "$d is two folders: more than 25 files"
	done
}

# A screen has its template; what conf/screens names is a screen.
screens() {
	local s
	for s in $(awk '!/^#/ { print $1 }' conf/screens); do
		[ -e "cgi-bin/$s.c" ] || echo "conf/screens: there is no $s"
	done
}

# --- Compilers and checkers ----------------------------------------------------

# The generated headers are there or this fails for want of them.
alone() {
	printf '%s\n' "${headers[@]}" | xargs -P 2 -I FILE sh -c \
		'gcc $CODE -fsyntax-only -x c FILE || echo "FILE does not compile alone"'
}

tidy_one() {
	local key
	key=$({
		cat .clang-tidy tests/lint/run.sh "$1"
		# shellcheck disable=SC2086
		gcc $CODE -E -P "$1"
	} 2>&1 | sha256sum | cut -c 1-32)
	[ -e "$B/lint/tidy/$key" ] && return
	# Tests try misleading characters on purpose.
	case $1 in tests/*) set -- "$1" --checks=-misc-misleading-bidirectional ;; esac
	# shellcheck disable=SC2086
	if clang-tidy --quiet "$@" -- $CODE >"$B/lint/tidy/$key.out" 2>&1; then
		: >"$B/lint/tidy/$key"
	else
		grep -vE '^[0-9]+ warnings|^Suppressed|^Use -header|^Error while' \
			"$B/lint/tidy/$key.out"
	fi
	rm -f "$B/lint/tidy/$key.out"
}
export -f tidy_one
tidy() {
	printf '%s\n' "${programs[@]}" |
		xargs -P 2 -I FILE bash -c 'tidy_one FILE'
}

cpp() {
	cppcheck -q -j 2 --enable=warning,style,performance,portability \
		--inline-suppr --suppress=unusedStructMember \
		--suppress=constParameterCallback --suppress=constParameter \
		--suppressions-list=tests/lint/cppcheck --error-exitcode=1 \
		--std=c11 --cppcheck-build-dir="$B/lint/cppcheck" \
		-Ilib -I"$B/gen" cgi-bin lib bin
}

# --- Our own rules -------------------------------------------------------------

layers() { awk -f tests/lint/layers.awk lib/*/*.[ch]; }
queries() { awk -f tests/lint/sql.awk tests/lint/owned "${queries[@]}"; }
templates() { awk -f tests/lint/templates.awk "${templates[@]}"; }
words() { bash tests/lint/words.sh .; }

# Nothing that can change outlives a request, but in lib/base, lib/db, lib/web:
# no data in the objects of the other folders.
globals() {
	local o
	for o in "$B"/obj/lib/*/*.o; do
		case $o in */lib/base/* | */lib/db/* | */lib/web/*) continue ;; esac
		size -A "$o" 2>/dev/null | awk -v o="${o#"$B"/obj/}" '
			$1 ~ /^\.(data|bss)$/ && $2 > 0 {
				print o ": " $2 " bytes that can change" }'
	done
}

# --- The rules of our own are tested themselves --------------------------------

refused() {
	local f=$1
	shift
	"$@" "$f" >/dev/null 2>&1 && echo "$f was accepted"
	return 0
}
rules() {
	local f dir
	echo thing_of_somebody >"$B/lint/owned"
	for f in tests/lint/bad/templates/*.cst; do
		refused "$f" awk -f tests/lint/templates.awk
	done
	for f in tests/lint/bad/sql/*.sql; do
		refused "$f" awk -f tests/lint/sql.awk "$B/lint/owned"
	done
	for dir in tests/lint/bad/words/*/; do
		refused "$dir" bash tests/lint/words.sh
	done
	for f in tests/lint/bad/layers/*/*.c; do
		refused "$f" awk -f tests/lint/layers.awk
	done
	awk -f tests/lint/templates.awk tests/lint/good/templates/*.cst
	awk -f tests/lint/sql.awk "$B/lint/owned" tests/lint/good/sql/*.sql
	awk -f tests/lint/layers.awk tests/lint/good/layers/*/*.c
	bash tests/lint/words.sh tests/lint/good/words
}

check "layout (make format)" layout
check "first lines say what a file is" first_lines
check "sizes" sizes
check "folders" folders
check "screens that conf names" screens
check "headers compile alone" alone
check "clang-tidy" tidy
check "cppcheck" cpp
check "layers of lib" layers
check "named statements" queries
check "templates" templates
check "words that have one home" words
check "nothing changes behind a request" globals
check "the rules refuse and accept what they should" rules
echo "1..$n"
[ "$bad" = 0 ]
