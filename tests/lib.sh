# lib.sh - what a test of screens says. A test is a bash script:
#
#	. tests/lib.sh
#
#	get public/account/login
#	has 'ログインID' 'shows the form'
#	post public/account/login act=login login=nobody password=wrong
#	status 303 'says where to look'
#	follow
#	has 'ログインできません' 'refuses'
#	end
#
# It talks by HTTP to the instance that tests/run.sh started, as a browser
# would: with cookies, and with the headers by which a server knows that a form
# came from its own page. Each check prints one line, ok or not ok.
# shellcheck shell=bash

set -u
. "$INSTANCE/ready" || exit 1
T=$(mktemp -d "${TMPDIR:-/tmp}/sesshu-test.XXXXXX") || exit 1
trap 'rm -rf "$T"' EXIT
N=0          # checks so far
BAD=0        # of them failed
STATUS=      # of the last answer
SITE=public  # the last one asked
URL=         # the last one asked
BROWSER=     # who asks
MAIL=        # the last mail, as a line of JSON
: >"$T/page"
: >"$T/head"

# --- Who and where -----------------------------------------------------------

# From here on another browser asks, with cookies and a last page of its own.
browser() {
	[ -z "$BROWSER" ] || cp "$T/page" "$T/page.$BROWSER"
	BROWSER=$1
	JAR=$T/cookies.$1
	[ -e "$T/page.$1" ] && cp "$T/page.$1" "$T/page"
	[ -e "$JAR" ] || : >"$JAR"
}
browser first

# The value of a cookie: cookie sid
cookie() { awk -F'\t' -v name="$1" '$6 == name { print $7 }' "$JAR"; }
forget_cookies() { : >"$JAR"; }

# Sets URL and SITE from public/tokutei/office, /tokutei/office (the site asked
# last) or a whole address, as it stands in a mail.
where() {
	case $1 in
	"$INTRANET_URL"*) SITE=intranet URL=$1 ;;
	"$PUBLIC_URL"*) SITE=public URL=$1 ;;
	http*) URL=$1 ;;
	public/*) SITE=public URL=$PUBLIC_URL/${1#public/} ;;
	intranet/*) SITE=intranet URL=$INTRANET_URL/${1#intranet/} ;;
	/*) URL=$(origin)$1 ;;
	*) bail "where is $1?" ;;
	esac
	URL=${URL%%#*}
}
origin() { [ "$SITE" = intranet ] && echo "$INTRANET_URL" || echo "$PUBLIC_URL"; }

# --- Asking ------------------------------------------------------------------

# request ADDRESS CURL-ARGUMENTS…: the answer is in $T/head and $T/page, its
# status in STATUS. Nothing is followed.
request() {
	where "$1"
	shift
	STATUS=$(curl --silent --max-time 60 --globoff --path-as-is \
		--cookie "$JAR" --cookie-jar "$JAR" --dump-header "$T/head" \
		--output "$T/page" --write-out '%{http_code}' "$@" "$URL") ||
		STATUS=000
	[ -e "$T/page" ] || : >"$T/page"
	local head
	head=$(<"$T/head")
	printf '%s\n' "${head//$'\r'/}" >"$T/head"
	# The answer to HEAD is no page.
	case "${head,,} $* " in
	*' --head '*) ;;
	*content-type:\ text/html*) keep_page ;;
	esac
}

get() {
	local to=$1
	shift
	request "$to" --header 'Sec-Fetch-Site: same-origin' "$@"
}

# post ADDRESS [name=value | name=@FILE | +name=value]…: what the form on the
# last page would send: its hidden fields (token, key, id …) and the given ones.
# A file makes it multipart. A + adds a second value to a name.
post() { send hidden "$@"; }

# submit ADDRESS …: the same with everything that the form shows, filled as it
# was; the given values replace those of their names.
submit() { send all "$@"; }

send() {
	local which=$1 to=$2 part name value how=--data-urlencode body=()
	shift 2
	local plain=() files=() more=()
	for part; do
		case $part in
		+*) more+=("${part#+}") ;;
		*=@*) files+=("$part") ;;
		*) plain+=("$part") ;;
		esac
	done
	[ ${#files[@]} -eq 0 ] || how=--form-string
	while IFS=$'\t' read -r name value; do
		printf -v value '%b' "$value"
		body+=("$how" "$name=$value")
	done < <(/usr/bin/python3 -SEB tests/form.py "$T/page" "/${to#*/}" \
		"$which" "${plain[@]}")
	for part in "${more[@]}"; do
		body+=("$how" "$part")
	done
	for part in "${files[@]}"; do
		body+=(--form "$part")
	done
	where "$to"
	request "$to" --request POST --header "Origin: $(origin)" \
		--header 'Sec-Fetch-Site: same-origin' "${body[@]}"
}

# answers STATUS ADDRESS: whether it does, for wait_until.
answers() {
	get "$2"
	[ "$STATUS" = "$1" ]
}

