# Turns rights.tsv into the table of rights.h.
BEGIN {
	FS = "\t"
	print "/* Made by rights.awk from rights.tsv. */\n#include \"account/rights.h\"\n\nconst struct right rights[] = {"
}
/^#/ || /^[ \t]*$/ { next }
NF != 4 { print FILENAME ":" FNR ": four columns, parted by tabs" >"/dev/stderr"; exit 1 }
$1 !~ /^(public|intranet)\/[a-z]+\/[a-z0-9-]+$/ { print FILENAME ":" FNR ": not a screen" >"/dev/stderr"; exit 1 }
{ printf "\t{ \"%s\", \"%s\", \"%s\", \"%s\" },\n", $1, $2, $3, $4 }
END { print "};\nconst size_t nrights = sizeof(rights) / sizeof(rights[0]);" }
