# layers.awk - a folder of lib may include itself and folders of a lower rank;
# folders of one rank do not know each other.
#
#	awk -f layers.awk lib/*/*.[ch]
BEGIN {
	n = split("base:1 text:2 db:2 form:3 http:3 doc:4 mail:4 master:4 worker:4 " \
	          "account:5 tokutei:6 workplace:6 vrs:6 navi:6 help:6 web:6 " \
	          "register:6 " \
	          "signin:7 workbook:7 review:7 missing:7 message:7 handover:7 transfer:7 inquiry:8 registered:8 asof:8 " \
	          "parts:9", l)
	for (i = 1; i <= n; i++) {
		split(l[i], p, ":")
		rank[p[1]] = p[2]
	}
}
FNR == 1 {
	k = split(FILENAME, part, "/")
	own = part[k - 1]
	if (!(own in rank)) {
		print FILENAME ": a folder without a rank"
		bad = 1
	}
}
/^#include "/ {
	split($2, inc, /["\/]/)
	if (inc[2] != own && inc[2] != "sql" && rank[inc[2]] >= rank[own]) {
		print FILENAME ":" FNR ": " own " must not know " inc[2]
		bad = 1
	}
}
END { exit bad }
