. tests/lib.sh
. tests/draft.sh
. tests/account.sh

get public/tokutei/home
leads_to /account/login 'nobody has no home'

# --- A draft goes on where it was left ------------------------------------------

draft_open
get public/tokutei/home
status 200
says '入力の途中' 'the state in words'
has 'href="/tokutei/founder"' 'goes on with the first page'
draft_founder
get public/tokutei/home
has 'href="/tokutei/applicant"' 'then with the second'
draft_applicant
get public/tokutei/home
has 'href="/tokutei/offices"' 'then with the offices'
says 'サンプル商事株式会社' 'whose it is'
hasnt 'href="/tokutei/confirm"' 'there is nothing to check yet'
draft_office
get public/tokutei/home
has 'href="/tokutei/confirm"' 'then with the check page'
says '1件（20人）' 'how many offices and people'
hasnt '受付番号' 'no receipt yet'
hasnt '取下げ' 'nothing to withdraw'

# --- After sending ----------------------------------------------------------------

get public/tokutei/confirm
post public/tokutei/confirm act=send
get public/tokutei/home
says '受付済み' 'the state in words'
says "$(sql "SELECT receipt FROM application WHERE mail = '$ME'")" 'the receipt'
says '担当府省庁からの照会があれば' 'what comes next'
has 'href="/tokutei/application"' 'the application to be read'
has 'href="/tokutei/application?pdf=1"' 'and to be kept'
hasnt 'href="/tokutei/confirm"' 'nothing more to send'
get public/tokutei/offices
status 409 'nor to change'

# --- Asked back, but here by the link of the draft only -----------------------------

sql "UPDATE application SET state = 'under_inquiry' WHERE mail = '$ME'"
get public/tokutei/inquiry
status 403 'the link of the draft answers no inquiry'
get public/tokutei/home
says '照会に答える'
has 'href="/account/login?next=%2Ftokutei%2Finquiry"' 'so it begins with signing in'
sql "UPDATE account a JOIN application p ON p.account = a.id
	SET a.password = '$HASH' WHERE p.mail = '$ME'"
login_page='public/account/login?next=%2Ftokutei%2Finquiry'
get "$login_page"
status 200 'the form, and not the way back'
submit "$login_page" act=login "login=$(sql "SELECT a.login FROM account a
	JOIN application p ON p.account = a.id WHERE p.mail = '$ME'")" "password=$PASSWORD"
leads_to /tokutei/inquiry 'and goes on where they wanted to be'
get public/tokutei/home
has 'href="/tokutei/inquiry"' 'whoever has signed in goes there at once'
end
