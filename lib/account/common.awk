# Turns context.txt and common.txt, in this order, into the tables of guess.h.
function quoted(s) { gsub(/["\\]/, "\\\\&", s); return "\"" s "\"" }
BEGIN {
	print "/* Made by common.awk from context.txt and common.txt. */"
	print "#include \"account/guess.h\"\n\nconst char *const context_words[] = {"
}
FNR == 1 && NR > 1 { print "};\nconst char common_words[][COMMON_SIZE] = {"; common = 1 }
/^#/ || $0 == "" { next }
common && length($0) > 15 { print FILENAME ":" FNR ": too long" >"/dev/stderr"; exit bad = 1 }
common && (before "") >= ($0 "") { print FILENAME ":" FNR ": not in order" >"/dev/stderr"; exit bad = 1 }
common { before = $0; ncommon++ }
!common { ncontext++ }
{ print "\t" quoted($0) "," }
END {
	if (!bad)
		print "};\nconst size_t ncontext_words = " ncontext ", ncommon_words = " ncommon ";"
}
