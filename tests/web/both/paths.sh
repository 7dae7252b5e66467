# paths.sh - what exists, what does not, and how it may be asked for (security
# AR-01, CS-04, HD-05, HD-06, RL of sizes; architecture §5).
. tests/lib.sh

# One list of what must not be there, on both sites.
while read -r path; do
	for site in public intranet; do
		request "$site$path"
		case $STATUS in
		400 | 404) ok "$site: nothing at $path" ;;
		*) not_ok "$site: nothing at $path" "status $STATUS" ;;
		esac
	done
done <<'END'
/.git/config
/.env
/static/
/static/error/
/static/error/404.html
/static/../parts/page.cst
/static/..%2fparts%2fpage.cst
/static/app.css.map
/static/README.md
/static/app.nohash12.css
/error/404.html
/error/
/tokutei/
/tokutei
/tokutei/offices/
/tokutei/offices/x
/tokutei/office.c
/tokutei/office.cst
/tokutei/office.sock
/Tokutei/office
/tokutei/%6fffice/
/../tokutei/office.c
/cgi-bin/public/tokutei/office
/public/tokutei/office
/intranet/home/index
/conf/sesshu.hdf
/mails.jsonl
/server-status
//etc/passwd
END

# A path of one site does not exist on the other.
for screen in $(cd "$BUILD/cgi-bin/public" && find . -type f | sed 's,^\./,,'); do
	[ -e "$BUILD/cgi-bin/intranet/$screen" ] && continue
	request "intranet/$screen"
	status 404 "staff's site has no $screen"
done
for screen in $(cd "$BUILD/cgi-bin/intranet" && find . -type f | sed 's,^\./,,'); do
	[ -e "$BUILD/cgi-bin/public/$screen" ] && continue
	request "public/$screen"
	status 404 "the public site has no $screen"
done

for method in PUT DELETE OPTIONS TRACE PATCH; do
	request public/account/login --request "$method"
	status 405 "$method is not allowed"
done
request public/account/login --head
status 200 'HEAD is allowed'

request public/account/login --header 'Host: evil.example'
case $STATUS in
000 | 404) ok 'another host name gets nothing' ;;
*) not_ok 'another host name gets nothing' "status $STATUS" ;;
esac

head -c 150000 /dev/zero | tr '\0' a >"$T/big"
request public/account/login --request POST --header 'Expect:' \
	--header 'Sec-Fetch-Site: same-origin' --data-binary "@$T/big"
status 413 'a body of 150 kB is too large for a form'
request public/account/login --request POST --header 'Content-Type: text/xml' \
	--header 'Sec-Fetch-Site: same-origin' --data '<a/>'
status 415 'XML is no form'
request "public/account/login?$(head -c 9000 "$T/big")"
status 414 'an address of 9 kB is too long'
has '<html lang="ja">' 'and that is said on a page of ours'
end
