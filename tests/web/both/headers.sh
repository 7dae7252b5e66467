# headers.sh - what every answer carries, whoever gives it (security HD-01, 02, 05).
. tests/lib.sh

csp="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /csp-report"

# all_headers WHAT: the last answer carries them, each once.
all_headers() {
	equal "$(grep -ci '^content-security-policy:' "$T/head")" 1 "$1: one policy"
	header Content-Security-Policy "$csp" "$1: the policy byte for byte"
	header X-Content-Type-Options nosniff "$1: nosniff"
	header Referrer-Policy same-origin "$1: referrer policy"
	header Cross-Origin-Opener-Policy same-origin "$1: opener policy"
	header Cross-Origin-Resource-Policy same-origin "$1: resource policy"
	header X-Frame-Options DENY "$1: no frames"
	header Permissions-Policy 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' \
		"$1: permissions"
	isnt "$1: no HSTS without TLS" grep -qi '^strict-transport' "$T/head"
	isnt "$1: no CORS" grep -qi '^access-control' "$T/head"
	isnt "$1: no version of a server" grep -qiE '^(server:.*/|x-powered-by)' "$T/head"
}

get public/
status 200 'the start page'
header Content-Type 'text/html; charset=UTF-8' 'the start page is HTML in UTF-8'
all_headers 'a page'

get public/no/such
status 404 'no such screen'
all_headers 'a 404'
has '見つかりません' 'the 404 is a page of ours'
header Cache-Control no-store 'a 404 is not kept'

request public/account/login --request PUT
status 405 'PUT'
all_headers 'a 405'

get "public$(sed -n 's/.*href="\(\/static\/app\.[0-9a-f]*\.css\)".*/\1/p' \
	<<<"$(curl -s "$PUBLIC_URL/")")"
status 200 'the style sheet by its name on the page'
header Cache-Control 'public, max-age=31536000, immutable' 'it is kept for good'
header Content-Type 'text/css; charset=utf-8' 'it is CSS'
all_headers 'a style sheet'

get public/static/app.css
status 200 'the style sheet of the error pages'
header Cache-Control no-cache 'it is asked for again'

get intranet/account/login
status 200 'staff: the login page'
all_headers 'a page for staff'

post public/csp-report x=y
status 204 'a report of a browser is taken'
end
