# history.sh - 申請の履歴: who did what, as far as a desk may know.
. tests/lib.sh
. tests/desk.sh

desk_sent
page=intranet/tokutei/history?id=$APP

desk_staff officer reviewer meti
desk_confirms
get "$page"
status 200
says '申請を送信した' 'what the applicant did'
says '経済産業省　見本 officer' 'who of the own desk'
says '確認済みにした' 'did what'
hasnt '申請を閲覧した' 'looks are many'
get "$(link_to views=1)"
says '申請を閲覧した' 'and are shown on demand'
says '送信された版'

desk_staff other reviewer mhlw
get "intranet/tokutei/application?id=$APP"
submit "intranet/tokutei/application?id=$APP" act=note note=内緒
get "$page&views=1"
says '経済産業省' 'another ministry is named'
hasnt '見本 officer' 'its people are not'
browser officer
get "$page&views=1"
hasnt '厚生労働省　見本' 'what another desk looked at stays there'
desk_strangers "$page"

# --- The registrar sees all, page by page --------------------------------------

browser other
desk_confirms
desk_staff bank reviewer mof
desk_confirms
browser clerk
get "$page"
status 200
says '経済産業省　見本 officer'
says '厚生労働省　見本 other'
sql "INSERT INTO audit (at, role, site, act, object, object_id, detail, request)
     SELECT UTC_TIMESTAMP(6), 'registrar', 'intranet',
            'application.unheard.of', 'application', UNHEX('$APP'), '', 'x'
       FROM seq_1_to_60"
get "$page"
says 'その他の操作' 'an act without a word is shown too'
get "$(link_to page=2)"
says '申請を送信した' 'the first acts are on the last page'
is 'nothing after it' test -z "$(link_to page=3)"
end
