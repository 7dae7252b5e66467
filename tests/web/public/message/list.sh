# list.sh - 府省庁とのメッセージ: threads of one's own, and a new one.
. tests/lib.sh
. tests/message.sh

page=public/message/list
get $page
leads_to /account/login 'nobody has messages'
has 'next=%2Fmessage%2Flist' 'and is led back after the login'
browser early
draft_ready
get $page
status 403 'nor has somebody with a draft'
browser company
confirmed
desk_company early
get $page
status 200
says '登録が済むと、ここで担当の府省庁とメッセージを送り合えます'
hasnt 'value="send"' 'before the registration there is no form'
post $page act=send desk=mhlw subject=x text=x
status 409 'nor is one taken'
says 'メッセージは、登録の後にお使いいただけます'

made
desk=$(someone officer)
desk_staff officer reviewer mhlw
sql "UPDATE account SET mail = '$desk' WHERE id = $(session_account officer);
     UPDATE review_unit SET assignee = $(session_account officer)
      WHERE role = 'reviewer' AND application =
            (SELECT id FROM application WHERE public_id = UNHEX('$APP'))"
browser company

# --- Whom one may write to -----------------------------------------------------------

get $page
status 200
says 'メッセージは、まだありません'
has 'value="mhlw"' 'the ministry that has checked it'
has 'value="registrar"' 'and the registrar'
hasnt 'value="meti"' 'and nobody else'
post $page act=send
leads_to /message/list
follow
says '宛先を入力してください'
says '件名を入力してください'
says '本文を入力してください'
post $page act=send desk=meti subject=件名 text=本文
follow
says '宛先を選んでください' 'AZ-02 a ministry without a part is not there'
has '本文</textarea>' 'what was typed stays'
equal "$(message_rows 'COUNT(*)')" 0

# --- Nothing typed is lost --------------------------------------------------------------

long=$(printf 'あ%.0s' {1..4001})
post $page act=send desk=mhlw subject=長い話 "text=$long"
follow
says '4000文字まで'
has "$long</textarea>" 'a text that is too long'
has 'value="長い話"'
has 'value="mhlw" checked' 'the desk too'
printf 'GIF89a' >"$T/bad.pdf"
printf '%%PDF-1.4\nsample' >"$T/資料.pdf"
post $page act=send desk=mhlw subject=書類の件 text=書類です "file=@$T/bad.pdf"
follow
says 'PDF、PNG、JPEGのいずれか'
has '書類です</textarea>' 'when a file is refused'
post $page act=attach desk=mhlw subject=書類の件 text=書類です
follow
says '付ける書類のファイルを選んでください'
post $page act=attach desk=mhlw subject=書類の件 text=書類です \
	"file=@$T/資料.pdf"
follow
says '書類を付けました。まだ送っていません'
says '資料.pdf'
has '書類です</textarea>' 'when one is taken'
equal "$(message_rows 'COUNT(*)')" 0 'which sends nothing'
post $page act=send desk=mhlw subject= text=書類です "file=@$T/資料.pdf"
follow
says '件名を入力してください'
equal "$(grep -c 'value="remove:' "$T/page")" 2 \
	'a file is not lost for the sake of the rest'
first=$(grep -oE 'remove:[0-9a-f]{32}' "$T/page" | head -n 1)
post $page "act=$first" desk=mhlw subject=書類の件 text=書類です
follow
says '書類を取り消しました'
equal "$(grep -c 'value="remove:' "$T/page")" 1
has '書類です</textarea>'

# --- Sent once ----------------------------------------------------------------------------

get $page
cp "$T/page" "$T/form"
for turn in first again; do
	cp "$T/form" "$T/page"
	post $page act=send desk=mhlw 'subject=<b>書類</b>の件' \
		'text=<script>alert(1)</script>です'
	leads_to /message/thread "sent, $turn"
done
equal "$(message_rows 'COUNT(*)')" 1 'sent twice is sent once'
equal "$(message_rows "CONCAT_WS(' ', g.side, t.role, t.begun_by, t.state,
	t.desk_unread, t.business_unread)")" 'business reviewer business open 1 0'
equal "$(sql "SELECT COUNT(*) FROM message_file f JOIN message_thread t
	ON t.id = f.thread JOIN application p ON p.id = t.application
	JOIN file x ON x.id = f.file WHERE p.public_id = UNHEX('$APP')
	AND f.message IS NOT NULL AND x.keep_until IS NULL")" 1 \
	'the document goes with it, and stays'
follow
says 'メッセージを送りました'
mail_wait "$desk" 事業者からの新しいメッセージ
mail_has サンプル商事
isnt 'the mail has nothing of it' grep -qE '書類|alert' <<<"$(mail_text)"
equal "$(mail_count "$desk")" 1 'one mail'
get $page
has '&lt;b&gt;書類&lt;/b&gt;の件' 'OUT-01 a subject is a text'
hasnt '<b>書類</b>'
hasnt '書類です</textarea>' 'the form is empty again'
hasnt 'value="remove:'

# Nobody has it: the people of the desk are told.
sql "UPDATE review_unit SET assignee = NULL"
desk_staff one registrar
clerk=$(someone clerk)
sql "UPDATE account SET mail = '$clerk' WHERE id = $(session_account one);
     UPDATE account SET state = 'disabled' WHERE mail = 'staff@example.jp';
     UPDATE account a JOIN membership m ON m.account = a.id
        AND m.role = 'registrar' SET a.state = 'disabled'
      WHERE a.mail <> '$clerk'"
browser company
message_begin registrar 登録の件 登録について
equal "$(sql "SELECT COUNT(*) FROM outbox WHERE template = 'message_desk'
	AND recipient = '$clerk'")" 1 'the registrar is one desk'
equal "$(message_thread "CONCAT(role, ministry)")" registrar0
equal "$(sql "SELECT COUNT(*) FROM outbox WHERE template = 'message_desk'
	AND recipient = '$desk'")" 1 'and the ministry another'
sql "UPDATE account SET state = 'active' WHERE mail = 'staff@example.jp'"

# --- Page by page, and only one's own ------------------------------------------------------

message_old 25
get $page
equal "$(grep -c 'href="/message/thread?id=' "$T/page")" 20 'twenty a page'
has '登録の件' 'the newest first'
get "$(link_to 'before=')"
equal "$(grep -c 'href="/message/thread?id=' "$T/page")" 7 'the rest'
says '以前の件25'
hasnt 'rel="next"'
says '新しいものから見る'
for odd in x -1 1-1-1 99999999999999999999-1 1669000000000000-; do
	get "$page?before=$odd"
	status 200 "a place that is none: $odd"
done
mine=$APP
made
get $page
hasnt 登録の件 'AZ-02 another business has none of it'
says 'メッセージは、まだありません'
APP=$mine
end
