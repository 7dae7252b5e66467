# passcode.sh - 確認番号 on the public site: municipalities and prefectures.
. tests/lib.sh
. tests/account.sh
me=$(someone town)
account_make "$me" municipality municipality

login "$me"
leads_to /account/passcode 'a municipality is asked for a code'
follow
status 200
says '確認番号を送りました' 'the page'
mail_wait "$me" '確認番号'
submit public/account/passcode act=check "code=$(mail_code)"
leads_to /account/sessions 'the code opens'
equal "$(sql "SELECT CONCAT(stage, ' ', role, ' ', idle_seconds) FROM session s
               JOIN account a ON a.id = s.account WHERE a.login = '$me'")" \
	'full municipality 1800' 'SE-04 for 30 minutes without a request'
browser nobody
get public/account/passcode
leads_to /account/login 'nobody is asked for a code'
end
