#!/bin/bash
# new-screen.sh - a page to start from, that passes the tests as it is.
#
#	bin/new-screen.sh public/help/hello       (make new-screen NAME=…)
#
# Copies bin/new-screen/: the program, its template, its wording, its test; and
# adds its line to the rights table, which lets everybody in.
set -eu
cd "$(dirname "$0")/.."
NAME=${1:-}
if ! [[ $NAME =~ ^(public|intranet)/[a-z]+/[a-z][a-z0-9]*$ ]]; then
	echo "new-screen: NAME is site/area/screen in small letters and digits:" \
		"make new-screen NAME=public/help/hello" >&2
	exit 1
fi
LAST=${NAME##*/} PATHNAME=${NAME#*/}

declare -A to=(
	[screen.c]=cgi-bin/$NAME.c [page.cst]=templates/$NAME.cst
	[words.hdf]=templates/messages/$LAST.hdf [test.sh]=tests/web/$NAME.sh
)
for f in "${to[@]}"; do
	if [ -e "$f" ]; then
		echo "new-screen: $f is there already" >&2
		exit 1
	fi
done
for f in "${!to[@]}"; do
	mkdir -p "$(dirname "${to[$f]}")"
	sed -e "s,@NAME@,$NAME,g" -e "s,@PATH@,$PATHNAME,g" -e "s,@LAST@,$LAST,g" \
		-e "s,@DOTS@,${NAME//\//.},g" bin/new-screen/"$f.in" >"${to[$f]}"
	echo "  ${to[$f]}"
done
printf '%s\t*\tanyone\t*\n' "$NAME" >>lib/account/rights.tsv
echo "  lib/account/rights.tsv: who may do what; now everybody"
echo "Next: make, then tests/run.sh ${to[test.sh]}; read cgi-bin/README.md."
