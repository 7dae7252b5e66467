# trouble.sh - a program is killed, the database goes away: what people see, and
# that it passes (security PR-05, AU-26, OUT-07).
. tests/lib.sh

screen=public/help/guide
get $screen
status 200 'the guide'
# shellcheck disable=SC2046
kill -KILL $(processes_of $screen)
wait_until 5 answers 200 $screen
status 200 'a killed program is started again'

part stop $screen
get "$screen?t=canary-of-a-token"
status 503 'without its program a page is away'
header Retry-After 60 'it says when to come back'
has '<html lang="ja">' 'on a page of ours'
isnt 'that names no program' grep -qi nginx "$T/page"
part start $screen
get $screen
status 200 'and is there again'

part stop database
get 'public/account/open?t=canary-of-a-token'
status 503 'without the database'
has '<html lang="ja">' 'a page of ours'
for word in sql SQL mariadb socket errno /lib/ .c: canary; do
	hasnt "$word" "it says nothing of $word"
done
get public/static/app.css
status 200 'what is on disk still comes'
part start database
get public/account/login
status 200 'the programs connect again by themselves'

logs_hide canary-of-a-token 'no log has the token'
end