# To where the last answer, a redirection, leads.
follow() {
	local to
	to=$(header_of Location)
	case $STATUS in
	30?) ;;
	*)
		not_ok "a redirection to follow" "status $STATUS"
		return
		;;
	esac
	get "$to"
}

# Follows as long as there is something to follow.
arrive() {
	local n=0
	while [ "${STATUS#30}" != "$STATUS" ] && [ $n -lt 5 ]; do
		follow
		n=$((n + 1))
	done
}

# --- Looking -----------------------------------------------------------------

header_of() {
	sed -n "s/^$1: *//Ip" "$T/head" | head -n 1
}
# The value of a control, a link or a hidden field on the page.
value_of() {
	grep -oE "<[a-z]+ [^>]*name=\"$1\"[^>]*>" "$T/page" | head -n 1 |
		sed -n 's/.* value="\([^"]*\)".*/\1/p'
}
# The first link of the page whose address contains a text.
link_to() {
	grep -oE 'href="[^"]*"' "$T/page" | sed 's/^href="//; s/"$//; s/&amp;/\&/g' |
		grep -F -m 1 -e "$1"
}
# The page as a reader sees it: no tags, blanks joined.
text() {
	sed -e 's/<[^>]*>/ /g' "$T/page" | tr -s ' \n\t' ' ' |
		sed -e 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/'"'"'/g; s/&amp;/\&/g'
}

# --- Claiming ----------------------------------------------------------------

ok() {
	N=$((N + 1))
	printf 'ok %d - %s\n' "$N" "${1//$'\n'/ }"
}
# not_ok NAME [LINE…]
not_ok() {
	local line
	N=$((N + 1))
	BAD=$((BAD + 1))
	printf 'not ok %d - %s\n' "$N" "${1//$'\n'/ }"
	shift
	for line; do
		printf '#   %s\n' "${line:0:300}"
	done
	printf '#   last asked: %s (%s), line %s\n' "${URL:0:120}" "$STATUS" \
		"$(caller 1 | cut -d' ' -f1)"
}
bail() {
	not_ok "$@"
	end
}

