# sql.awk - rules for named statements (sql/queries/<area>/<noun>.sql).
#
#	awk -f sql.awk tests/lint/owned tests/… sql/queries/*/*.sql
#
# The first file lists the tables whose rows belong to somebody. A statement on
# one of them has a bind that the runner fills from the session (:my_…), or
# says why not, right below its name:
#
#	-- anyone: the worker sends mail for all
function complain(text) {
	print at ": " text
	bad = 1
}
function finish(   i, t, words, n) {
	if (name == "")
		return
	n = split(tolower(sql), words, /[^a-z0-9_:.*]+/)
	for (i = 1; i <= n; i++) {
		t = words[i]
		if (t in owned && words[i - 1] ~ /^(from|join|update|into)$/ &&
		    !excused && sql !~ /:my_/) {
			complain(name ": rows of " t " without :my_…")
			break
		}
	}
	for (i = 1; i <= n; i++) {
		t = words[i]
		if (t ~ /^(now|current_timestamp|sysdate|curdate|curtime|utc_timestamp|utc_date|unix_timestamp|localtime|localtimestamp)$/)
			complain(name ": " t " - the time is :now")
		if (t ~ /^(rand|uuid|get_lock|release_lock|sleep|benchmark|load_file|outfile|dumpfile|infile)$/)
			complain(name ": " t " is not for statements")
		if (t == "lock" && words[i + 1] == "tables")
			complain(name ": LOCK TABLES does not work on a cluster")
		if (t ~ /(^|\.)\*$/ && words[i - 1] != "count" && words[i - 1] !~ /^[0-9:a-z_.]+$/)
			complain(name ": columns are spelled out, never *")
		if (t == "select" && words[i + 1] ~ /^([a-z_0-9]+\.)?\*/)
			complain(name ": columns are spelled out, never *")
	}
	name = ""
}
FNR == NR {
	if ($1 !~ /^#/ && NF)
		owned[$1] = 1
	next
}
FNR == 1 {
	finish()
	if ($0 !~ /^-- [^ ]/ || $0 ~ /^-- name:/) {
		at = FILENAME ":1"
		complain("the first line says what the file is about")
	}
}
/^-- name:/ {
	finish()
	at = FILENAME ":" FNR
	name = $3
	if (name in seen)
		complain(name " stands in " seen[name] " too")
	seen[name] = FILENAME
	sql = part = ""
	excused = 0
	next
}
# Lines that several statements share; {name} stands for them.
/^-- part:/ {
	finish()
	part = $3
	parts[part] = ""
	next
}
/^-- anyone: ./ { excused = 1 }
/^[ \t]*--/ { next }
{
	line = $0
	gsub(/'[^']*'/, "''", line)
	sub(/-- .*/, "", line)
	while (match(line, /\{[a-z0-9_]+\}/))
		line = substr(line, 1, RSTART - 1) " " \
			parts[substr(line, RSTART + 1, RLENGTH - 2)] " " \
			substr(line, RSTART + RLENGTH)
	if (part != "")
		parts[part] = parts[part] " " line
	else
		sql = sql " " line
}
END {
	finish()
	exit bad
}
