# thread.sh - 府省庁とのやりとり: read, marked, answered; nobody else's.
. tests/lib.sh
. tests/message.sh

page=public/message/thread
get "$page?id=$(new_id)"
leads_to /account/login 'nobody reads anything'
made
to=$ME
printf '\211PNG\r\n\032\nsample' >"$T/図.png"
get public/message/list
post public/message/list act=attach "file=@$T/図.png"
message_begin mhlw 図の件 '図を<i>送ります</i>。
二行目です。'
get "$page?id=$THREAD"
status 200
has '図を&lt;i&gt;送ります&lt;/i&gt;。' 'OUT-01 a message is a text'
says '未読' 'the desk has not read it'
file=$(link_to '?file=')
get "public$file"
status 200
header Content-Type image/png
has 'Content-Disposition: attachment; filename='
get "$page?id=$(new_id)"
status 404
get "$page?file=$(new_id)"
status 404

# --- Whose it is --------------------------------------------------------------------------

mine=$APP
made
get "$page?id=$THREAD"
status 404 'AZ-02 another business does not have it'
get "public$file"
status 404 'AZ-02 nor its document'
get public/message/list
post "$page?id=$THREAD" act=send "id=$THREAD" text=のっとり
status 404 'AZ-02 nor answers it'
get public/message/list
post "$page?id=$THREAD" act=attach "id=$THREAD" "file=@$T/図.png"
status 404
APP=$mine
equal "$(message_rows 'COUNT(*)')" 1
browser registrar
get "intranet/message/thread?id=$THREAD"
status 404 'AZ-02 nor does the registrar have what is for the ministry'

# --- Read and answered ---------------------------------------------------------------------

desk_staff officer reviewer mhlw
clock_set 3600
get "intranet/message/thread?id=$THREAD"
status 200
equal "$(message_thread desk_unread)" 0
post "intranet/message/thread?id=$THREAD" act=send 'text=受け取りました'
leads_to /message/thread
equal "$(message_thread business_unread)" 1
mail_wait "$to" 登録申請の受付
mail_wait "$to" 登録
mail_wait "$to" 新しいメッセージ
mail_has 厚生労働省
mail_has '/account/login?next=/message/list'
isnt 'the mail has nothing of it' grep -qE '受け取り|図' <<<"$(mail_text)"
desk_company company
get public/tokutei/home
says 'まだ読んでいないやりとりがあります' 'the first page says that it waits'
get public/message/list
says '未読あり'
get "$page?id=$THREAD"
says '受け取りました'
says '既読' 'when the desk read it'
hasnt '見本 officer' 'a desk answers, not a person'
equal "$(message_thread business_unread)" 0
equal "$(message_rows 'SUM(g.read_at IS NOT NULL)')" 2
equal "$(message_rows "COUNT(DISTINCT g.read_at)")" 2 'each at its time'
read_at=$(message_rows 'MAX(g.read_at)')
get "$page?id=$THREAD"
equal "$(message_rows 'MAX(g.read_at)')" "$read_at" 'the first time counts'
get public/tokutei/home
hasnt 'まだ読んでいないやりとりがあります'

# --- The answer -----------------------------------------------------------------------------

get "$page?id=$THREAD"
post "$page?id=$THREAD" act=send text=
follow
says '本文を入力してください'
post "$page?id=$THREAD" act=attach "file=@$T/図.png" text=書きかけ
leads_to /message/thread
follow
has '書きかけ</textarea>'
waiting=$(link_to '?file=')
waiting=$(grep -oE 'remove:[0-9a-f]{32}' "$T/page" | sed 's/remove://')
browser officer
get "intranet/message/thread?file=$waiting"
status 404 'what is not sent yet is nobody else'"'"'s'
get "intranet/message/thread?id=$THREAD"
post "intranet/message/thread?id=$THREAD" act=close
equal "$(message_thread state)" closed
browser company
get "$page?id=$THREAD"
says 'このやりとりは終わっていますが、続きがあれば送れます'
has '書きかけ</textarea>' 'what was typed is there'
post "$page?id=$THREAD" act=remove:$waiting text=書きかけ
follow
hasnt 'remove:'
post "$page?id=$THREAD" act=remove:$waiting
status 404 'it is gone'
get "$page?id=$THREAD"
post "$page?id=$THREAD" act=send text=続きです
leads_to /message/thread
equal "$(message_thread "CONCAT_WS(' ', state, desk_unread)")" 'open 1' \
	'the next message opens it again'
equal "$(sql "SELECT COUNT(*) FROM audit WHERE act = 'message.send'
	AND object_id = UNHEX('$THREAD')")" 3 'LG-03 each is in the trail'

# --- Many ------------------------------------------------------------------------------------

sql "INSERT INTO message (thread, side, account, text, at)
     SELECT t.id, 'desk', g.account, CONCAT('連絡その', s.seq, '。'), UTC_TIMESTAMP(6)
       FROM message_thread t
       JOIN message g ON g.thread = t.id AND g.text = '受け取りました'
       JOIN seq_1_to_60 s
      WHERE t.public_id = UNHEX('$THREAD')
      ORDER BY s.seq;
     UPDATE message_thread SET business_unread = 1
      WHERE public_id = UNHEX('$THREAD')"
get "$page?id=$THREAD"
says '連絡その60。'
hasnt '連絡その10。' 'fifty are shown'
equal "$(message_thread business_unread)" 1 'what was not shown is not read'
get "$(link_to 'before=')"
says '連絡その10。'
says '受け取りました'
hasnt 'before=' 'these are all'
equal "$(message_thread business_unread)" 0
clock_set 0
end
