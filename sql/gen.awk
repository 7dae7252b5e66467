# Turns a file of named statements into a header (want=h) or a table (want=c).
#   -- name: office_load :one
#   SELECT … WHERE public_id = :id;
# Lines that several have in common stand once, above them, and {their name}
# alone on a line stands for them:
#   -- part: office_columns
function die(text) { print FILENAME ":" FNR ": " text >"/dev/stderr"; bad = 1; exit 1 }
function finish(   i, list) {
	if (name == "") return
	sub(/[ \n]+$/, "", sql); sub(/;$/, "", sql)
	if (sql == "") die("statement " name " is empty")
	if (want == "h") {
		print "extern const struct query sql_" name ";"
	} else {
		if (nbind) {
			print "static const char *const binds_" name "[] = {"
			for (i = 1; i <= nbind; i++) print "\t\"" bind[i] "\","
			print "};"
		}
		printf "const struct query sql_%s = {\n\t.name = \"%s\",\n\t.text =\n", name, name
		gsub(/\\/, "\\\\", sql); gsub(/"/, "\\\"", sql); gsub(/\n/, "\\n\"\n\t\t\"", sql)
		printf "\t\t\"%s\",\n\t.kind = QUERY_%s,\n", sql, toupper(kind)
		if (nbind) printf "\t.binds = binds_%s,\n\t.nbinds = %d,\n", name, nbind
		print "};\n"
	}
	all[++nall] = name
	name = ""
}
# One line: ':x' outside quotes becomes '?'. Quotes may not span lines.
function take(line,   out, c, i, n, quote) {
	n = length(line); out = ""; quote = ""
	for (i = 1; i <= n; i++) {
		c = substr(line, i, 1)
		if (quote != "") { if (c == quote) quote = "" ; out = out c; continue }
		if (c == "'" || c == "`" || c == "\"") { quote = c; out = out c; continue }
		if (c == "?") die("a bare ?: give the bind a name")
		if (c == "-" && substr(line, i, 3) == "-- ") break
		if (c == ":" && substr(line, i + 1) ~ /^[a-z_]/) {
			match(substr(line, i + 1), /^[a-z_0-9]+/)
			bind[++nbind] = substr(line, i + 1, RLENGTH)
			out = out "?"; i += RLENGTH; continue
		}
		out = out c
	}
	if (quote != "") die("open quote")
	sub(/[ \t]+$/, "", out)
	return out
}
function put(line,   i, n, lines) {
	if (line ~ /^[ \t]*\{[a-z0-9_]+\}[ \t]*;?$/) {
		gsub(/[ \t{};]/, "", line)
		if (!(line in parts)) die("no part " line " above")
		n = split(parts[line], lines, "\n")
		for (i = 1; i <= n; i++) put(lines[i])
	} else
		sql = sql (sql == "" ? "" : "\n") take(line)
}
BEGIN {
	guard = "SQL_" toupper(stem) "_H"; gsub(/[^A-Z0-9_]/, "_", guard)
	print "/* Made by sql/gen.awk from sql/queries/" stem ".sql. */"
	if (want == "h") print "#ifndef " guard "\n#define " guard "\n#include \"db/query.h\""
	else print "#include \"sql/" stem ".h\"\n"
}
/^-- name:/ {
	finish()
	if ($0 !~ /^-- name: [a-z][a-z0-9_]* :(one|many|exec)$/) die("bad name line")
	name = $3; kind = substr($4, 2); sql = ""; nbind = 0
	if (name in seen) die("statement " name " twice")
	seen[name] = 1
	part = ""
	next
}
/^-- part:/ {
	finish()
	if ($0 !~ /^-- part: [a-z][a-z0-9_]*$/) die("bad part line")
	part = $3
	if (part in parts) die("part " part " twice")
	parts[part] = ""
	next
}
/^[ \t]*--/ { next }
/^[ \t]*$/ { next }
part != "" { parts[part] = parts[part] (parts[part] == "" ? "" : "\n") $0; next }
{
	if (name == "") die("SQL before a name")
	put($0)
}
END {
	if (bad) exit 1
	finish()
	id = stem; gsub(/[^a-z0-9]/, "_", id)
	if (want == "h") print "extern const struct query_file sql_file_" id ";\n#endif"
	else {
		print "static const struct query *const list[] = {"
		for (i = 1; i <= nall; i++) print "\t&sql_" all[i] ","
		print "};\nconst struct query_file sql_file_" id " = { \"" stem "\", list, sizeof(list) / sizeof(list[0]) };"
	}
}
