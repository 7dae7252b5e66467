# desk.sh - the ministry's desk and the public register: a large instance and a
# small one, the pages of the work list, and how both grow.
# shellcheck shell=bash

: "${DESK_MANY:=1000000}"  # applications, and businesses with ten offices
: "${DESK_FEW:=10000}"     # of the small instance
: "${DESK_MEMORY:=4G}"     # buffer pool of the large one
DESK_PLACE=/tokutei/list

# What generated data depends on.
desk_stamp() {
	cat sql/schema/*.sql sql/data/*.tsv "$BENCH"/data/*.sql | cksum |
		tr ' ' -
}

# Without the guarantee that what is committed is on disk: it is made anew if
# anything goes wrong. Prints each table as its turn comes.
desk_fill() {
	local many=$1 part began=$SECONDS line
	for part in desk register; do
		{
			echo "SET GLOBAL innodb_flush_log_at_trx_commit = 0;"
			echo "SET @many = $many;"
			cat "$BENCH/data/$part.sql"
		} | db --unbuffered | while read -r line; do
			case $line in *[[:space:]]*) continue ;; esac
			printf '# %4d s: %s for %s\n' $((SECONDS - began)) \
				"$line" "$many"
		done
		[ "${PIPESTATUS[1]}" = 0 ] || die "data/$part.sql was refused"
	done
	echo "# $((SECONDS - began)) s: made"
}

# desk_start NAME MANY: an instance $OUT/desk-NAME with so many applications.
# Its database is kept for the next run as long as schema and data are the same.
desk_start() {
	local name=$1 many=$2 var=$OUT/desk-$1 kept
	kept=$OUT/desk-$1-$many-$(desk_stamp)
	if [ ! -e "$kept/whole" ]; then
		rm -rf "$OUT/desk-$name"-*
		instance_start "$var" SETTINGS= DB_MEMORY="$DESK_MEMORY" || exit 1
		INSTANCE=$var desk_fill "$many"
		instance_stop "$var"
		mv "$var/db" "$kept" && : >"$kept/whole" ||
			die "the database could not be kept"
	fi
	DATABASE=$kept instance_start "$var" WORKERS="$WORKERS" DB_FLUSH=1 \
		SETTINGS= DB_MEMORY="$DESK_MEMORY" || exit 1
}

# Somebody of a desk who has signed in; prints the cookie.
sign_in_desk() {
	local cookie
	cookie=$(head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n')
	db -e "INSERT INTO session (public_id, token, site, stage, account,
	              organisation, role, created_at, seen_at, idle_seconds,
	              ends_at)
	       VALUES (RANDOM_BYTES(16), UNHEX(SHA2('$cookie', 256)), 'intranet',
	              'full', 501, 105, 'reviewer', UTC_TIMESTAMP(6),
	              UTC_TIMESTAMP(6), 1800,
	              UTC_TIMESTAMP(6) + INTERVAL 1 DAY)" ||
		die "the session could not be made"
	echo "$cookie"
}

# Three peers with the same page; ours and theirs in turn.
desk_peers() {
	local mine peer i size rate p99 peers='php django fastify'
	local ours=$INTRANET_URL$DESK_PLACE
	local o_rate='' o_p50='' o_p99=''
	declare -A at sizes
	wanted work-list work-list-p99 || return 0
	php_stop
	php_start
	at[php]=$PHP_URL$DESK_PLACE
	for peer in django fastify; do
		proxied_start "$peer"
		at[$peer]=${PROXIED_URL[$peer]}$DESK_PLACE
	done
	mine=$(fetch "$ours" "$OUT/work-list.ours.html") || exit 1
	hit 2 "$ours" >/dev/null
	for peer in $peers; do
		size=$(fetch "${at[$peer]}" "$OUT/work-list.$peer.html") || exit 1
		note "work-list: pages of $mine bytes, $peer of $size"
		within 2 "$mine" "$size" ||
			die "work-list: the pages differ in size by more than 2 %"
		sizes[$peer]=$size
		hit 2 "${at[$peer]}" >/dev/null
	done
	for ((i = 0; i < ROUNDS; i++)); do
		take_round o "$ours" "$mine"
		for peer in $peers; do
			take_round "t_$peer" "${at[$peer]}" "${sizes[$peer]}"
		done
	done
	set -- php php-fpm 2.0 django django 6.0 fastify fastify 2.0
	while [ $# -gt 0 ]; do
		rate=t_$1_rate p99=t_$1_p99
		figure work-list "$2" requests/s more "$3" "$o_rate" "${!rate}"
		figure work-list-p99 "$2" ms less 1.0 "$o_p99" "${!p99}"
		shift 3
	done
	php_stop
	proxied_stop
}

# The cost of a page is what one more of them takes from all the others.
desk_growth() {
	local i big few all='' m_rate='' m_p50='' m_p99='' f_rate='' f_p50='' f_p99=''
	local large small
	wanted work-list-growth || return 0
	large=$INTRANET_URL$DESK_PLACE small=$FEW_INTRANET_URL$DESK_PLACE
	big=$(fetch "$large" "$OUT/work-list.ours.html") || exit 1
	few=$(COOKIE=$FEW_COOKIE fetch "$small" "$OUT/work-list.few.html") ||
		exit 1
	hit 2 "$large" >/dev/null
	COOKIE=$FEW_COOKIE hit 2 "$small" >/dev/null
	for ((i = 0; i < ROUNDS; i++)); do
		take_round m "$large" "$big"
		COOKIE=$FEW_COOKIE take_round f "$small" "$few"
		add all "$(ratio "${f_rate##* }" "${m_rate##* }")"
	done
	below work-list-growth 1.5 x "$all"
}

# search_round PREFIX URL MANY SEED: searches that nobody has asked before.
search_round() {
	local rate bytes p50 p99 errors word
	read -r word rate bytes p50 p99 errors <<<"$(COOKIE='' \
		hit "$SECONDS_EACH" "$2/register/search" search.lua "$3" "$4")"
	[ "$word" = result ] || die "wrk did not finish: $2/register/search"
	[ "$errors" = 0 ] || die "$errors searches failed: $2"
	add "$1_rate" "$rate"
	add "$1_p99" "$p99"
}

register_growth() {
	local i all='' m_rate='' m_p99='' f_rate='' f_p99='' w_rate='' w_p99=''
	wanted register-search-growth || return 0
	for ((i = 0; i < 2; i++)); do
		search_round w "$PUBLIC_URL" "$DESK_MANY" "$((i + 1))"
		search_round w "$FEW_PUBLIC_URL" "$DESK_FEW" "$((i + 1))"
	done
	for ((i = 0; i < ROUNDS; i++)); do
		search_round m "$PUBLIC_URL" "$DESK_MANY" "$((i + 10))"
		search_round f "$FEW_PUBLIC_URL" "$DESK_FEW" "$((i + 10))"
		add all "$(ratio "${m_p99##* }" "${f_p99##* }")"
	done
	# shellcheck disable=SC2086
	note "register-search: p99 $(median $m_p99) ms of $((DESK_MANY * 10))" \
		"offices, $(median $f_p99) ms of $((DESK_FEW * 10))"
	below register-search-growth 5 x "$all"
}

bench_desk() {
	local INSTANCE=$OUT/desk-many SITE=intranet COOKIE FEW_COOKIE
	local PUBLIC_URL INTRANET_URL FEW_PUBLIC_URL FEW_INTRANET_URL
	wanted work-list work-list-p99 work-list-growth register-search-growth ||
		return 0
	if wanted work-list-growth register-search-growth; then
		desk_start few "$DESK_FEW"
		. "$OUT/desk-few/ready"
		FEW_PUBLIC_URL=$PUBLIC_URL FEW_INTRANET_URL=$INTRANET_URL
		FEW_COOKIE=$(INSTANCE=$OUT/desk-few sign_in_desk) || exit 1
	fi
	desk_start many "$DESK_MANY"
	. "$INSTANCE/ready"
	COOKIE=$(sign_in_desk) || exit 1
	desk_peers
	desk_growth
	register_growth
}

desk_stop() {
	proxied_stop
	instance_stop "$OUT/desk-many"
	instance_stop "$OUT/desk-few"
}
