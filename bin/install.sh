#!/bin/bash
# install.sh - make install: programs, templates and SQL into PREFIX, and the
# configuration for nginx, Apache, MariaDB and systemd, filled in, as examples.
#
#	bin/install.sh BUILD DESTDIR PREFIX
#
# In the environment: SYSCONFDIR (/etc), PUBLIC_NAME, INTRANET_NAME (the sites'
# host names), INTRANET_ADDRESS (the only one where staff's site listens). What
# the administrator has changed in SYSCONFDIR/sesshu is left alone: the new one
# is put beside it as NAME.new.
set -eu
umask 022
cd "$(dirname "$0")/.."
BUILD=$1 DESTDIR=$2 PREFIX=$3
: "${SYSCONFDIR:=/etc}" "${PUBLIC_NAME:=sesshu.example.jp}"
: "${INTRANET_NAME:=sesshu.intranet.example.jp}" "${INTRANET_ADDRESS:=127.0.0.1}"
. bin/lib/fill.sh
. bin/lib/web.sh

LIBDIR=$PREFIX/lib/sesshu
CONF=$SYSCONFDIR/sesshu
to=$DESTDIR$LIBDIR
etc=$DESTDIR$CONF
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT

# --- What runs -----------------------------------------------------------------

mkdir -p "$to/lib" "$to/bin" "$to/nothing" "$DESTDIR$PREFIX/bin"
rm -rf "$to/cgi-bin" "$to/templates" "$to/sql"
CGI=$(cd "$BUILD" && pwd)/cgi-bin
for s in $(screens); do
	mkdir -p "$to/cgi-bin/${s%/*}"
	install -m 755 "$CGI/$s" "$to/cgi-bin/$s"
done
install -m 644 "$BUILD/lib/libsesshu.so" "$to/lib/"
install -m 755 "$BUILD/bin/sesshuctl" "$to/bin/"
ln -sf ../lib/sesshu/bin/sesshuctl "$DESTDIR$PREFIX/bin/sesshuctl"
cp -R templates sql "$to/"
find "$to/templates" "$to/sql" -name README.md -delete

# --- How it is set -------------------------------------------------------------

# shellcheck disable=SC2034
production() {
	FILL_LIBDIR=$LIBDIR FILL_SYSCONFDIR=$SYSCONFDIR FILL_VAR=/var/lib/sesshu
	FILL_CONF=$CONF FILL_RUN=/run/sesshu FILL_CGI=$LIBDIR/cgi-bin
	FILL_STATIC=$LIBDIR/templates/static FILL_DB_NAME=sesshu
	FILL_LOG=/var/log/nginx FILL_TMP=/var/lib/sesshu/tmp
	FILL_RATE_ALL=10r/s FILL_RATE_AUTH=10r/m FILL_RATE_MAIL=3r/m
	FILL_RATE_UPLOAD=6r/m FILL_CONNECTIONS=20
	FILL_RATE_ANSWER=30r/m FILL_BURST_ANSWER=10
	FILL_BURST_ALL=40 FILL_BURST_AUTH=5 FILL_BURST_MAIL=2 FILL_BURST_UPLOAD=3
	FILL_HSTS='add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;'
	FILL_PUBLIC_NAMES=$PUBLIC_NAME FILL_INTRANET_NAMES=$INTRANET_NAME
	FILL_PUBLIC_LISTEN=$(tls 443 public)
	FILL_PUBLIC_LISTEN_DEFAULT='listen 443 ssl default_server; ssl_reject_handshake on; listen 80 default_server;'
	FILL_INTRANET_LISTEN=$(tls "$INTRANET_ADDRESS:443" intranet)
	FILL_INTRANET_LISTEN_DEFAULT="listen $INTRANET_ADDRESS:443 ssl default_server; ssl_reject_handshake on;"
	FILL_INTRANET_ALLOW="include $CONF/nginx/allow.inc;"
	FILL_UPLOAD_LOCATION=$(upload_location)
	FILL_SHARED_LOCATION=$(shared_location)
	FILL_CACHE=/var/cache/sesshu
	FILL_HARDENING=$(sed -e '/^#/d' -e "s,@LIBDIR@,$LIBDIR," conf/systemd/hardening.inc)
	FILL_WANTS=$(for s in $(screens); do
		echo "Wants=$(unit "$s")"
	done)
	FILL_IDENTIFIED_OWNER='IDENTIFIED VIA unix_socket'
	FILL_IDENTIFIED_PUBLIC=$FILL_IDENTIFIED_OWNER
	FILL_IDENTIFIED_INTRANET=$FILL_IDENTIFIED_OWNER
	FILL_IDENTIFIED_WORKER=$FILL_IDENTIFIED_OWNER
}
tls() {
	printf 'listen %s ssl http2; ssl_certificate %s; ssl_certificate_key %s;' \
		"$1" "$CONF/tls/$2.pem" "$CONF/tls/$2.key"
}
# shellcheck disable=SC2034
production_apache() {
	FILL_LOG=/var/log/apache2 FILL_NOTHING=$LIBDIR/nothing
	FILL_APACHE_ALIAS=
	FILL_PUBLIC_HOST=$PUBLIC_NAME FILL_INTRANET_HOST=$INTRANET_NAME
	FILL_PUBLIC_VHOST=*:443 FILL_INTRANET_VHOST=$INTRANET_ADDRESS:443
	FILL_PUBLIC_TLS=$(tls_apache public)
	FILL_INTRANET_TLS=$(tls_apache intranet)
	FILL_PUBLIC_INDEX=$(marked index | sed -n 's,^public/,,p')
	FILL_INTRANET_INDEX=$(marked index | sed -n 's,^intranet/,,p')
	FILL_APACHE_SHARED=$(shared_paths)
	FILL_APACHE_HSTS='Header always set Strict-Transport-Security "max-age=31536000; includeSubDomains"'
}
tls_apache() {
	printf 'SSLEngine on\n\tSSLProtocol -all +TLSv1.2 +TLSv1.3\n\tSSLCertificateFile "%s"\n\tSSLCertificateKeyFile "%s"' \
		"$CONF/tls/$1.pem" "$CONF/tls/$1.key"
}

