# list.sh - 事業者とのメッセージ: those of one desk, and a new one.
. tests/lib.sh
. tests/message.sh

page=intranet/message/list
get $page
leads_to /account/login 'nobody has messages'
made
to=$ME
message_begin mhlw '<i>人数</i>の件' 相談です
desk_staff boss administrator
get $page
status 403 'AZ-01 an administrator has no desk'
desk_staff other reviewer meti
get $page
status 200
hasnt 人数 'AZ-02 another ministry has none of it'
get "$page?id=$APP"
status 404 'AZ-02 nor the business'
get $page
post "$page?id=$APP" act=send "id=$APP" subject=のっとり text=x
status 404
browser registrar
get $page
hasnt 人数 'AZ-02 nor has the registrar'

# --- Its own ---------------------------------------------------------------------------

desk_staff officer reviewer mhlw
get intranet/home/index
says '事業者とのメッセージ（未読）' 'the first page counts them'
before=$(text | grep -oE '事業者とのメッセージ（未読） [0-9]+' | grep -oE '[0-9]+$')
get $page
has '&lt;i&gt;人数&lt;/i&gt;の件' 'OUT-01 a subject is a text'
says "$NUMBER"
get "$page?show=unread"
has '&lt;i&gt;人数&lt;/i&gt;の件'
get "intranet/message/thread?id=$THREAD"
get "$page?show=unread"
hasnt '&lt;i&gt;人数&lt;/i&gt;の件' 'what was read is not unread'
get $page
has '&lt;i&gt;人数&lt;/i&gt;の件'
get intranet/home/index
equal "$(text | grep -oE '事業者とのメッセージ（未読） [0-9]+' |
	grep -oE '[0-9]+$')" $((before - 1)) 'one less to read'

# --- One business, and a message to it -----------------------------------------------------

get "$page?application=$APP"
leads_to /message/list
follow
says 'この事業者とのメッセージ'
has '&lt;i&gt;人数&lt;/i&gt;の件'
is 'LG-01 a look at a business is in the trail' \
	test "$(desk_audit application.view)" -gt 0
printf '%%PDF-1.4\nsample' >"$T/a.pdf"
post "$page?id=$APP" act=send subject=お願い "text=$(printf 'い%.0s' {1..4001})" \
	"file=@$T/a.pdf"
leads_to /message/list
follow
says '4000文字まで'
has 'value="お願い"' 'what was typed stays'
has 'いいいい</textarea>'
has 'value="remove:' 'and the document'
mine=$APP
browser company
made
other=$APP
APP=$mine
browser officer
get "$page?id=$other"
hasnt 'value="お願い"' 'what was typed for one is not shown for another'
hasnt 'value="remove:'
get "$page?id=$APP"
post "$page?id=$APP" act=send subject=お願い 'text=名簿を<b>ください</b>'
leads_to /message/thread
follow
says 'メッセージを送りました'
equal "$(message_rows "CONCAT_WS(' ', t.begun_by, g.side, t.business_unread,
	t.desk_unread)" "AND t.subject = 'お願い'")" 'desk desk 1 0'
mail_wait "$to" 登録申請の受付
mail_wait "$to" 登録
mail_wait "$to" 新しいメッセージ
isnt 'the mail has nothing of it' grep -qE 'お願い|名簿' <<<"$(mail_text)"
desk_company company
get public/message/list
says お願い

# A change notice leads to the business that it is about.
columns=$(sql "SELECT GROUP_CONCAT(column_name) FROM information_schema.columns
	WHERE table_schema = DATABASE() AND table_name = 'applicant'
	AND column_name <> 'version'")
sql "SET @p = (SELECT id FROM application WHERE public_id = UNHEX('$APP'));
     INSERT INTO application (public_id, state, kind, parent, mail, account,
            organisation, receipt, created_at, changed_at, sent_at)
     SELECT UNHEX(MD5('$APP')), 'submitted', 'change', id, mail, account,
            organisation, CONCAT(receipt, '-1'), created_at, changed_at,
            sent_at
       FROM application WHERE id = @p;
     SET @n = LAST_INSERT_ID();
     INSERT INTO version (application, number, created_at, frozen_at)
     VALUES (@n, 1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6));
     SET @v = LAST_INSERT_ID();
     INSERT INTO applicant (version, $columns)
     SELECT @v, $columns FROM applicant
      WHERE version = (SELECT sent FROM application WHERE id = @p);
     UPDATE application SET sent = @v WHERE id = @n;
     INSERT INTO review_unit (public_id, application, role, ministry, state,
            since, receipt, name, search_key, pref, founder, offices, persons,
            sent_at)
     SELECT RANDOM_BYTES(16), @n, 'reviewer', m.id, 'open', UTC_TIMESTAMP(6),
            u.receipt, u.name, u.search_key, u.pref, u.founder, u.offices,
            u.persons, u.sent_at
       FROM review_unit u JOIN ministry m ON m.code IN ('mhlw', 'meti')
      WHERE u.application = @p AND u.role = 'reviewer'"
notice=$(printf '%s' "$APP" | md5sum | cut -c 1-32)
browser officer
get "$page?id=$notice"
says お願い 'of a change notice the same'
browser other
get "$page?id=$notice"
status 200 'a ministry that came with it'
hasnt お願い 'AZ-02 reads nothing of another one'
post "$page?id=$notice" act=send subject=新しい担当から text=よろしく
leads_to /message/thread
equal "$(sql "SELECT m.code FROM message_thread t JOIN ministry m
	ON m.id = t.ministry JOIN application p ON p.id = t.application
	WHERE p.public_id = UNHEX('$APP') AND t.subject = '新しい担当から'")" meti \
	'it writes to the business'
desk_company company
get public/message/list
has 'value="meti"' 'which may write to it'

# --- Not registered ------------------------------------------------------------------------

browser company
confirmed
browser officer
get "$page?id=$APP"
status 200
says 'この申請はまだ登録されていません'
hasnt 'value="send"'
post "$page?id=$APP" act=send "id=$APP" subject=x text=x
status 409
APP=$mine

# --- Page by page ---------------------------------------------------------------------------

message_old 25
get "$page?id=$APP"
equal "$(grep -c 'href="/message/thread?id=' "$T/page")" 20 'twenty a page'
get "$(link_to 'before=')"
says '以前の件25'
sql "UPDATE message_thread SET desk_unread = 1 WHERE subject LIKE '以前の件%'"
get "$page?show=unread"
get "$(link_to 'before=')"
status 200
hasnt お願い 'the next page keeps the filter'
end
