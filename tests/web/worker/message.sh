# message.sh - documents of messages that were never sent are removed.
. tests/lib.sh
. tests/message.sh

files() { sql "SELECT COUNT(*) FROM message_file f JOIN application p
	ON p.id = f.application WHERE p.public_id = UNHEX('$APP') $1"; }
gone() { [ "$(files 'AND f.message IS NULL')" = 0 ]; }
name() { sql "SELECT LOWER(HEX(x.public_id)) FROM message_file f
	JOIN file x ON x.id = f.file JOIN application p ON p.id = f.application
	WHERE p.public_id = UNHEX('$APP') AND f.message IS $1"; }

made
printf '%%PDF-1.4\nsample' >"$T/a.pdf"
get public/message/list
post public/message/list act=attach "file=@$T/a.pdf"
message_begin mhlw 資料の件 資料です
get public/message/list
post public/message/list act=attach "file=@$T/a.pdf"
equal "$(files '')" 2
sent=$(name 'NOT NULL')
unsent=$(name NULL)
is 'both are there' test -e "$INSTANCE/data/$sent" -a -e "$INSTANCE/data/$unsent"
clock_set $((29 * 86400))
sleep 1
equal "$(files '')" 2 'after 29 days it still waits'
clock_set $((31 * 86400))
is 'after 31 days it is gone' wait_until 15 gone
equal "$(files '')" 1 'what was sent stays'
is 'its bytes too' test -e "$INSTANCE/data/$sent"
isnt 'of the other there are none' test -e "$INSTANCE/data/$unsent"
clock_set 0
end
