# takeover.sh - 引き継ぎの申し出: a desk looks at it, approves or declines.
. tests/lib.sh
. tests/handover.sh

business
old=$ME
receipt=$(receipt_of "$APP")
printf '%%PDF-1.4\nsample' >"$T/社員証.pdf"
# asked NUMBER: somebody asks; NEW, ID.
asked() {
	NEW=$(someone next)
	browser "asks$RANDOM"
	get public/account/takeover
	post public/account/takeover act=send "number=$1" company=サンプル \
		company_tel=0399999999 'name=後任 <b>花子' "mail=$NEW" "again=$NEW" \
		tel=0311112222 'reason=前の担当者が<i>退職' "file=@$T/社員証.pdf"
	leads_to /account/takeover 'somebody asks'
	ID=$(sql "SELECT LOWER(HEX(public_id)) FROM takeover WHERE mail = '$NEW'")
}
state() { sql "SELECT state FROM takeover WHERE public_id = UNHEX('$ID')"; }
page() { echo "intranet/account/takeover?id=$ID"; }

asked "$receipt"
get "$(page)"
leads_to /account/login 'nobody decides'
desk_staff other reviewer mof
get "$(page)"
status 404 'AZ-02 another ministry: not there'
get "$(page)&file=1"
status 404 'AZ-02 nor its proof'
desk_staff reviewer reviewer mhlw
get "$(page)"
status 200
has '後任 &lt;b&gt;花子' 'OUT-01 who asks'
has '前の担当者が&lt;i&gt;退職' 'OUT-01 and why'
says "$receipt" 'beside it what is registered'
says サンプル商事株式会社
says 0399999999
says '0312345678' 'so that a wrong number is seen'
equal "$(desk_audit takeover.view)" 1 'LG-03 that it was looked at'
get "$(page)&file=1"
status 200
header Content-Type application/pdf
has 'attachment; filename' 'EX-03 the proof is a download'
is 'the same bytes' cmp "$T/page" "$T/社員証.pdf"

# --- Declined ---------------------------------------------------------------------
get "$(page)"
submit "$(page)" act=decline
leads_to /account/takeover 'a reason is needed'
follow
says '理由を選んでください'
equal "$(state)" open
submit "$(page)" act=decline why=proof note=電話で確認できず
leads_to /account/takeover
follow
says 'メールを送りました'
says 電話で確認できず 'the note stays'
hasnt 'value="approve"' 'there is nothing to decide any more'
equal "$(state)" declined
mail_wait "$NEW" 申し出の受付
mail_wait "$NEW" 申し出の結果
mail_has '引き継ぐ方であることを確かめられませんでした' 'the mail says why'
isnt 'but not what staff noted' grep -qF 電話で確認 <<<"$(mail_text)"
post "$(page)" act=approve "id=$ID" revision=2
status 409 'what was declined cannot be approved'
equal "$(sql "SELECT keep_until IS NOT NULL FROM file f JOIN takeover t
	ON t.file = f.id WHERE t.public_id = UNHEX('$ID')")" 1 'the proof has a last day'
equal "$(acts)" "$old" 'nothing has changed'

# --- Of no business ------------------------------------------------------------------
asked T-20990101-0000009
browser reviewer
get "$(page)"
status 404 'a number of nobody is for no ministry'
desk_staff registrar registrar
get "$(page)"
says 見つかりません 'the registrar has it'
hasnt 'value="approve"' 'and can only decline'
post "$(page)" act=approve "id=$ID" revision=1
status 409 'whatever is pressed'
get "$(page)"
submit "$(page)" act=decline why=person
equal "$(state)" declined

# --- Approved ---------------------------------------------------------------------
asked "$receipt"
browser reviewer
get "$(page)"
cp "$T/page" "$T/page.first"
submit "$(page)" act=approve note=代表電話に確認
leads_to /account/takeover
follow
says '引き継ぎのリンクを送りました'
equal "$(state)" approved
equal "$(acts)" "$old" 'nothing changes before the new mailbox confirms'
cp "$T/page.first" "$T/page"
submit "$(page)" act=decline why=other
status 409 'another one was quicker'
equal "$(state)" approved
mail_wait "$NEW" 申し出の受付
mail_wait "$NEW" 担当の引き継ぎ
first=$(mail_link account/open)
clock_set 86401
browser mailbox
get "$first"
says '期限（24時間）が過ぎています' 'the link ran out'
desk_staff late reviewer mhlw
sql "UPDATE session SET ends_at = ends_at + INTERVAL 2 DAY,
	seen_at = seen_at + INTERVAL 1 DAY WHERE site = 'intranet'"
get "$(page)"
submit "$(page)" act=approve
leads_to /account/takeover 'it is sent once more'
mail_wait "$NEW" 担当の引き継ぎ
link=$(mail_link account/open)
browser mailbox
get "$link"
leads_to /account/successor
follow
submit public/account/successor act=accept password=hamabe-no-7kaze \
	again=hamabe-no-7kaze
leads_to /account/login 'the new mailbox confirms'
equal "$(acts)" "$NEW" 'and acts from now on'
browser late
get "$(page)"
says '引き継ぎは終わっています' 'which the desk sees'
hasnt 'value="approve"'
clock_set 0
browser old
login "$old"
leads_to /account/login 'the one before does not'
equal "$(sql "SELECT GROUP_CONCAT(DISTINCT a.act ORDER BY a.act) FROM audit a
	WHERE a.object_id = UNHEX('$APP') AND (a.act LIKE 'takeover.%'
	OR a.act LIKE 'handover.%')")" \
	handover.done,takeover.approve,takeover.ask,takeover.decline,takeover.view \
	'LG-01 the whole trail'
browser reviewer
get "intranet/tokutei/history?id=$APP"
says '引き継ぎの申し出を認めた' 'as the desk reads it'
end