# is NAME COMMAND…: the command succeeds.
is() {
	local name=$1
	shift
	if "$@" >"$T/out" 2>&1; then
		ok "$name"
	else
		not_ok "$name" "$*" "$(head -c 300 "$T/out" | tr '\n' ' ')"
	fi
}
isnt() {
	local name=$1
	shift
	if "$@" >"$T/out" 2>&1; then
		not_ok "$name" "$*"
	else
		ok "$name"
	fi
}
# equal IS SHOULD [NAME]
equal() {
	if [ "$1" = "$2" ]; then
		ok "${3:-is $2}"
	else
		not_ok "${3:-is $2}" "is     $1" "should $2"
	fi
}
# has TEXT [NAME], hasnt TEXT [NAME]: headers and page, as sent.
has() {
	if cat "$T/head" "$T/page" | grep -qF -e "$1"; then
		ok "${2:-has $1}"
	else
		not_ok "${2:-has $1}" "there is no: $1" \
			"$(text | sed 's/.*<\/head>//' | cut -c 1-300)"
	fi
}
hasnt() {
	if cat "$T/head" "$T/page" | grep -qF -e "$1"; then
		not_ok "${2:-has no $1}" "there is: $1"
	else
		ok "${2:-has no $1}"
	fi
}
# says TEXT [NAME]: the page as a reader sees it.
says() {
	if text | grep -qF -e "$1"; then
		ok "${2:-says $1}"
	else
		not_ok "${2:-says $1}" "it says: $(text | cut -c 1-600)"
	fi
}
# matches REGEX [NAME]
matches() {
	if cat "$T/head" "$T/page" | grep -qE -e "$1"; then
		ok "${2:-matches $1}"
	else
		not_ok "${2:-matches $1}" "nothing matches: $1"
	fi
}
# status CODE [NAME]
status() {
	if [ "$STATUS" = "$1" ]; then
		ok "${2:-answers $1}"
	else
		not_ok "${2:-answers $1}" "status $STATUS instead of $1" \
			"$(text | cut -c 1-300)"
	fi
}
# header NAME VALUE [NAME OF THE CHECK]
header() { equal "$(header_of "$1")" "$2" "${3:-$1 is $2}"; }
# leads_to PATH [NAME]: a 303 to it, whatever its query is.
leads_to() {
	local to
	to=$(header_of Location)
	to=${to#"$(origin)"}
	equal "$STATUS ${to%%[?#]*}" "303 $1" "${2:-leads to $1}"
}

# --- Mail --------------------------------------------------------------------

# An address that nobody had before: someone [WORD]
someone() { echo "${1:-someone}.$$.$RANDOM@example.jp"; }

# mail_wait ADDRESS [SUBJECT]: the next mail to it that was not looked at yet;
# MAIL is its line of JSON. Ten seconds at most.
mail_wait() {
	local seen=$T/seen.$1 at=0
	[ -e "$seen" ] && at=$(<"$seen")
	if ! wait_until 10 mail_number "$1" $((at + 1)); then
		not_ok "a mail to $1" "none came within ten seconds"
		return 1
	fi
	echo $((at + 1)) >"$seen"
	[ $# -lt 2 ] || is "a mail 「$2」" grep -qF -e "$2" <<<"$(mail_subject)"
	return 0
}
# mail_skip ADDRESS: what has come to it until now is not waited for.
mail_skip() { mail_count "$1" >"$T/seen.$1"; }
# mail_number ADDRESS N: MAIL is the N-th mail to it, if it has come.
mail_number() {
	MAIL=$(mails "$1" | sed -n "$2p")
	[ -n "$MAIL" ]
}
mails() { grep -F "\"to\": \"$1\"" "$INSTANCE/mail/mails.jsonl" 2>/dev/null; }
mail_count() { mails "$1" | wc -l; }
mail_subject() { sed -n 's/.*"subject": "\(\([^"\\]\|\\.\)*\)".*/\1/p' <<<"$MAIL"; }
mail_text() {
	local t
	t=$(sed -n 's/.*"text": "\(\([^"\\]\|\\.\)*\)".*/\1/p' <<<"$MAIL")
	printf '%b\n' "$t"
}
# The first link of the mail, or the first that contains a text.
mail_link() { mail_text | grep -oE 'https?://[^ <>"]+' | grep -F -m 1 -e "${1:-http}"; }
mail_has() {
	is "${2:-the mail has $1}" grep -qF -e "$1" <<<"$(mail_text)"
}

# --- Time, rows, commands, parts ---------------------------------------------

# The programs' clock, in seconds ahead of the real one: clock_set 3600,
# clock_add 60. end puts it back.
clock_set() {
	CLOCK=$1
	echo "$1" >"$INSTANCE/clock.new" && mv "$INSTANCE/clock.new" "$INSTANCE/clock"
}
clock_add() { clock_set $(($(<"$INSTANCE/clock") + $1)); }
# The time of that clock, now or so many seconds later, as SQL.
time_sql() {
	echo "(UTC_TIMESTAMP(6) + INTERVAL $(($(<"$INSTANCE/clock") + ${1:-0})) SECOND)"
}

# wait_until SECONDS COMMAND…: asks again and again until it succeeds; fails if
# it has not by then.
wait_until() {
	local n=$(($1 * 10))
	shift
	until "$@" >/dev/null 2>&1; do
		[ $n -gt 0 ] || return 1
		n=$((n - 1))
		sleep 0.1
	done
}

# One value per column, tab between; as the administrator of the database.
sql() { instance sql -N -B -e "$1"; }
instance() { VAR=$INSTANCE bin/run.sh "$@"; }
sesshuctl() { SESSHU_CONF=$INSTANCE/conf/owner.hdf "$BUILD/bin/sesshuctl" "$@"; }

# A text that nobody can guess, as a mail or a cookie holds it; an id, as rows
# have them.
new_token() { head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '='; }
new_id() { od -An -N"${1:-16}" -tx1 /dev/urandom | tr -d ' \n'; }

# A setting of the programs: conf Database.Socket
conf() { sed -n "s/^$1 *= *//p" "$INSTANCE/conf/sesshu.hdf" | tail -n 1; }

# Stops, starts, restarts a part (database, worker, mail, web, or a screen such
# as public/account/login): part restart database
part() { instance tell "$@"; }

# Stops nothing, asks nobody: the ids of a screen's processes in this instance.
processes_of() {
	local p
	for p in $(grep -lsxzF "SESSHU_CONF=$INSTANCE/conf/sesshu.hdf" \
		/proc/[0-9]*/environ); do
		p=${p%/environ}
		[ "$(tr '\0' ' ' <"$p/cmdline")" = "$BUILD/cgi-bin/$1 " ] &&
			echo "${p#/proc/}"
	done
}

# logs_hide WORD [NAME]: it stands in no log of this instance.
logs_hide() {
	isnt "${2:-no log has $1}" grep -rlF -e "$1" "$INSTANCE/log"
}

# --- Around ------------------------------------------------------------------

# Pages that were met are kept for the HTML checks, alike ones once.
keep_page() {
	local name sum
	[ -s "$T/page" ] || return 0
	name=${URL#http*://*/}
	name=${name%%\?*}
	name=$SITE-${name//\//-}
	sum=$(sed 's/value="[^"]*"//g; s/[0-9a-f]\{32\}//g' "$T/page" | cksum)
	name=$name-${sum%% *}
	[ -e "$OUT/pages/$name.html" ] || cp "$T/page" "$OUT/pages/$name.html"
}

end() {
	[ -z "${CLOCK:-}" ] || clock_set 0
	echo "1..$N"
	[ "$BAD" = 0 ]
	exit
}
