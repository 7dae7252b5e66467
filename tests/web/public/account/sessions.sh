# sessions.sh - ログインの記録: one's own logins, and how to end them.
. tests/lib.sh
. tests/account.sh
me=$(someone sessions)
account_make "$me"
other=$(someone other)
account_make "$other"

get public/account/sessions
leads_to /account/login 'nobody has logins'

phone='Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 Version/17.1 Mobile/15E148 Safari/604.1'
browser phone
get public/account/login
request public/account/login --user-agent "$phone" --header "Origin: $PUBLIC_URL" \
	--data-urlencode "token=$(value_of token)" --data act=login \
	--data-urlencode "login=$me" --data "password=$PASSWORD"
leads_to /tokutei/home 'a login by telephone'
browser desk
login "$me" wrong-1-wrong
login "$me"
get public/account/sessions
status 200 'the page of my logins'
says 'Safari (iPhone)' 'SE-08 it names the telephone'
says '127.0.0.1' 'and the address'
says 'パスワードの誤り' 'and the failure'
has 'この画面' 'and says which one is this one'

# The form of the row that is not this one.
theirs=$(sql "SELECT LOWER(HEX(s.public_id)) FROM session s JOIN account a
                ON a.id = s.account WHERE a.login = '$me'
                AND s.device LIKE '%iPhone%'")
browser stranger
login "$other"
get public/account/sessions
post public/account/sessions act=end "id=$theirs"
status 404 "AZ-02 somebody else's session: as if it were not there"
get public/account/sessions
post public/account/sessions act=end "id=$(printf '0%.0s' {1..32})"
status 404 'AZ-02 just as one that is not'
browser phone
get public/account/sessions
status 200 'it has not ended'
browser desk
get public/account/sessions
post public/account/sessions act=end "id=$theirs"
leads_to /account/sessions 'SE-08 one of mine'
follow
says 'ログインを終わらせました' 'SE-08 ends'
browser phone
get public/account/sessions
leads_to /account/login 'SE-08 at its next request'

# --- SE-08: on the host ---------------------------------------------------------------------------
browser phone
login "$me"
is 'SE-08 the administrator ends the logins of one' \
	sesshuctl end-sessions --login "$me"
get public/account/sessions
leads_to /account/login 'SE-08 they have ended'
browser stranger
get public/account/sessions
status 200 'SE-08 those of others have not'
is 'SE-08 the administrator ends all' sesshuctl end-sessions --all
get public/account/sessions
leads_to /account/login 'SE-08 all have ended'
isnt 'SE-08 a login that nobody has' sesshuctl end-sessions --login nobody
browser desk
login "$me"

# --- 心当たりがない ---------------------------------------------------------------------------
browser phone
login "$me"
link_make reset "$me"
old=$LINK
browser desk
get public/account/sessions
post public/account/sessions act=disown
leads_to /account/login 'it was not me: to the login'
follow
says 'すべてのログインを終わらせました' 'which says what happened'
browser phone
get public/account/sessions
leads_to /account/login 'all sessions have ended'
login "$me"
leads_to /account/login 'the password, which another may know, opens nothing'
get "public$old"
says 'このリンクは使えなくなりました' 'links from before have ended'
mail_wait "$me" 'すべてのログインの終了'
get "$(mail_link account/open)"
follow
submit public/account/reset act=set password=hamabe-no-7kaze again=hamabe-no-7kaze
leads_to /account/login 'the link of the mail sets a new one'
login "$me" hamabe-no-7kaze
leads_to /tokutei/home 'which opens again'
desk=$(conf Mail.Desk)
[ -z "$desk" ] || {
	mail_wait "$desk" '心当たりのないログイン'
	mail_has 'サンプル商事' 'the help desk is told which company'
	isnt 'PD-06 and no address' grep -qF "$me" <<<"$(mail_text)"
}
end
