# limits.sh - requests per time (security RL-01, HD-06). The instance runs with
# limits that nobody reaches; here it gets the real ones for a moment.
. tests/lib.sh

limits() {
	printf '%s\n' "$@" >"$INSTANCE/reload.env"
	part reload
}
fast='RATE_ALL=10000r/s RATE_AUTH=10000r/s RATE_MAIL=10000r/s RATE_UPLOAD=10000r/s
	BURST_ALL=9999 BURST_AUTH=9999 BURST_MAIL=9999 BURST_UPLOAD=9999'
# shellcheck disable=SC2086
trap 'limits $fast; rm -rf "$T"' EXIT
limits RATE_ALL=10r/s RATE_AUTH=10r/m RATE_MAIL=3r/m RATE_UPLOAD=6r/m \
	BURST_ALL=40 BURST_AUTH=5 BURST_MAIL=2 BURST_UPLOAD=3

# many N FROM CURL-ARGUMENTS…: how many of N requests at once were refused for
# their number. Each claim is made from an address of its own (127.0.0.FROM).
many() {
	local n=$1 i config=() from=127.0.0.$2
	shift 2
	for ((i = 0; i < n; i++)); do
		[ "$i" = 0 ] || config+=(--next)
		config+=(--interface "$from" --silent --output /dev/null --write-out '%{http_code}\n' "$@")
	done
	curl "${config[@]}" | grep -c '^429$'
}

equal "$(many 8 11 --data x=y "$PUBLIC_URL/account/login")" 2 \
	'of 8 attempts to log in 2 are refused'
request public/account/login --interface 127.0.0.11 --data x=y
status 429 'and the next one'
header Retry-After 60 'it says when to come back'
says 'しばらく' 'in words, too'
request public/account/login --interface 127.0.0.11 --data x=y --header 'X-Forwarded-For: 192.0.2.7'
status 429 'another address that is only claimed does not help'
request public/account/login
status 200 'looking at the page is not counted'

equal "$(many 6 12 --data x=y "$PUBLIC_URL/account/start")" 3 \
	'of 6 requests for mail 3 are refused'
# 41 are let through at once, ten more a second later.
refused=$(many 80 13 "$PUBLIC_URL/help/guide")
is "of 80 pages at once some are refused ($refused)" test "$refused" -ge 20
is 'but not all' test "$refused" -le 39
equal "$(many 80 14 "$PUBLIC_URL/static/app.css")" 0 'style sheets are not counted'
end
