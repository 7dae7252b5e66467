#!/bin/bash
# words.sh - words that have one home, or none.
#
#	words.sh FOLDER      (a checkout, or something that looks like one)
#
# Comments do not count: the sources are read without them.
set -u
cd "$1" || exit 1
bare=$(mktemp -d) || exit 1
trap 'rm -rf "$bare"' EXIT
bad=0

# The sources without comments, and a second time without texts.
while read -r f; do
	mkdir -p "$bare/code/${f%/*}" "$bare/text/${f%/*}"
	LC_ALL=C awk -v code="$bare/code/$f" -v text="$bare/text/$f" '
	{
		n = length($0)
		a = b = q = ""
		for (i = 1; i <= n; i++) {
			c = substr($0, i, 1)
			two = substr($0, i, 2)
			if (comment) {
				if (two == "*/") {
					comment = 0
					i++
				}
				continue
			}
			if (q == "" && two == "/*") {
				comment = 1
				i++
				continue
			}
			if (q == "" && two == "//")
				break
			b = b c
			if (c == "\\" && q != "") {
				i++
				b = b substr($0, i, 1)
				continue
			}
			if (c == "\"" || c == "\047") {
				if (q == "")
					q = c
				else if (q == c)
					q = ""
			} else if (q != "" && $0 !~ /^#include/)
				continue
			a = a c
		}
		print a >code
		print b >text
	}' "$f"
done < <(find lib cgi-bin bin tests/unit tests/fuzz tests/bench -name '*.[ch]' \
	2>/dev/null)

# nowhere WHAT REGEX IN EXCEPT WHY: IN is code or text (with string constants),
# EXCEPT a regex of paths.
nowhere() {
	local found
	found=$(cd "$bare/$3" && grep -rnE -- "$2" . 2>/dev/null |
		sed 's,^\./,,' | grep -vE -- "^($4)")
	[ -n "$found" ] || return 0
	bad=1
	printf '%s\n' "$found" | while read -r line; do
		printf '%s\n    %s: %s\n' "${line:0:140}" "$1" "$5"
	done
}
w='(^|[^A-Za-z0-9_>.])'
none='//'
tests='tests/|bin/'

nowhere 'unsafe call' "$w(sprintf|vsprintf|strcpy|strcat|stpcpy|strtok|atoi|atol|atoll|atof|gets|system|popen|alloca|mktemp|tmpnam)\\(" \
	code "$none" 'it cuts, overruns, or guesses; lib/text and lib/base have better'
nowhere 'process' "$w(fork|vfork|execl|execle|execlp|execv|execve|execvp|posix_spawn)\\(" \
	code 'tests/' 'programs start no programs'
# ClearSilver wants a text that it can free itself (render.c).
nowhere 'memory' "$w(malloc|calloc|realloc|strdup|strndup|asprintf|vasprintf|talloc_[a-z_]*)\\(" \
	code "lib/base/|lib/web/render.c|$tests" 'memory comes from the context (lib/base/ctx.h)'
nowhere 'clock' "$w(time|gettimeofday|clock_gettime|localtime|localtime_r|mktime)\\(" \
	code "lib/base/|$tests" 'there is one clock (lib/base/clock.h)'
nowhere 'chance' "$w(rand|random|srand|srandom|arc4random|getrandom|randombytes_[a-z]*)\\(" \
	code "lib/base/|$tests" 'there is one source of chance (lib/base/random.h)'
nowhere 'environment' "$w(getenv|secure_getenv|setenv|putenv)\\(" \
	code "lib/web/|$tests" 'settings come from the configuration file'
nowhere 'library' '#include <(mysql|mariadb)' code "lib/db/|$tests" 'only lib/db speaks to the database'
nowhere 'library' '#include <(libxml|zip|xlsxwriter|pango|cairo)' code \
	"lib/doc/|$tests" 'only lib/doc reads and writes documents'
nowhere 'library' '#include <(ClearSilver|fcgi|fcgiapp)' code "lib/web/|$tests" \
	'only lib/web knows templates and FastCGI'
nowhere 'library' '#include <curl' code "lib/mail/|$tests" 'only the sender of mail speaks to the net'
nowhere 'library' '#include <(talloc|sodium)' code \
	"lib/(base|account|web|mail)/|$tests" 'behind lib/base'
nowhere 'comparison' "${w}memcmp\\(" code \
	"lib/([^as]|a[^c]|s[^i])|cgi-bin/|$tests" \
	'secrets are compared in constant time'
nowhere 'SQL' '"[[:space:]]*(SELECT|INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO|CREATE TABLE|ALTER TABLE|DROP) ' \
	text "lib/db/|$tests" 'statements stand in sql/queries/'
nowhere 'HTML' '"[^"]*<(a|b|p|br|div|span|table|tr|td|th|ul|ol|li|form|input|button|h[1-6]|html|head|body|script)[ >/]' \
	text "lib/doc/|$tests" 'pages stand in templates/'
# What Japan Post writes in its lists is no wording of ours (lib/master).
LC_ALL=C nowhere 'wording' $'(\xe3[\x81-\xbf]|[\xe4-\xe9][\x80-\xbf])[\x80-\xbf]' text \
	"lib/(text|master)/|$tests" 'wording stands in templates/messages/'
nowhere 'buffer' '^[[:space:]]+static (unsigned |signed )?(char|wchar_t|uint8_t) [a-z_0-9]+\[' \
	code "lib/base/|$tests" 'no static buffers: a second call overwrites the first'
nowhere 'dead code' '^#[[:space:]]*if[[:space:]]+0' code "$none" 'the repository keeps what was'
nowhere 'assert' "${w}assert\\(" code 'tests/' 'checks stay in the release: BUG()'
nowhere 'goto' "${w}goto " code "$none" 'contexts clean up'

# What has no place anywhere in the files, comments included.
everywhere() {
	local found
	found=$(grep -rnIE --include='*.[ch]' --include='*.sql' --include='*.sh' \
		--include='*.awk' --include='*.cst' --include='*.hdf' \
		--include='*.py' --include='*.js' --include='*.mjs' \
		--include='*.md' --include='Makefile' --exclude-dir=node_modules \
		--exclude-dir=lint -e "$2" lib cgi-bin bin sql conf templates tests \
		Makefile README.md 2>/dev/null)
	[ -n "$found" ] || return 0
	bad=1
	printf '%s\n' "$found" | cut -c 1-160 | sed "s/\$/\n    $1: $3/"
}
everywhere 'unfinished' '\b(TODO|FIXME|XXX|HACK)\b' 'finish it or leave it out'
everywhere 'path' '(^|[^A-Za-z0-9_.])/(root|work)/[a-z]' 'a path of one machine'

exit $bad
