# proxied.sh - the peers that speak HTTP: Django under gunicorn, and Fastify;
# each behind an nginx of its own, on the database of INSTANCE.
# shellcheck shell=bash

declare -A PROXIED_PIDS # peer → its processes
declare -A PROXIED_URL  # peer → where it answers

# The environment of a peer's processes, after "env": proxied_env PEER FOLDER
proxied_env() {
	local css js page
	page=$(curl -s --max-time 10 "$PUBLIC_URL/")
	css=$(grep -o '/static/app\.[0-9a-f]*\.css' <<<"$page" | head -n 1)
	js=$(grep -o '/static/app\.[0-9a-f]*\.js' <<<"$page" | head -n 1)
	PROXIED_ENV=(
		"DB_SOCKET=$(sed -n 's/^Database.Socket = //p' \
			"$INSTANCE/conf/sesshu.hdf" | tail -n 1)"
		"DB_NAME=sesshu" "DB_USER=sesshu_$SITE"
		"DB_PASSWORD=$(<"$INSTANCE/conf/secret-$SITE")"
		"SITE=$SITE" "GENERATED=$1" "CSS=$css" "JS=$js"
		"REQUEST_LOG=$1/requests.log" "SOCKET=$1/peer.sock"
		"WORKERS=$WORKERS" "SECRET_KEY=$(head -c 16 /dev/urandom |
			od -An -tx1 | tr -d ' \n')"
	)
}

# proxied_nginx FOLDER PORT UPSTREAM
proxied_nginx() {
	local FILL_OUT=$1 FILL_PORT=$2 FILL_UPSTREAM=$3 FILL_NGINX_USER=''
	local FILL_HEADERS=$INSTANCE/conf/nginx/headers.inc
	[ "$(id -u)" != 0 ] || FILL_NGINX_USER='user root;'
	fill "$BENCH/peers/proxy.conf" "$1/nginx.conf"
	setsid setpriv --pdeathsig TERM "$(command -v nginx || echo /usr/sbin/nginx)" \
		-e "$1/nginx-error.log" -c "$1/nginx.conf" \
		>"$1/nginx.out" 2>&1 </dev/null &
}

# The sockets of Fastify's processes, as nginx wants them: fastify_upstream FOLDER
fastify_upstream() {
	local i
	for ((i = 0; i < WORKERS; i++)); do
		printf 'server unix:%s/peer.sock.%s; ' "$1" "$i"
	done
	echo 'keepalive 16;'
}

# These become the program: run.sh is its parent, and takes it along.
django_run() {
	exec env -C "$BENCH/peers/django" "${PROXIED_ENV[@]}" \
		PYTHONDONTWRITEBYTECODE=1 setsid setpriv --pdeathsig TERM \
		gunicorn -c gunicorn.py wsgi:application
}

# What the lock file names, once.
fastify_modules() {
	local peer=$BENCH/peers/fastify
	[ "$peer/node_modules/.package-lock.json" -nt "$peer/package-lock.json" ] ||
		(cd "$peer" && npm ci --ignore-scripts --no-audit --no-fund \
			--silent) || die "the modules of the Fastify peer could not be fetched"
}

fastify_run() {
	exec env -C "$BENCH/peers/fastify" "${PROXIED_ENV[@]}" NODE_ENV=production \
		setsid setpriv --pdeathsig TERM node src/server.js
}

# proxied_start PEER: django or fastify.
proxied_start() {
	local peer=$1 folder=$OUT/$1 port upstream n=0
	[ -z "${PROXIED_PIDS[$peer]:-}" ] || return 0
	rm -rf "$folder"
	mkdir -p "$folder/tmp"
	php -n "$BENCH/peers/php/prepare.php" sql/queries templates/messages \
		"$folder" && php -n "$BENCH/peers/export.php" "$folder" ||
		die "the statements for $peer could not be made"
	case $peer in
	django) upstream="server unix:$folder/peer.sock;" ;;
	fastify)
		fastify_modules
		upstream=$(fastify_upstream "$folder")
		;;
	esac
	proxied_env "$folder"
	"${peer}_run" >"$folder/peer.out" 2>&1 </dev/null &
	PROXIED_PIDS[$peer]=$!
	port=$(free_ports)
	PROXIED_URL[$peer]=http://localhost:$port
	proxied_nginx "$folder" "$port" "$upstream"
	PROXIED_PIDS[$peer]+=" $!"
	until curl -s -f -o /dev/null --max-time 2 -H "Cookie: sid=$COOKIE" \
		"${PROXIED_URL[$peer]}/tokutei/list"; do
		n=$((n + 1))
		[ "$n" -lt 200 ] || {
			tail -n 5 "$folder"/*.log "$folder"/*.out >&2
			die "the peer $peer does not start"
		}
		sleep 0.1
	done
}

proxied_stop() {
	local peer
	for peer in "${!PROXIED_PIDS[@]}"; do
		# shellcheck disable=SC2086
		kill -TERM ${PROXIED_PIDS[$peer]} 2>/dev/null
		# shellcheck disable=SC2086
		wait ${PROXIED_PIDS[$peer]} 2>/dev/null
	done
	PROXIED_PIDS=()
}
