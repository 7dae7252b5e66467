# thread.sh - 事業者とのやりとり: read, marked, answered, closed.
. tests/lib.sh
. tests/message.sh

page=intranet/message/thread
get "$page?id=$(new_id)"
leads_to /account/login 'nobody reads anything'
made
printf '\211PNG\r\n\032\nsample' >"$T/図.png"
get public/message/list
post public/message/list act=attach "file=@$T/図.png"
message_begin mhlw 図の件 '<i>図</i>です'
file=$(sql "SELECT LOWER(HEX(x.public_id)) FROM message_file f JOIN file x
	ON x.id = f.file JOIN message_thread t ON t.id = f.thread
	WHERE t.public_id = UNHEX('$THREAD')")

# --- Whose it is --------------------------------------------------------------------------

desk_staff other reviewer meti
for address in "$page?id=$THREAD" "$page?file=$file" "$page?file=$file&raw=1"; do
	get "$address"
	status 404 'AZ-02 another ministry does not have it'
done
for act in send close attach; do
	get intranet/message/list
	post "$page?id=$THREAD" act=$act "id=$THREAD" text=x
	status 404 "AZ-02 nor may it $act"
done
desk_staff boss administrator
get "$page?id=$THREAD"
status 403 'AZ-01 an administrator has no desk'
equal "$(message_thread desk_unread)" 1 'nobody has read it'

# --- Read -----------------------------------------------------------------------------------

desk_staff officer reviewer mhlw
get "$page?id=$THREAD"
status 200
has '&lt;i&gt;図&lt;/i&gt;です' 'OUT-01 a message is a text'
says "$NUMBER"
equal "$(message_thread desk_unread)" 0
equal "$(message_rows 'COUNT(g.read_at)')" 1
equal "$(sql "SELECT COUNT(*) FROM audit WHERE act = 'message.view'
	AND object_id = UNHEX('$THREAD')")" 1 'LG-01 the look is in the trail'
get "$page?file=$file"
status 200
has "<img class=\"paper\" src=\"/message/thread?file=$file&amp;raw=1\"" \
	'a picture stands in the page'
get "$page?file=$file&raw=1"
header Content-Type image/png
has 'Content-Disposition: inline; filename='
get "$page?file=$file&raw=2"
has 'Content-Disposition: attachment; filename='
equal "$(sql "SELECT COUNT(*) FROM audit WHERE act = 'message.file'
	AND object_id = UNHEX('$file')")" 3

# --- Answered, closed --------------------------------------------------------------------------

desk_staff colleague reviewer mhlw
get "$page?id=$THREAD"
cp "$T/page" "$T/form"
for turn in first again; do
	cp "$T/form" "$T/page"
	post "$page?id=$THREAD" act=send text=受け取りました
	leads_to /message/thread "sent, $turn"
done
equal "$(message_rows 'COUNT(*)')" 2 'sent twice is sent once'
browser officer
get "$page?id=$THREAD"
says '見本 colleague' 'colleagues read who wrote'
says '未読' 'the business has not read it'
cp "$T/page" "$T/form"
post "$page?id=$THREAD" act=close
leads_to /message/thread
follow
says 'このやりとりを終えました'
hasnt 'value="close"'
cp "$T/form" "$T/page"
post "$page?id=$THREAD" act=close
status 303 'the same button again'
browser colleague
get "$page?id=$THREAD"
post "$page?id=$THREAD" act=close
status 409 'a colleague was quicker'
says 'このやりとりは、ほかの人が先に終えました'
browser officer
get intranet/message/list
says 終了
get "$page?id=$THREAD"
post "$page?id=$THREAD" act=send text=もう一つ
equal "$(message_thread state)" open 'the next message opens it again'

# --- The desk changes ------------------------------------------------------------------------

# As 所管替え leaves it: tests/web/intranet/admin/type.sh.
sql "SET @m = (SELECT id FROM ministry WHERE code = 'meti');
     UPDATE review_unit u JOIN application p ON p.id = u.application
        SET u.ministry = @m
      WHERE p.public_id = UNHEX('$APP') AND u.role = 'reviewer';
     UPDATE message_thread SET ministry = @m WHERE public_id = UNHEX('$THREAD')"
get "$page?id=$THREAD"
status 404 'the old desk does not have it any more'
browser other
get "$page?id=$THREAD"
status 200 'what was written goes with the unit'
says もう一つ
end
