# history.sh - これまでの手続き: versions and inquiries of one's own application.
. tests/lib.sh
. tests/registered.sh

get public/tokutei/history
leads_to /account/login 'nobody has a history'
browser company
sent
get public/tokutei/home
has 'href="/tokutei/history"' 'the way to it'
get public/tokutei/history
status 200
says 'はじめの申請' 'what was sent'
says '照会はありませんでした' 'what was asked'
sql "SET @p = (SELECT id FROM application WHERE public_id = UNHEX('$APP'));
     INSERT INTO account (public_id, login, mail, name, created_at)
     VALUES (RANDOM_BYTES(16), 'h$$@example.jp', 's@example.jp',
             '見本 照会官', UTC_TIMESTAMP(6));
     INSERT INTO inquiry (public_id, application, unit, number, state,
            before_version, due_on, asked_by, created_at, sent_at)
     SELECT RANDOM_BYTES(16), @p, u.id, 1, 'sent', p.sent, '2026-12-04',
            LAST_INSERT_ID(), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)
       FROM review_unit u JOIN application p ON p.id = u.application
      WHERE p.id = @p LIMIT 1;
     INSERT INTO inquiry_item (public_id, inquiry, number, target, reason, text)
     VALUES (RANDOM_BYTES(16), LAST_INSERT_ID(), 1, 'document', 'basis', 'x');
     INSERT INTO inquiry (public_id, application, unit, number, state,
            before_version, asked_by, created_at)
     SELECT RANDOM_BYTES(16), application, unit, 2, 'draft', before_version,
            asked_by, created_at FROM inquiry
      WHERE application = @p AND number = 1;
     UPDATE application SET state = 'under_inquiry' WHERE id = @p"
get public/tokutei/history
says '2026年12月4日（金）' 'until when'
says '厚生労働省' 'which ministry asks'
says '回答待ち'
hasnt '見本 照会官' 'PD-06 no name of an official'
isnt 'a draft of the desk is not there' grep -q '<th scope="row" data-label="番号">2' "$T/page"
has 'href="/tokutei/inquiry"' 'the way to the answer'
desk_company signed # who came by the mailed link answers nothing
get public/tokutei/home
has 'href="/tokutei/inquiry"' 'from the first page as well'

browser other
sent
get public/tokutei/history
hasnt '2026年12月4日' 'AZ-02 everybody sees the own history'
end
