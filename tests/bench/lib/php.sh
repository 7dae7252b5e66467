# php.sh - the peer: PHP-FPM behind an nginx of its own, on our database.
# shellcheck shell=bash

PHP_PIDS=()

php_binary() {
	local p
	for p in /usr/sbin/php-fpm8.2 /usr/sbin/php-fpm[0-9]* php-fpm; do
		command -v "$p" && return
	done
	die "there is no php-fpm"
}

# What is written into the templates of its configuration: @PORT@ and so on.
php_write() {
	local FILL_OUT=$PHP_OUT FILL_PEER=$BENCH/peers/php FILL_PORT=$PHP_PORT
	local FILL_HEADERS=$INSTANCE/conf/nginx/headers.inc FILL_WORKERS=$WORKERS
	local FILL_DB_SOCKET FILL_DB_PASSWORD FILL_CSS FILL_JS
	local FILL_ORIGIN=$PHP_URL FILL_NGINX_USER='' FILL_FPM_USER=''
	local FILL_PRELOAD_USER='' FILL_SITE=${SITE:-public} page
	FILL_DB_SOCKET=$(sed -n 's/^Database.Socket = //p' "$INSTANCE/conf/sesshu.hdf" | tail -n 1)
	FILL_DB_PASSWORD=$(<"$INSTANCE/conf/secret-$FILL_SITE")
	page=$(curl -s --max-time 10 "$PUBLIC_URL/")
	FILL_CSS=$(grep -o '/static/app\.[0-9a-f]*\.css' <<<"$page" | head -n 1)
	FILL_JS=$(grep -o '/static/app\.[0-9a-f]*\.js' <<<"$page" | head -n 1)
	if [ "$(id -u)" = 0 ]; then
		FILL_NGINX_USER='user root;'
		FILL_FPM_USER=$'user = root\ngroup = root'
		FILL_PRELOAD_USER='opcache.preload_user = root'
	fi
	fill "$BENCH/peers/php/nginx.conf" "$PHP_OUT/nginx.conf"
	fill "$BENCH/peers/php/fpm.conf" "$PHP_OUT/fpm.conf"
	fill "$BENCH/peers/php/php.ini" "$PHP_OUT/php.ini"
	php -n "$BENCH/peers/php/prepare.php" sql/queries templates/messages "$PHP_OUT" ||
		die "the peer's statements could not be made"
}

# Each program in a session of its own, as ours are: on a busy machine the kernel
# shares out by sessions.
php_start() {
	local n=0 nginx
	[ ${#PHP_PIDS[@]} = 0 ] || return 0
	PHP_OUT=$OUT/php
	rm -rf "$PHP_OUT"
	mkdir -p "$PHP_OUT/tmp"
	PHP_PORT=$(free_ports)
	PHP_URL=http://localhost:$PHP_PORT
	php_write
	nginx=$(command -v nginx || echo /usr/sbin/nginx)
	PHP_INI_SCAN_DIR='' setsid setpriv --pdeathsig TERM "$(php_binary)" \
		"$([ "$(id -u)" = 0 ] && echo -R || echo -F)" -F \
		-y "$PHP_OUT/fpm.conf" -c "$PHP_OUT/php.ini" \
		>"$PHP_OUT/fpm.out" 2>&1 </dev/null &
	PHP_PIDS+=($!)
	setsid setpriv --pdeathsig TERM "$nginx" -e "$PHP_OUT/nginx-error.log" \
		-c "$PHP_OUT/nginx.conf" >"$PHP_OUT/nginx.out" 2>&1 </dev/null &
	PHP_PIDS+=($!)
	until curl -s -o /dev/null --max-time 2 "$PHP_URL/none" && [ -S "$PHP_OUT/fpm.sock" ]; do
		n=$((n + 1))
		[ "$n" -lt 200 ] || {
			tail -n 5 "$PHP_OUT"/*.log "$PHP_OUT"/*.out >&2
			die "the PHP peer does not start"
		}
		sleep 0.05
	done
}

php_stop() {
	local p
	for p in "${PHP_PIDS[@]}"; do
		kill -QUIT "$p" 2>/dev/null || kill -TERM "$p" 2>/dev/null
	done
	for p in "${PHP_PIDS[@]}"; do
		wait "$p" 2>/dev/null
	done
	PHP_PIDS=()
}
