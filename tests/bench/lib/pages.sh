# pages.sh - pages through the web server: ours and the peer's in turn.
# shellcheck shell=bash

CONNECTIONS_AT_ONCE=8

# hit SECONDS URL [SCRIPT [ARGUMENTS]]: one line of what wrk's script says:
# requests/s, mean bytes of an answer, p50 and p99 in ms, errors.
hit() {
	local seconds=$1 url=$2 script=${3:-get.lua}
	shift 3 || shift $#
	timeout $((seconds + 20)) wrk -t 1 -c "$CONNECTIONS_AT_ONCE" \
		-d "$seconds" --timeout 10 -s "$BENCH/$script" \
		-H "Cookie: sid=$COOKIE" "$url" -- "$@" | grep '^result '
}

# fetch URL FILE: must answer 200; the size of the page.
fetch() {
	local got
	got=$(curl -s --max-time 20 -o "$2" -w '%{http_code} %{size_download}' \
		--header "Cookie: sid=$COOKIE" "$1")
	[ "${got% *}" = 200 ] || die "$1 answers ${got% *}, see $2"
	echo "${got#* }"
}

# add NAME VALUE: to the list of the rounds.
add() { printf -v "$1" '%s %s' "${!1:-}" "$2"; }

# take_round PREFIX URL SIZE: adds to PREFIX_rate, PREFIX_p99. Whoever answers
# with anything but the page is not measured.
take_round() {
	local rate bytes p50 p99 errors word
	read -r word rate bytes p50 p99 errors <<<"$(hit "$SECONDS_EACH" "$2")"
	[ "$word" = result ] || die "wrk did not finish: $2"
	[ "$errors" = 0 ] || die "$errors requests failed: $2"
	awk -v b="$bytes" -v s="$3" 'BEGIN { exit !(b > s * 0.99 && b < s * 1.10 + 2000) }' ||
		die "answers of $bytes bytes instead of $3: $2"
	add "$1_rate" "$rate"
	add "$1_p50" "$p50"
	add "$1_p99" "$p99"
}

# within PERCENT A B
within() {
	awk -v p="$1" -v a="$2" -v b="$3" \
		'BEGIN { d = a > b ? a - b : b - a; exit !(d * 100 <= p * a) }'
}

# compare NAME PATH: the figures NAME and NAME-p99.
compare() {
	local name=$1 path=$2 i mine theirs
	local o_rate='' o_p50='' o_p99='' t_rate='' t_p50='' t_p99=''
	wanted "$name" "$name-p99" || return 0
	php_start
	mine=$(fetch "$PUBLIC_URL$path" "$OUT/$name.ours.html") || exit 1
	theirs=$(fetch "$PHP_URL$path" "$OUT/$name.php.html") || exit 1
	note "$name: pages of $mine bytes, theirs of $theirs"
	within 2 "$mine" "$theirs" ||
		die "$name: the pages differ in size by more than 2 %"
	hit 2 "$PUBLIC_URL$path" >/dev/null
	hit 2 "$PHP_URL$path" >/dev/null
	for ((i = 0; i < ROUNDS; i++)); do
		take_round o "$PUBLIC_URL$path" "$mine"
		take_round t "$PHP_URL$path" "$theirs"
	done
	figure "$name" php-fpm requests/s more 2.0 "$o_rate" "$t_rate"
	figure "$name-p99" php-fpm ms less 1.0 "$o_p99" "$t_p99"
}

# As many applicants at once, each with a draft of its own; all save one office
# after the other.
POSTERS=8

# COOKIES[i] may change the offices of DRAFTS[i].
make_posters() {
	local i made last
	made=$(SESSHU_CONF=$INSTANCE/conf/owner.hdf "$BUILD/bin/sesshuctl" \
		generate --applications="$POSTERS" --offices=20 --seed=2) ||
		die "the drafts could not be made"
	last=$(word_of application "$made")
	COOKIES=() DRAFTS=()
	for ((i = 0; i < POSTERS; i++)); do
		DRAFTS+=($((last - i)))
		COOKIES+=("$(sign_in $((last - i)))")
	done
}

