# apache.sh - Apache with mod_fcgid in front of the screens, which it starts.
# shellcheck shell=bash disable=SC2034

apache_modules() {
	local m
	for m in mpm_event authz_core mime alias rewrite dir \
		env setenvif headers reqtimeout allowmethods unique_id filter \
		deflate cache cache_disk fcgid; do
		echo "LoadModule ${m}_module /usr/lib/apache2/modules/mod_$m.so"
	done
}

apache_write() {
	local f
	local FILL_HOST=$HOST FILL_APACHE_ALIAS='ServerAlias localhost 127.0.0.1'
	local FILL_NOTHING=$TMP/nothing FILL_APACHE_MODULES FILL_APACHE_HSTS=''
	local FILL_APACHE_LISTEN="Listen $LISTEN:$PORT
Listen $LISTEN:$INTRANET_PORT
Listen $LISTEN:$MAIL_PORT"
	local FILL_PUBLIC_VHOST="*:$PORT" FILL_INTRANET_VHOST="*:$INTRANET_PORT"
	local FILL_PUBLIC_HOST=$HOST FILL_INTRANET_HOST=$HOST
	local FILL_MAIL_PORT=$MAIL_PORT FILL_PUBLIC_TLS='' FILL_INTRANET_TLS=''
	local FILL_PUBLIC_INDEX FILL_INTRANET_INDEX FILL_APACHE_SHARED
	FILL_APACHE_MODULES=$(apache_modules)
	FILL_PUBLIC_INDEX=$(marked index | sed -n 's,^public/,,p')
	FILL_INTRANET_INDEX=$(marked index | sed -n 's,^intranet/,,p')
	FILL_APACHE_SHARED=$(shared_paths)
	mkdir -p "$CONF/apache" "$RUN/fcgid" "$TMP/nothing"
	for f in conf/apache/*.conf conf/apache/*.inc; do
		fill "$f" "$CONF/apache/${f##*/}"
	done
}

# Apache serves nothing as root. A root who types make run gets one that runs
# as nobody and may still read the checkout: it keeps the right to pass by file
# modes, and no other.
apache_user() {
	[ "$(id -u)" = 0 ] || return 0
	local can=-all,+dac_override,+dac_read_search
	echo "setpriv --reuid=nobody --regid=nogroup --clear-groups" \
		"--inh-caps=$can --ambient-caps=$can --bounding-set=$can"
}

apache_start() {
	local program
	program=$(command -v apache2 || echo /usr/sbin/apache2)
	[ -x "$program" ] && [ -e /usr/lib/apache2/modules/mod_fcgid.so ] ||
		die "Apache or mod_fcgid is missing: bin/packages.sh apache"
	"$program" -t -f "$CONF/apache/main.conf" >"$LOG/apache-test.log" 2>&1 || {
		cat "$LOG/apache-test.log" >&2
		die "Apache refuses its configuration"
	}
	# shellcheck disable=SC2046
	launch web $(apache_user) "$program" -D FOREGROUND \
		-f "$CONF/apache/main.conf"
}
