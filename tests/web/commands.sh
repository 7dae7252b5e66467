# commands.sh - make run, make install and the list of packages: what they say
# when something is in the way, and that they leave nothing behind.
. tests/lib.sh
. bin/lib/instance.sh

# Runs a command; what it says becomes the page.
says_and_fails() {
	local name=$1 text=$2
	shift 2
	URL=$name STATUS=-
	"$@" >"$T/page" 2>&1
	equal $? 1 "$name: fails"
	has "$text" "$name: says why"
}
port=${PUBLIC_URL##*:}
says_and_fails 'port taken' "port $port is taken" \
	env VAR="$T/a" PORT="$port" bin/run.sh
has 'PORT=9000' 'port taken: says what to do'
says_and_fails 'disk full' 'the disk is full' \
	env VAR="$T/a" PORT="$(free_ports)" MIN_FREE_MB=999999999 bin/run.sh
says_and_fails 'runs already' 'already runs' \
	env VAR="$INSTANCE" PORT="$(free_ports)" bin/run.sh
says_and_fails 'nothing built' 'type make' env VAR="$T/a" BUILD="$T/none" bin/run.sh

# A user who may not install, and a package that nobody has.
chmod 755 "$T"
mkdir -p "$T/fresh/bin" "$T/fresh/conf"
cp bin/packages.sh "$T/fresh/bin/"
printf '# package for\nno-such-package-for-sesshu|nor-this run\nmake run\n' \
	>"$T/fresh/conf/packages.debian"
chmod -R a+rX "$T/fresh"
nobody=
[ "$(id -u)" = 0 ] && nobody='setpriv --reuid=nobody --regid=nogroup --clear-groups'
# shellcheck disable=SC2086
says_and_fails 'package missing' 'apt-get install --no-install-recommends no-such-package-for-sesshu' \
	$nobody sh "$T/fresh/bin/packages.sh" run
sed -i '/no-such/d' "$T/fresh/conf/packages.debian"
# shellcheck disable=SC2086
is 'nothing is missing' $nobody sh "$T/fresh/bin/packages.sh" run

# --- An instance comes, keeps its data, and goes -------------------------------

own() { grep -lsxzF "VAR=$1" /proc/[0-9]*/environ; }
# Within five seconds nothing of it is left.
alone() { [ -z "$(own "$1")" ]; }
gone() { is "$2: no process is left" wait_until 5 alone "$1"; }
ask() { VAR=$1 bin/run.sh sql -N -B -e "$2"; }

var=$T/own
is 'an instance beside this one' instance_start "$var"
is 'its sockets are only for it and the web server' test "$(stat -c %a \
	"$(sed -n 's/^Database.Socket = \(.*\)\/db.sock$/\1/p' "$var/conf/sesshu.hdf" |
		tail -n 1)"/public/help/guide.sock)" = 660
ask "$var" 'CREATE TABLE kept (id INT PRIMARY KEY)'
instance_stop "$var"
gone "$var" 'stopped'

port=$(free_ports)
from=$(date +%s%N)
VAR=$var PORT=$port DEMO=0 bin/run.sh >"$T/page" 2>&1 &
wait_until 10 test -e "$var/ready"
took=$((($(date +%s%N) - from) / 1000000))
# Three seconds, when the machine has nothing else to do.
read -r load _ </proc/loadavg
is "the second start took $took ms" test "$took" -lt \
	$((3000 * (2 * $(nproc) + ${load%.*}) / (2 * $(nproc))))
equal "$(ask "$var" 'SELECT COUNT(*) FROM kept')" 0 'and kept the data'
kill -KILL "$!"
gone "$var" 'killed'

VAR=$var PORT=$port DEMO=0 bin/run.sh >"$T/page" 2>&1 &
rm -f "$var/ready"
wait_until 10 test -e "$var/ready"
kill -KILL "$(cat "$(dirname "$(sed -n 's/^Database.Socket = //p' \
	"$var/conf/sesshu.hdf" | tail -n 1)")/db.pid")"
wait "$!"
equal $? 1 'a part that ends ends all'
has 'database has ended' 'and is named'
gone "$var" 'after that'

# --- make new-screen ---------------------------------------------------------

says_and_fails 'a name that is none' 'small letters' bin/new-screen.sh Public/../x
says_and_fails 'a screen that is there' 'is there already' \
	bin/new-screen.sh public/help/guide
# In a copy, with what has been built: it compiles and passes its own test.
if [ "$BUILD" = "$PWD/build" ]; then
	mkdir "$T/copy" "$T/copy/build"
	tar -c --exclude=./build --exclude=./var --exclude=./.git \
		--exclude=node_modules . | tar -x -C "$T/copy"
	cp -a build/obj build/gen build/lib build/bin build/cgi-bin build/flags \
		"$T/copy/build/"
	is 'a new screen' bash -c "cd '$T/copy' && exec bin/new-screen.sh public/help/hello"
	is 'compiles' env -i PATH="$PATH" make -C "$T/copy" all
	is 'and passes its test' env -i PATH="$PATH" \
		"$T/copy/tests/run.sh" tests/web/public/help/hello.sh
	is 'its layout is ours' clang-format --dry-run -Werror \
		"$T/copy/cgi-bin/public/help/hello.c"
fi

# --- make install ----------------------------------------------------------------

into=$T/dest
is 'make install' env SYSCONFDIR="$into/etc" bash bin/install.sh "$BUILD" '' "$into/usr"
is 'the programs find their library' env SESSHU_CONF="$into/etc/sesshu/sesshu.hdf" \
	"$into/usr/bin/sesshuctl" help
isnt 'every setting is filled in' grep -rnE '@[A-Z_]+@' "$into/etc" "$into/usr/lib/systemd"
echo '# mine' >>"$into/etc/sesshu/sesshu.hdf"
SYSCONFDIR=$into/etc bash bin/install.sh "$BUILD" '' "$into/usr" >"$T/page"
has 'sesshu.hdf.new' 'what was changed stays, the new file is put beside it'
is 'it is still mine' grep -q '^# mine' "$into/etc/sesshu/sesshu.hdf"
for s in public intranet; do
	is "$s: TLS is on, and HSTS" sh -c "
		grep -q 'ssl_certificate ' '$into/etc/sesshu/nginx/$s.conf' &&
		grep -q '^add_header Strict-Transport-Security' \
			'$into/etc/sesshu/nginx/headers.inc'"
done
if command -v systemd-analyze >/dev/null; then
	for u in sesshu-public@ sesshu-intranet@ sesshu-worker; do
		is "$u is shut in" systemd-analyze security --offline=true \
			--threshold=15 "$into/usr/lib/systemd/system/$u.service"
	done
fi
if command -v openssl >/dev/null; then
	mkdir "$into/etc/sesshu/tls"
	for s in public intranet; do
		openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=x \
			-keyout "$into/etc/sesshu/tls/$s.key" \
			-out "$into/etc/sesshu/tls/$s.pem" 2>/dev/null
	done
	{
		echo "pid $into/pid; events {} http {"
		for f in http public intranet; do
			sed 's,/var/log/nginx,/tmp,g' "$into/etc/sesshu/nginx/$f.conf" \
				>"$into/$f.conf"
			echo "include $into/$f.conf;"
		done
		echo "}"
	} >"$into/nginx.conf"
	sed -i "s,/tmp/access.log,$into/access.log," "$into/http.conf"
	is 'nginx takes its configuration' "$(command -v nginx || echo /usr/sbin/nginx)" \
		-t -e "$into/error.log" -c "$into/nginx.conf"
fi
end
