# address.sh - メールアドレスの確認: where notices go.
. tests/lib.sh
. tests/account.sh
me=$(someone address)
account_make "$me"

# address_link: a link for moved.…, as the sending of an application makes it.
address_link() {
	link_make address "$me"
	sql "UPDATE link SET mail = 'moved.$me',
	            expires_at = created_at + INTERVAL 60 MINUTE
	      WHERE id = $LINK_ID"
}
get public/account/address
leads_to /account/login 'nobody comes here without a link'
address_link
old=$LINK
get "public$LINK"
leads_to /account/address 'the link leads here'
follow
says "moved.$me" 'the page names the new address'
get public/account/reset
status 403 'it is no way to a password'
clock_set 3600
get "public$LINK"
says '期限（60分）が過ぎています' 'AU-21 and says so'
clock_set 0

address_link
browser again
get "public$old"
leads_to /account/address 'a second link beside it'
link_make reset "$me"
reset=$LINK
follow
submit public/account/address act=confirm
leads_to /account/login 'confirmed'
follow
says 'お知らせの送り先を変えました' 'which is said'
equal "$(sql "SELECT CONCAT(login, ' ', mail) FROM account WHERE login = '$me'")" \
	"$me moved.$me" 'notices go to the new address, the login id stays'
mail_wait "$me" 'メールアドレスの変更'
get "public$reset"
says 'このリンクは使えなくなりました' 'AU-23 links to the old mailbox have ended'
get "public$old"
says 'すでに使われています' 'AU-22 the link works once'

# --- together with the first password, as after sending ------------------------------------
for order in 'password address' 'address password'; do
	me=$(someone both)
	account_make "$me"
	sql "UPDATE account SET password = '' WHERE login = '$me'"
	link_make password "$me"
	password=$LINK
	address_link
	address=$LINK
	browser "both ${order%% *}"
	for what in $order; do
		get "public${!what}"
		follow
		status 200 "$order: the link for the $what works"
		[ $what = address ] && submit public/account/address act=confirm
		[ $what = password ] && submit public/account/reset act=set \
			"password=$PASSWORD" "again=$PASSWORD"
		leads_to /account/login "$order: the $what is done"
	done
done
end
