# portal.sh - the front page of the public site.
. tests/lib.sh

get public/
status 200 'the front page is the portal'
has '<h1>特定接種の登録申請</h1>' 'it says what this is'
has 'href="/account/start"' 'it leads newcomers to their first page'
has 'href="/account/login"' 'and the others to the login'
has 'href="/tokutei/template"' 'and to the Excel template'
get public/tokutei/portal
status 200 'it has a name of its own as well'
end
