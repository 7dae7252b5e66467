#!/bin/sh
# packages.sh - installs what is missing of conf/packages.debian.
#
#	bin/packages.sh run|apache|check|bench|fuzz …
#
# Needs root, or a sudo that asks for no password; else it says what to type.
# Freshly installed services (database, web servers) are neither started nor
# left to be started at the next boot: Sesshu runs its own, on its own ports.
set -u
cd "$(dirname "$0")/.." || exit 1
want=" run ${*:-} "
case $want in *" check "*) want="$want apache " ;; esac

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
	echo "packages: this is no Debian system; what is needed stands in" \
		"conf/packages.debian" >&2
	exit 0
fi

# One line for each needed package: its alternatives, separated by blanks.
needed=$(while read -r name group unless; do
	case $name in '' | '#'*) continue ;; esac
	case $want in *" $group "*) ;; *) continue ;; esac
	[ -n "$unless" ] && command -v "$unless" >/dev/null && continue
	echo "$name" | tr '|' ' '
done <conf/packages.debian)

# shellcheck disable=SC2086
have=$(dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' \
	$needed 2>/dev/null | sed -n 's/^installed //p')
missing=$(echo "$needed" | while read -r first rest; do
	found=
	for p in $first $rest; do
		echo "$have" | grep -qE "(^| )$p( |,|\$)" && found=1
	done
	[ -n "$found" ] || echo "$first"
done | sort -u | tr '\n' ' ')
[ -n "$missing" ] || exit 0

# Without root, and without a password to ask for.
as_root=
if [ "$(id -u)" != 0 ]; then
	as_root=sudo
	if ! sudo -n true 2>/dev/null; then
		cat >&2 <<END
These Debian packages are missing:

  $missing

and may not be installed from here. As root, type this and try again:

  apt-get update && apt-get install --no-install-recommends $missing
END
		exit 1
	fi
fi

# The package scripts find these two before the real ones, and so start no
# service. apt gives its own PATH to them, hence the option.
fake=$(mktemp -d) && chmod 755 "$fake" || exit 1
trap 'rm -rf "$fake"' EXIT
for command in invoke-rc.d deb-systemd-invoke; do
	printf '#!/bin/sh\nexit 0\n' >"$fake/$command"
	chmod 755 "$fake/$command"
done

services="mariadb nginx apache2 php8.2-fpm"
enabled() {
	for s in $services; do
		systemctl is-enabled "$s" 2>/dev/null | grep -q '^enabled' && echo "$s"
	done
}
apt() {
	$as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
		-o DPkg::Path="$fake:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin" \
		-o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120 "$@"
}

echo "packages: installing $missing"
before=$(enabled)
# Lists that are absent or out of date are fetched, others are not.
# shellcheck disable=SC2086
apt --simulate install --no-install-recommends $missing >/dev/null 2>&1 ||
	apt update
# shellcheck disable=SC2086
if ! apt install --no-install-recommends $missing &&
	! { apt update && apt install --no-install-recommends $missing; }; then
	echo "packages: apt could not install: $missing" >&2
	exit 1
fi
for s in $(enabled); do
	case " $(echo "$before" | tr '\n' ' ') " in
	*" $s "*) ;;
	*) $as_root systemctl disable -q "$s" ;;
	esac
done
exit 0
