# web.sh - the screens' processes and the web server before them.
# shellcheck shell=bash disable=SC2034

# What has been built, as public/tokutei/office.
screens() { (cd "$CGI" && find public intranet -type f -perm -u+x) 2>/dev/null | sort; }

# The screens that conf/screens marks with a word: marked auth
marked() {
	awk -v word="$1" '!/^#/ {
		for (i = 2; i <= NF; i++)
			if ($i == word)
				print $1
	}' conf/screens
}

workers_of() {
	awk -v screen="$1" -v n="$WORKERS" '$1 == screen {
		for (i = 2; i <= NF; i++)
			if ($i ~ /^workers=/ && substr($i, 9) + 0 > n)
				n = substr($i, 9)
	} END { print n }' conf/screens
}

# One listening socket per screen, and a watcher that starts a process again
# that has crashed.
screens_start() {
	local s
	export SESSHU_CONF=$CONF/sesshu.hdf
	[ "$WEB" = nginx ] || return 0
	for s in $(screens); do
		mkdir -p "$RUN/${s%/*}"
		rm -f "$RUN/$s.sock"
		launch "$s" spawn-fcgi -n -M 0660 -s "$RUN/$s.sock" -- \
			/usr/bin/multiwatch -r 100 -s TERM \
			-f "$(workers_of "$s")" -- "$CGI/$s"
	done
}

sockets_there() {
	local s
	for s in $(screens); do
		[ -S "$RUN/$s.sock" ] || return 1
	done
}

nginx_listen() {
	printf 'listen %s:%s%s;' "$LISTEN" "$1" "${2:+ $2}"
	[ "$LISTEN" = 127.0.0.1 ] && [ -e /proc/net/if_inet6 ] &&
		grep -q '^00000000000000000000000000000001 ' /proc/net/if_inet6 &&
		printf ' listen [::1]:%s%s;' "$1" "${2:+ $2}"
}

# Which screens there are, and which are limited: nginx_maps FOLDER
nginx_maps() {
	local dir=$1 s word
	screens | sed 's,^\([a-z]*\)\(/.*\),\1\2 \1\2;,' >"$dir/screens.map"
	for s in $(marked index); do
		[ -x "$CGI/$s" ] && echo "${s%%/*}/ $s;"
	done >>"$dir/screens.map"
	for word in auth mail upload answer; do
		marked "$word" | sed 's/$/ $binary_remote_addr;/' >"$dir/$word.map"
	done
}

# Screens that take files need a place of their own in nginx, for a limit of
# their own.
upload_location() {
	local uploads
	uploads=$({ marked upload; marked answer; } | sed 's,^[a-z]*,,' | sort -u | paste -sd'|')
	[ -n "$uploads" ] && printf '%s\n' "
# Screens that take files.
location ~ ^($uploads)\$ {
	include $CONF/nginx/app.inc;
	client_max_body_size 21m;
	client_body_timeout 60s;
	fastcgi_read_timeout 120s;
}"
}

# Pages that are kept: of many who ask for one at once a single one reaches the
# program, and while it is made anew the others get the old one. A HEAD is kept
# beside its GET, because it has no body.
shared_paths() { marked shared | sed 's,^[a-z]*,,' | sort -u | paste -sd'|'; }
shared_location() {
	local shared
	shared=$(shared_paths)
	[ -n "$shared" ] && printf '%s\n' "
# Screens whose pages are the same for everybody.
location ~ ^($shared)\$ {
	include $CONF/nginx/app.inc;
	fastcgi_read_timeout 60s;
	fastcgi_param HTTP_COOKIE \"\";
	fastcgi_cache shared;
	fastcgi_cache_key \"\$request_method \$site\$uri?\$args\";
	fastcgi_cache_lock on;
	fastcgi_cache_lock_timeout 30s;
	fastcgi_cache_use_stale updating error timeout http_503;
	fastcgi_cache_background_update on;
}"
}

nginx_write() {
	local f names="$HOST localhost 127.0.0.1 [::1]"
	local FILL_NGINX_USER='' FILL_NGINX_WORKERS=1 FILL_HSTS=''
	local FILL_PUBLIC_NAMES=$names FILL_INTRANET_NAMES=$names
	local FILL_MAIL_NAMES=$names FILL_INTRANET_ALLOW=''
	local FILL_PUBLIC_LISTEN FILL_PUBLIC_LISTEN_DEFAULT FILL_MAIL_LISTEN
	local FILL_INTRANET_LISTEN FILL_INTRANET_LISTEN_DEFAULT
	local FILL_UPLOAD_LOCATION FILL_SHARED_LOCATION
	[ "$(id -u)" = 0 ] && FILL_NGINX_USER='user root;'
	[ "$HOST" = localhost ] && FILL_PUBLIC_NAMES='localhost 127.0.0.1 [::1]'
	FILL_INTRANET_NAMES=$FILL_PUBLIC_NAMES
	FILL_MAIL_NAMES=$FILL_PUBLIC_NAMES
	FILL_PUBLIC_LISTEN=$(nginx_listen "$PORT")
	FILL_PUBLIC_LISTEN_DEFAULT=$(nginx_listen "$PORT" default_server)
	FILL_INTRANET_LISTEN=$(nginx_listen "$INTRANET_PORT")
	FILL_INTRANET_LISTEN_DEFAULT=$(nginx_listen "$INTRANET_PORT" default_server)
	FILL_MAIL_LISTEN=$(nginx_listen "$MAIL_PORT")
	FILL_UPLOAD_LOCATION=$(upload_location)
	FILL_SHARED_LOCATION=$(shared_location)
	mkdir -p "$CONF/nginx"
	for f in conf/nginx/*.conf conf/nginx/*.inc; do
		fill "$f" "$CONF/nginx/${f##*/}"
	done
	nginx_maps "$CONF/nginx"
}

web_write() { "${WEB}_write"; }

nginx_command() { command -v nginx || echo /usr/sbin/nginx; }

nginx_start() {
	"$(nginx_command)" -q -t -e "$LOG/nginx-error.log" \
		-c "$CONF/nginx/main.conf" 2>"$LOG/nginx-test.log" || {
		cat "$LOG/nginx-test.log" >&2
		die "nginx refuses its configuration"
	}
	launch web "$(nginx_command)" -e "$LOG/nginx-error.log" \
		-c "$CONF/nginx/main.conf"
}

web_start() { "${WEB}_start"; }

# New configuration, same process.
web_reload() {
	web_write
	case $WEB in
	nginx) kill -HUP "${PID[web]}" ;;
	apache) kill -USR1 "${PID[web]}" ;;
	esac
}
