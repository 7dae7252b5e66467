# fill.sh - configuration files from their templates in conf/.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }
die() {
	printf 'run: %s\n' "$*" >&2
	exit 1
}

# Puts the values of these settings in place of @NAME@ in file $1, to file $2;
# FILL_NAME wins over NAME.
fill() {
	local text name
	text=$(<"$1")
	for name in "${!FILL_@}" VAR CONF LOG TMP CACHE RUN STATIC CGI TOP USER \
		DB_NAME DB_MEMORY DB_FLUSH RATE_ALL RATE_AUTH RATE_MAIL \
		RATE_UPLOAD RATE_ANSWER BURST_ALL BURST_AUTH BURST_MAIL \
		BURST_UPLOAD BURST_ANSWER \
		CONNECTIONS; do
		text=${text//@${name#FILL_}@/${!name:-}}
	done
	printf '%s\n' "$text" >"$2"
	if grep -qE '@[A-Z_]+@' "$2"; then
		die "$1 names a setting that does not exist:" \
			"$(grep -oE '@[A-Z_]+@' "$2" | sort -u | tr '\n' ' ')"
	fi
}
