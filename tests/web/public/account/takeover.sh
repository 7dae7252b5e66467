# takeover.sh - 引き継ぎの申し出: the one before is gone.
. tests/lib.sh
. tests/account.sh
. tests/desk.sh

draft_ready
draft_send
old=$ME
receipt=$(receipt_of "$APP")
printf '%%PDF-1.4\nsample' >"$T/shain.pdf"
printf 'GIF89a' >"$T/bad.pdf"
mine() { sql "SELECT COUNT(*) FROM takeover WHERE mail = '$1'"; }
# ask NUMBER MAIL [n=v…]: what comes of it, as a reader sees it.
ask() {
	get public/account/takeover
	post public/account/takeover act=send "number=$1" company=サンプル商事株式会社 \
		company_tel=0312345678 'name=後任 <b>花子' "mail=$2" "again=$2" \
		tel=0311112222 'reason=前の担当者が<i>退職しました' \
		"file=@$T/shain.pdf" "${@:3}"
	header_of Location
	follow
	text | sed 's/印刷日時.*分//'
}

browser somebody
get public/account/login
has 'href="/account/takeover"' 'the way here'
get public/account/takeover
status 200
has 'type="file"' 'a proof'
post public/account/takeover act=send
leads_to /account/takeover 'an empty form'
follow
says '登録番号または受付番号を入力してください'
new=$(someone next)
get public/account/takeover
post public/account/takeover act=send "number=$receipt" company=あ \
	company_tel=0312345678 name=あ "mail=$new" "again=x$new" tel=0311112222 \
	reason=あ "file=@$T/shain.pdf"
follow
says '2つのE-mailアドレスが違っています'
get public/account/takeover
post public/account/takeover act=send "number=$receipt" company=あ \
	company_tel=0312345678 name=あ "mail=$new" "again=$new" tel=0311112222 \
	reason=あ
follow
says '書類のファイルを選んでください' 'a proof is needed'
get public/account/takeover
post public/account/takeover act=send "number=$receipt" company=あ \
	company_tel=0312345678 name=あ "mail=$new" "again=$new" tel=0311112222 \
	reason=あ "file=@$T/bad.pdf"
follow
says '選ばれたのは「bad.pdf」です' 'UP-01 of a kind that is taken'
equal "$(mine "$new")" 0 'nothing was stored'

# --- Whether the number fits is not told ----------------------------------------------
fits=$(ask "$receipt" "$new")
equal "$(mine "$new")" 1 'stored'
equal "$(sql "SELECT application = (SELECT id FROM application
	WHERE public_id = UNHEX('$APP')) FROM takeover WHERE mail = '$new'")" 1 'for that business'
nobody=$(someone nobody)
equal "$(ask T-20990101-0000001 "$nobody")" "$fits" 'AU-12 a number of nobody: the same answer'
equal "$(sql "SELECT application IS NULL FROM takeover WHERE mail = '$nobody'")" 1 \
	'which lies with the registrar alone'
mail_wait "$new" 引き継ぎの申し出の受付
first=$(mail_text)
mail_wait "$nobody" 引き継ぎの申し出の受付
equal "$(mail_text)" "$first" 'AU-12 and the same mail'
wide=$(someone wide)
ask "$(sed 'y/T0123456789-/ｔ０１２３４５６７８９－/' <<<"$receipt")" "$wide" >"$T/out"
equal "$(sql "SELECT application IS NOT NULL FROM takeover WHERE mail = '$wide'")" 1 \
	'a number typed wide'
mail_wait "$old" 登録申請の受付
mail_wait "$old" 引き継ぎの申し出
mail_has 'サンプル商事' 'the mailbox of now is told, in case somebody is there'
isnt 'and not who asks' grep -qE "花子|$new" <<<"$(mail_text)"
clock_set 60
ask "$receipt" "$new" >"$T/out"
ask "$receipt" "$new" >"$T/out"
clock_set 120
equal "$(ask "$receipt" "$new")" "$fits" 'AU-25 the fourth time: the same answer'
equal "$(mine "$new")" 3 'AU-25 and nothing more is stored'
clock_set 0
equal "$(sql "SELECT COUNT(*) FROM membership m JOIN application p
	ON p.organisation = m.organisation JOIN account a ON a.id = m.account
	WHERE p.public_id = UNHEX('$APP') AND a.login = '$old'")" 1 'nothing has changed'
equal "$(sql "SELECT COUNT(*) > 0 FROM audit WHERE act = 'takeover.ask'
	AND object_id = UNHEX('$APP')")" 1 'LG-01 the trail'
end
