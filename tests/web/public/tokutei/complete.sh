. tests/lib.sh
. tests/draft.sh

draft_ready
get public/tokutei/complete
status 409 'no receipt before sending'
get public/tokutei/confirm
post public/tokutei/confirm act=send
follow
status 200
says '申請を受け付けました' 'the heading'
receipt=$(sql "SELECT receipt FROM application WHERE mail = '$ME'")
is 'the receipt number has its form' grep -qE '^T-[0-9]{8}-[0-9]{7}$' <<<"$receipt"
says "$receipt" 'the receipt number'
says "$ME" 'where the mail went'
says '年' 'when'
says 'パスワードを決めてください' 'what comes next'
has 'href="/tokutei/application?pdf=1"' 'a copy to keep'
hasnt '<form class="form"' 'nothing to send'
get public/tokutei/complete
status 200 'may be opened again'
says "$receipt" 'and says the same'
hasnt 'お知らせの送り先が変わります' 'nothing about an address that stayed'
mail_wait "$ME" || end
mail_has "$receipt" 'the mail has the receipt number'
mail_has "$ME" 'and the login id'

browser other
get public/tokutei/complete
leads_to /account/login 'somebody else sees nothing'

# --- Another address than the first --------------------------------------------

browser changed
new=$(someone new)
draft_ready "mail=$new"
post public/tokutei/confirm act=send
follow
says 'お知らせの送り先が変わります' 'a changed address has to be confirmed'
says "$new" 'which one'
equal "$(sql "SELECT login, mail FROM account WHERE login = '$ME'")" \
	"$ME	$ME" 'until then notices go to the first one'
equal "$(sql "SELECT template FROM outbox WHERE recipient = '$new'")" \
	address_confirm 'the mail that asks'
equal "$(sql "SELECT l.purpose, TIMESTAMPDIFF(MINUTE, l.created_at, l.expires_at)
	FROM outbox o JOIN link l ON l.id = o.link WHERE o.recipient = '$new'")" \
	"address	60" 'with a link for an hour'
mail_wait "$new" || end
browser owner
get "$(mail_link)"
arrive
equal "$(sql "SELECT mail FROM account WHERE login = '$ME'")" "$ME" \
	'opening it changes nothing yet'
submit public/account/address act=confirm
equal "$(sql "SELECT login, mail FROM account WHERE login = '$ME'")" \
	"$ME	$new" 'its owner confirms: notices go there, the login id stays'
end
