. tests/lib.sh
me=$(someone start)

get public/account/start
status 200
says '初めての方へ' 'the page that a newcomer opens'
has 'autocomplete="email"' 'the browser may fill the address in'
submit public/account/start act=send
leads_to /account/start 'an empty form leads back'
follow
says 'E-mailアドレスを入力してください' 'and says what is missing'
has 'href="#mail"' 'the summary leads to the control'
submit public/account/start act=send "mail=$me" again=other@example.jp
follow
says '2つのE-mailアドレスが違っています' 'two addresses that differ are told'
equal "$(value_of mail)" "$me" 'what was typed is still there'
submit public/account/start act=send "mail=$me" "again=$me"
leads_to /account/start 'two equal ones are taken'
hasnt "$me" 'PD-06 no address in the address'
follow
says 'メールを確認してください' 'the answer page'
end
