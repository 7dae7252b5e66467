# settings.sh - where an instance of Sesshu lives and what may be set. Every
# variable here can be given in the environment: PORT=9000 make run.
# shellcheck shell=bash disable=SC2034

: "${BUILD:=build}"    # what was built
: "${VAR:=var}"        # everything this instance writes
: "${PORT:=8080}"      # public site
: "${INTRANET_PORT:=$((PORT + 1))}"
: "${MAIL_PORT:=$((PORT + 2))}" # the caught mails, as pages
: "${SMTP_PORT:=$((PORT + 3))}" # where they are caught
: "${HOST:=localhost}"   # the name in addresses and links
: "${LISTEN:=127.0.0.1}" # 0.0.0.0: reachable from other machines
: "${WEB:=nginx}"        # or apache
: "${WORKERS:=1}"        # processes per screen, unless conf/screens says more
: "${DEMO:=1}"           # 0: no demonstration data
: "${DEVELOPMENT:=1}"    # templates are re-read on change
: "${SETTINGS:=}"        # lines for the end of sesshu.hdf
: "${DB_MEMORY:=128M}"
: "${DB_FLUSH:=1}"
: "${MIN_FREE_MB:=500}"
: "${RATE_ALL:=10r/s}" # per source; how many may come at once: BURST
: "${RATE_AUTH:=10r/m}"
: "${RATE_MAIL:=3r/m}"
: "${RATE_UPLOAD:=6r/m}"
: "${RATE_ANSWER:=30r/m}"
: "${BURST_ALL:=40}"
: "${BURST_AUTH:=5}"
: "${BURST_MAIL:=2}"
: "${BURST_UPLOAD:=3}"
: "${BURST_ANSWER:=10}"
: "${CONNECTIONS:=20}"

mkdir -p "$VAR" || exit 1
VAR=$(cd "$VAR" && pwd)
BUILD=$(cd "$BUILD" 2>/dev/null && pwd) || {
	echo "run: nothing has been built yet; type make" >&2
	exit 1
}
TOP=$PWD
CONF=$VAR/conf
LOG=$VAR/log
TMP=$VAR/tmp
CACHE=$VAR/cache
STATIC=$TOP/templates/static
CGI=$BUILD/cgi-bin
DB_NAME=sesshu
USER=$(id -un)
SESSHUCTL=$BUILD/bin/sesshuctl

# Paths of unix sockets end at 107 bytes; a checkout deep in the tree keeps
# them elsewhere.
RUN=$VAR/run
if [ "${#RUN}" -gt 60 ]; then
	RUN=${TMPDIR:-/tmp}/sesshu-$(id -u)-$(echo "$VAR" | cksum | cut -d' ' -f1)
fi

# One line of secret, made at the first start: secret NAME
secret() {
	local file=$CONF/secret-$1
	[ -s "$file" ] || od -An -N32 -tx1 /dev/urandom | tr -d ' \n' >"$file"
	cat "$file"
}
