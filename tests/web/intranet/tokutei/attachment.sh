# attachment.sh - 添付書類: a document is looked at, and may do nothing.
. tests/lib.sh
. tests/desk.sh

# file_put NAME KIND TEXT [ITEM]: as the applicant would have sent it; prints
# its public id.
file_put() {
	local id
	id=$(new_id)
	mkdir -p "$INSTANCE/data"
	printf '%b' "$3" >"$INSTANCE/data/$id"
	sql "INSERT INTO file (public_id, name, kind, size, sha256, created_at)
	     VALUES (UNHEX('$id'), '$1', '$2', 10, UNHEX(SHA2('', 256)),
	             UTC_TIMESTAMP(6));
	     INSERT INTO attachment (application, file, purpose, item, created_at)
	     SELECT p.id, LAST_INSERT_ID(), 'mandate', ${4:-NULL},
	            UTC_TIMESTAMP(6)
	       FROM application p WHERE p.public_id = UNHEX('$APP')"
	echo "$id"
}

desk_sent
pdf=$(file_put '委任状<b>.pdf' pdf '%PDF-1.4\nsample')
png=$(file_put b.png png '\211PNG\r\n\032\nsample')
page=intranet/tokutei/attachment?id=

desk_staff officer reviewer meti
get "intranet/tokutei/application?id=$APP"
says '委任状<b>.pdf' 'the review page names it'
get "$(link_to "attachment?id=$pdf")"
status 200
says '委任状<b>.pdf'
hasnt '<b>.pdf' 'a name is only text'
hasnt '<img' 'a PDF has no place in the page'
get "$(link_to 'raw=1')"
status 200
header Content-Type application/pdf
has 'Content-Disposition: inline; filename=' 'it opens where the reader is'
has 'X-Content-Type-Options: nosniff' 'it is what it says'
has "Content-Security-Policy: default-src 'none'; sandbox" 'and runs nothing'
header Cache-Control no-store
is 'the bytes' grep -aq '^%PDF-1.4' "$T/page"
get "$page$pdf&raw=2"
has 'Content-Disposition: attachment; filename=' 'or is saved'
get "$page$png"
has "<img class=\"paper\" src=\"/tokutei/attachment?id=$png&amp;raw=1\"" \
	'a picture stands in the page'
has "img-src 'self'" 'whose policy allows it as it is'
get "$page$png&raw=1"
header Content-Type image/png
is 'every look is in the trail' test "$(desk_audit application.file)" = 5

desk_strangers "$page$pdf"
desk_strangers "$page$pdf&raw=1"
browser first
get "$page$pdf&raw=1"
leads_to /account/login 'the public site has another door'

# What answers an inquiry is for the desk that asked, once it was sent.
sql "SET @u = (SELECT u.id FROM review_unit u
                 JOIN application p ON p.id = u.application
                 JOIN ministry m ON m.id = u.ministry
                WHERE p.public_id = UNHEX('$APP') AND m.code = 'meti');
     INSERT INTO inquiry (public_id, application, unit, number, state,
            before_version, asked_by, created_at, sent_at)
     SELECT RANDOM_BYTES(16), p.id, @u, 1, 'sent', p.sent,
            (SELECT MIN(id) FROM account), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)
       FROM application p WHERE p.public_id = UNHEX('$APP');
     INSERT INTO inquiry_item (public_id, inquiry, number, target, reason, text)
     VALUES (RANDOM_BYTES(16), LAST_INSERT_ID(), 1, 'document', 'basis', 'x')"
item=$(sql 'SELECT MAX(id) FROM inquiry_item')
answer=$(file_put basis.pdf pdf '%PDF-1.4\nanswer' "$item")
browser officer
get "$page$answer&raw=1"
status 404 'an answer that is not sent yet'
sql "UPDATE inquiry SET state = 'answered', answered_at = UTC_TIMESTAMP(6)
      WHERE id = (SELECT inquiry FROM inquiry_item WHERE id = $item)"
get "$page$answer&raw=1"
status 200 'once it is sent'
desk_staff other reviewer mhlw
get "$page$answer&raw=1"
status 404 'not for the desk of another ministry'
get "intranet/tokutei/application?id=$APP"
hasnt basis.pdf 'which does not see its name either'
get "$page$pdf&raw=1"
status 200 'while the mandate is for all'
end
