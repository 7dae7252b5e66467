. tests/lib.sh
. tests/draft.sh

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
end