# public/tokutei/office → sesshu-public@tokutei-office.socket
unit() {
	local rest=${1#*/}
	rest=${rest//-/\\x2d}
	echo "sesshu-${1%%/*}@${rest//\//-}.socket"
}

production
mkdir -p "$new/nginx" "$new/apache" "$new/mariadb"
for f in http.conf public.conf intranet.conf site.inc app.inc errors.inc \
	headers.inc; do
	fill "conf/nginx/$f" "$new/nginx/$f"
done
nginx_maps "$new/nginx"
printf '# Networks from which staff may come.\nallow 127.0.0.1;\ndeny all;\n' \
	>"$new/nginx/allow.inc"
sed -n '/^# Everywhere/,$p' conf/mariadb/sesshu.cnf |
	sed '1i # For /etc/mysql/mariadb.conf.d/90-sesshu.cnf\n[mariadbd]' \
		>"$new/mariadb/sesshu.cnf"
fill conf/mariadb/users.sql "$new/mariadb/users.sql"
sed -e "s,/usr/local/lib/sesshu,$LIBDIR," \
	-e "s,^\(Site.PublicUrl = \).*,\1https://$PUBLIC_NAME," \
	-e "s,^\(Site.IntranetUrl = \).*,\1https://$INTRANET_NAME," \
	-e "s,/etc/sesshu,$CONF," conf/sesshu.hdf >"$new/sesshu.hdf"

units=$DESTDIR$PREFIX/lib/systemd/system
mkdir -p "$units" "$DESTDIR$PREFIX/lib/sysusers.d" "$DESTDIR$PREFIX/lib/tmpfiles.d"
for f in conf/systemd/*.socket conf/systemd/*.service conf/systemd/*.target; do
	fill "$f" "$units/${f##*/}"
done
for s in $(screens); do
	n=$(WORKERS=1 workers_of "$s")
	[ "$n" -gt 1 ] || continue
	u=$(unit "$s")
	mkdir -p "$units/${u%.socket}.service.d"
	printf '[Service]\nEnvironment=WORKERS=%s\n' "$n" \
		>"$units/${u%.socket}.service.d/workers.conf"
done
cp conf/systemd/sysusers.conf "$DESTDIR$PREFIX/lib/sysusers.d/sesshu.conf"
cp conf/systemd/tmpfiles.conf "$DESTDIR$PREFIX/lib/tmpfiles.d/sesshu.conf"

production_apache
for f in common.conf public.conf intranet.conf site.inc errors.inc; do
	fill "conf/apache/$f" "$new/apache/$f"
done

# What is new goes in; what differs stays, and gets the new one beside it.
(cd "$new" && find . -type f) | while read -r f; do
	mkdir -p "$etc/${f%/*}"
	case $f in
	*.map) cp "$new/$f" "$etc/$f" ;;
	*)
		if [ ! -e "$etc/$f" ]; then
			cp "$new/$f" "$etc/$f"
		elif ! cmp -s "$new/$f" "$etc/$f"; then
			cp "$new/$f" "$etc/$f.new"
			echo "install: $CONF/${f#./} was changed here; the new one is" \
				"${f##*/}.new"
		fi
		;;
	esac
done
echo "install: programs in $LIBDIR, configuration in $CONF; $CONF/README says" \
	"what is left to do"
sed -e "s,@CONF@,$CONF,g" -e "s,@LIBDIR@,$LIBDIR,g" -e "s,@PREFIX@,$PREFIX,g" \
	conf/INSTALLED >"$etc/README"
