# hats.sh - 担当の切り替え: somebody of the staff with several roles.
. tests/lib.sh
. tests/account.sh
. tests/desk.sh

draft_ready
draft_send
login=hats.$$.$RANDOM
me=$login@example.jp
sesshuctl create-staff --login "$login" --mail "$me" --org mof \
	--role reviewer --name '見本 花子' >"$T/out"
account_password "$login"
is 'one more role' sesshuctl add-role --login "$login" --org mhlw --role registrar
isnt 'not twice' sesshuctl add-role --login "$login" --org mhlw --role registrar
isnt 'not for nobody' sesshuctl add-role --login "no$login" --org mhlw --role registrar
isnt 'not for a company' sesshuctl add-role --login "$ME" --org mhlw --role registrar
isnt 'no role that is none' sesshuctl add-role --login "$login" --org mhlw --role king

browser staff
get intranet/account/hats
leads_to /account/login 'nobody has a hat'
get intranet/account/login
submit intranet/account/login act=login "login=$login" "password=$PASSWORD"
follow
mail_wait "$me"
get intranet/account/hats
leads_to /account/passcode 'not before the code'
follow
submit intranet/account/passcode act=check "code=$(mail_code)"
follow
says '財務省' 'for whom one acts'
has 'href="/account/hats"' 'the way to switch'
get "intranet/tokutei/application?id=$APP"
status 404 'the first hat: an application of another ministry is not there'
get intranet/account/hats
says '担当府省庁' 'the roles'
to=$(grep -oE 'wear:[0-9a-f]{32}' "$T/page" | head -n 1)
cp "$T/page" "$T/page.hats"
post intranet/account/hats "act=$to" role=administrator
status 404 'a role that one does not have'
cp "$T/page.hats" "$T/page"
post intranet/account/hats "act=$to" role=registrar
leads_to /home/index 'the other hat'
follow
equal "$(sql "SELECT s.role FROM session s JOIN account a ON a.id = s.account
	      WHERE a.login = '$login'")" registrar 'is on'
get "intranet/tokutei/refusal?id=$APP"
isnt 'and opens what the first one may not' test "$STATUS" = 403
end