# What each thread begins with: COOKIE:TOKEN:ID:REVISION:NUMBER
posters() {
	local i
	for ((i = 0; i < POSTERS; i++)); do
		printf '%s:%s:%s ' "${COOKIES[i]}" "$(form_token "${COOKIES[i]}")" \
			"$(db -e "SELECT CONCAT(LOWER(HEX(o.public_id)), ':',
				o.revision, ':', o.number)
				FROM office o JOIN application p ON p.draft = o.version
				WHERE p.id = ${DRAFTS[i]} AND o.number = 7")"
	done
}

# post_round PREFIX URL
post_round() {
	local rate bytes p50 p99 errors word list
	list=$(posters)
	# shellcheck disable=SC2086
	read -r word rate bytes p50 p99 errors <<<"$(
		timeout $((SECONDS_EACH + 20)) wrk -t "$POSTERS" -c "$POSTERS" \
			-d "$SECONDS_EACH" --timeout 10 -s "$BENCH/post.lua" \
			"$2/tokutei/office" -- "$2" $list | grep '^result ')"
	[ "$word" = result ] || die "wrk did not finish: form-post, $2"
	[ "$errors" = 0 ] || die "form-post: $errors refused, $2"
	add "$1_rate" "$rate"
	add "$1_p99" "$p99"
}

# How many rows a saved office leaves behind; the same for both, or one of the
# two did less.
trail() {
	db -e "SELECT CONCAT((SELECT COUNT(*) FROM audit WHERE act = 'office.save'),
		' ', (SELECT COUNT(*) FROM form_key),
		' ', (SELECT SUM(revision) FROM office))"
}

# check_trail WHO BEFORE AFTER: one audit entry and one form key each time.
check_trail() {
	local a k r b l s
	read -r a k r <<<"$2"
	read -r b l s <<<"$3"
	[ $((b - a)) -gt 0 ] && [ $((b - a)) = $((l - k)) ] &&
		[ $((b - a)) = $((s - r)) ] ||
		die "form-post, $1: $((s - r)) offices saved, $((b - a)) audit" \
			"entries, $((l - k)) form keys"
}

bench_post() {
	local i o_rate='' o_p99='' t_rate='' t_p99='' warm_rate='' warm_p99=''
	local was between
	wanted form-post || return 0
	php_start
	make_posters
	was=$(trail)
	post_round warm "$PUBLIC_URL"
	between=$(trail)
	check_trail ours "$was" "$between"
	post_round warm "$PHP_URL"
	check_trail php-fpm "$between" "$(trail)"
	for ((i = 0; i < ROUNDS; i++)); do
		post_round o "$PUBLIC_URL"
		post_round t "$PHP_URL"
	done
	figure form-post php-fpm requests/s more 1.5 "$o_rate" "$t_rate"
}

bench_pages() {
	compare office-form "/tokutei/office?id=$OFFICE"
	compare office-list /tokutei/offices
	bench_post
}

# floor NAME UNIT URL
floor() {
	local name=$1 url=$2 i o_rate='' o_p50='' o_p99='' size
	wanted "$name" || return 0
	size=$(COOKIE='' fetch "$url" "$OUT/$name.html") || exit 1
	COOKIE='' hit 1 "$url" >/dev/null
	for ((i = 0; i < ROUNDS; i++)); do
		COOKIE='' take_round o "$url" "$size"
	done
	figure "$name" - requests/s more - "$o_rate"
}

bench_floors() {
	floor floor-static "$PUBLIC_URL$(static_path)"
	floor floor-fastcgi "$PUBLIC_URL/"
	floor_sql
}

# The address of the style sheet, as pages have it.
static_path() {
	curl -s --max-time 10 "$PUBLIC_URL/" | grep -o '/static/app\.[0-9a-f]*\.css' |
		head -n 1
}

# The statements of the list of offices, two programs at once as there are two
# screens; no web server, no page.
floor_sql() {
	local i rates=''
	wanted floor-sql || return 0
	for ((i = 0; i < ROUNDS; i++)); do
		add rates "$(SESSHU_CONF=$INSTANCE/conf/sesshu.hdf timeout 60 \
			"$BUILD/tests/bench/floor_sql" "$COOKIE" "$WORKERS" \
			"$SECONDS_EACH")" || die "floor-sql failed"
	done
	figure floor-sql - requests/s more - "$rates"
}
