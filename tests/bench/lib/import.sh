# import.sh - a workbook of 50,000 offices: read, and stored.
# shellcheck shell=bash

IMPORT_ROWS=50000

ours_import() {
	SESSHU_CONF=$INSTANCE/conf/owner.hdf timeout 300 \
		"$BUILD/bin/sesshuctl" import-offices "$@"
}

# One file for as long as its script, the template and the data stay the same.
make_workbook() {
	local stamp
	ours_import --template="$OUT/template.xlsx" || die "no template"
	stamp=$(cat "$BENCH/make_workbook.py" sql/data/city.tsv \
		sql/data/business_type.tsv lib/workbook/*.c | cksum | tr ' ' -)
	WORKBOOK=$OUT/offices-$stamp.xlsx
	[ -e "$WORKBOOK" ] && return
	rm -f "$OUT"/offices-*.xlsx
	/usr/bin/python3 -B "$BENCH/make_workbook.py" "$OUT/template.xlsx" \
		sql/data "$IMPORT_ROWS" "$WORKBOOK.new" ||
		die "the workbook could not be made"
	mv "$WORKBOOK.new" "$WORKBOOK"
}

# import_round NAME LINE: all rows without a mistake, or it is no figure.
import_round() {
	[ "$(word_of rows "$2")" = "$IMPORT_ROWS" ] &&
		[ "$(word_of errors "$2")" = 0 ] || die "import: $2"
	add "$1" "$(word_of ms "$2")"
	add memory "$(mib "$(word_of peak_kib "$2")")"
}

mib() { awk -v k="$1" 'BEGIN { printf "%.1f", k / 1024 }'; }

# Storing is measured less often: each round leaves 50,000 offices behind.
bench_import() {
	local i line rounds=$ROUNDS o_read='' o_store='' memory='' t_ms='' t_memory=''
	wanted import-50k-read import-50k import-50k-memory || return 0
	make_workbook
	[ "$rounds" -le 3 ] || rounds=3
	for ((i = 0; i < rounds; i++)); do
		line=$(ours_import --read-only --file="$WORKBOOK") ||
			die "import-50k-read: $line"
		import_round o_read "$line"
		if wanted import-50k import-50k-memory; then
			line=$(ours_import --file="$WORKBOOK" \
				--new="bench$i@example.jp") || die "import-50k: $line"
			import_round o_store "$line"
		fi
		line=$(timeout 300 /usr/bin/python3 -B \
			"$BENCH/peers/openpyxl/read.py" "$WORKBOOK") ||
			die "openpyxl: $line"
		add t_ms "$(word_of ms "$line")"
		add t_memory "$(mib "$(word_of peak_kib "$line")")"
	done
	figure import-50k-read openpyxl-read ms less 5.0 "$o_read" "$t_ms"
	figure import-50k openpyxl-read ms less 2.0 "$o_store" "$t_ms"
	figure import-50k-memory openpyxl-read MiB less - "$(highest $memory)" "$t_memory"
	awk -v m="$(highest $memory)" 'BEGIN { exit !(m < 64) }' || {
		note "import-50k-memory is to stay under 64 MiB"
		MISSED=$((MISSED + 1))
	}
}

highest() { printf '%s\n' "$@" | sort -g | tail -n 1; }
