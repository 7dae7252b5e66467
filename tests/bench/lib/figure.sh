# figure.sh - what is printed: one line a figure, and a table of all.
# shellcheck shell=bash

# Is one of these figures asked for?
wanted() {
	local name
	[ -n "$ONLY" ] || return 0
	for name; do
		[ "$name" = "$ONLY" ] && return 0
	done
	return 1
}

# The value of a word in a line such as rows=1 ms=2: word_of NAME LINE
word_of() { sed -n "s/.*\\b$1=\\([0-9]*\\).*/\\1/p" <<<"$2"; }

# median N…: the middle one, or the mean of the two in the middle.
median() {
	printf '%s\n' "$@" | sort -g | awk '
		{ v[NR] = $1 }
		END {
			m = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2
			printf m >= 100 ? "%.0f" : "%.2f", m
		}'
}

# spread N…: lowest and highest.
spread() {
	printf '%s\n' "$@" | sort -g | awk '
		NR == 1 { low = $1 } { high = $1 }
		END { f = high >= 100 ? "%.0f" : "%.2f"; printf f "–" f, low, high }'
}

# ratio A B: A/B with two digits; - if there is nothing to divide.
ratio() {
	awk -v a="$1" -v b="$2" 'BEGIN {
		if (a + 0 == 0 || b + 0 == 0) print "-"; else printf "%.2f", a / b
	}'
}

table_open() {
	TABLE=$OUT/table.md
	MISSED=0
	: >"$TABLE"
	{
		printf '| figure | peer | ours | theirs | ratio | wanted | unit | ours from–to | theirs from–to |\n'
		printf '| --- | --- | ---: | ---: | ---: | ---: | --- | --- | --- |\n'
	} >>"$TABLE"
}

# figure NAME PEER UNIT BETTER WANTED "OURS…" "THEIRS…": better more or less;
# wanted a ratio, or - ; the numbers are those of the rounds.
figure() {
	local name=$1 peer=$2 unit=$3 better=$4 want=$5 ours theirs r
	wanted "$name" || return 0
	# shellcheck disable=SC2086
	ours=$(median $6)
	theirs=-
	r=-
	if [ "$peer" != - ]; then
		# shellcheck disable=SC2086
		theirs=$(median $7)
		case $better in
		more) r=$(ratio "$ours" "$theirs") ;;
		less) r=$(ratio "$theirs" "$ours") ;;
		esac
	fi
	printf 'bench %s vs %s ours=%s theirs=%s ratio=%s unit=%s\n' \
		"$name" "$peer" "$ours" "$theirs" "$r" "$unit"
	# shellcheck disable=SC2086
	printf '| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n' "$name" "$peer" \
		"$ours" "$theirs" "$r" "$want" "$unit" "$(spread $6)" \
		"$([ "$peer" = - ] || spread $7)" >>"$TABLE"
	[ "$want" = - ] || awk -v r="$r" -v want="$want" \
		'BEGIN { exit !(r + 0 >= want) }' || MISSED=$((MISSED + 1))
}

note() {
	echo "# $*"
	NOTES="${NOTES:-}- $*"$'\n'
}

# build/bench.md, only when everything was measured; else the last whole one
# stays.
table_close() {
	local to=$BUILD/bench.md
	[ -z "$ONLY" ] || to=$OUT/bench-$ONLY.md
	{
		printf '# Benchmarks\n\n'
		printf '%s, %s, %s cores, %s rounds of %s s, %s workers a screen.\n\n' \
			"$(date -u '+%Y-%m-%d %H:%M UTC')" \
			"$(git rev-parse --short HEAD 2>/dev/null || echo '?')" \
			"$(nproc)" "$ROUNDS" "$SECONDS_EACH" "$WORKERS"
		cat "$TABLE"
		printf '\nMedians of the rounds; ours and theirs in turn. A ratio above 1 is in our favour.\n\n'
		printf '%s' "${NOTES:-}"
	} >"$to"
	[ "$MISSED" = 0 ] || echo "# $MISSED figures are below what is wanted"
	echo "# table: $to"
}

# below NAME WANTED UNIT "ROUNDS…": less is better, and it has to stay below what
# is wanted; it stands for itself and has no ratio.
below() {
	local name=$1 want=$2 unit=$3 ours
	wanted "$name" || return 0
	# shellcheck disable=SC2086
	ours=$(median $4)
	printf 'bench %s vs - ours=%s theirs=- ratio=- unit=%s\n' "$name" "$ours" \
		"$unit"
	# shellcheck disable=SC2086
	printf '| %s | - | %s | - | - | < %s | %s | %s |  |\n' "$name" "$ours" \
		"$want" "$unit" "$(spread $4)" >>"$TABLE"
	awk -v g="$ours" -v want="$want" 'BEGIN { exit !(g + 0 < want) }' ||
		MISSED=$((MISSED + 1))
}
