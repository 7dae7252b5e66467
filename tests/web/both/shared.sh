# shared.sh - pages that are the same for everybody are kept by the web server,
# whichever it is.
. tests/lib.sh

asked() { grep -c '"event":"request".*public/register/search' "$LOGFILE"; }
# nginx' programs write a log each, Apache's write into its own.
LOGFILE=$INSTANCE/log/public-register-search.log
[ "$WEB" = nginx ] || LOGFILE=$INSTANCE/log/apache-error.log
part stop worker

get 'public/register/search?name=ふたつの'
status 200
header Cache-Control 'public, max-age=60'
hasnt 'Set-Cookie'
is 'it has a hash' test -n "$(header_of ETag)"
tag=$(header_of ETag)
before=$(asked)
get 'public/register/search?name=ふたつの'
equal "$(asked)" "$before" 'the second request does not reach the program'
says '登録事業者を探す' 'and gets the page'
equal "$(grep -ci '^content-security-policy:' "$T/head")" 1 'with one policy'
get 'public/register/search?name=ふたつの' --header "If-None-Match: $tag"
status 304 'who has it is told so'
get 'public/register/search?name=ふたつの' --header 'Cache-Control: no-cache'
equal "$(asked)" "$before" 'however hard somebody presses'
request 'public/register/search?name=ふたつの' --head
status 200 'HEAD'
get 'public/register/search?name=ふたつの'
says '登録事業者を探す' 'which leaves no empty page behind'
before=$(asked)
browser other
get public/account/start
is 'a browser with a cookie' test -n "$(cookie sid)"
get 'public/register/search?name=ふたつの'
equal "$(asked)" "$before" 'gets the same page'
get 'public/register/search?name=みっつめ'
equal "$(asked)" $((before + 1)) 'another question is another page'
part start worker
sql "UPDATE register_stamp SET changes = changes + 1"
thrown_away() {
	get 'public/register/search?name=みっつめ'
	[ "$(asked)" -gt $((before + 1)) ]
}
is 'the worker throws it away when the register has changed' \
	wait_until 10 thrown_away
end
