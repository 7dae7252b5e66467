# search.sh - 登録事業者を探す: what everybody may read, kept by the web server.
. tests/lib.sh
. tests/registered.sh

# How often the program itself was asked, and with how many statements.
asked() { grep -c '"event":"request"' "$INSTANCE/log/public-register-search.log"; }
# The worker has heard of it.
fresh() {
	get "$1"
	grep -qF -e "$2" "$T/page"
}

get public/register/search
status 200 'nobody need be signed in'
header Cache-Control 'public, max-age=60' 'it may be kept'
hasnt 'Set-Cookie' 'no cookie goes with what is kept'
hasnt 'name="token"' 'nor anything of whoever asks'
is 'nothing is stored in the browser' test "$(cookie sid)" = ''
get public/
has 'href="/register/search"' 'the front page leads there'

# --- Published ------------------------------------------------------------------

browser company
OFFICE=("${SECOND[@]}")
confirmed name=公開サンプル商事株式会社 kana=こうかいさんぷるしょうじ
registrar registrar
browser nobody
# Kept before it is there, so that the purge is what shows it.
get 'public/register/search?name=公開サンプル'
says '条件に合う登録事業者は見つかりませんでした'
browser registrar
register
A=$NUMBER
browser nobody
wait_until 10 fresh 'public/register/search?name=公開サンプル' "$A"
has "$A" 'a registration shows up after the purge'
has "/register/business?number=$A" 'with a page of its own'
says '医薬品・化粧品等卸売業、ガス業' 'its types'
hasnt '見本太郎' 'not who represents it'
hasnt '0312345678' 'no phone'
hasnt '見本病院' 'no institution'

# --- Looked for ------------------------------------------------------------------

found() { # found QUERY: is it there?
	get "public/register/search?$1"
	cat "$T/page" | grep -qF -e "$A"
}
is 'by the middle of the name' found 'name=サンプル商事'
is 'by its reading' found 'name=かいさんぷる'
is 'by its reading in katakana, half-width' found 'name=ｶｲｻﾝﾌﾟﾙ'
is 'in another width' found 'name=公開 ｻﾝﾌﾟﾙ'
isnt 'not by another name' found 'name=公開サンプルではない'
isnt 'not by a sign of patterns' found 'name=公開%25商事'
is 'by type' found 'type=T09'
isnt 'not by another type' found 'type=T10&name=公開サンプル'
is 'by prefecture' found 'pref=13'
isnt 'not by another prefecture' found 'pref=14&name=公開サンプル'
is 'by city' found 'pref=13&city=131016'
isnt 'not by another city' found 'pref=13&city=131024&name=公開サンプル'
is 'by everything' found 'name=サンプル&type=T02&pref=13&city=131016'
is 'a city of another prefecture is passed over' found 'pref=13&city=141003&name=公開サンプル'
get 'public/register/search?name=<b>x'
has 'value="&lt;b&gt;x"' 'OUT-01 what was typed is a text'
get 'public/register/search?before=nonsense&type=T99&pref=xx'
status 200 'a wrong value is passed over'

# --- Many ------------------------------------------------------------------------

sql "INSERT INTO register_business (id, number, name, search_key, types, offices,
            registered_on, valid_until)
     SELECT 1000000 + seq, CONCAT('X-', seq), CONCAT('大量商事', seq),
            CONCAT('大量商事', seq, '\n', 'たいりょう'), 'T20', 1, '2026-11-01',
            '2031-10-31' FROM seq_1_to_12000;
     INSERT INTO register_cell (type, place, business)
     SELECT 'T20', '', id FROM register_business WHERE id > 1000000;
     INSERT INTO register_ending (ending, business)
     SELECT LEFT(CONCAT('大量商事', id - 1000000), 16), id
       FROM register_business WHERE id > 1000000;
     UPDATE register_stamp SET changes = changes + 1"
get 'public/register/search?type=T20'
equal "$(grep -c 'number=X-' "$T/page")" 50 'a page has fifty'
has 'number=X-12000"' 'the newest first'
get "$(link_to 'before=')"
has 'number=X-11950"' 'the next page goes on where the first one ended'
hasnt 'number=X-11951"'
get 'public/register/search?type=T20&name=大量'
equal "$(grep -c 'number=X-' "$T/page")" 50 'a name that many have'
get 'public/register/search?type=T20&name=大量商事11'
equal "$(grep -c 'number=X-' "$T/page")" 50 'one that some have'
get 'public/register/search?type=T20&name=大量商事7777'
equal "$(grep -c 'number=X-' "$T/page")" 1 'one that one has'
# So many have the beginning of the name, and those who have all of it are old.
sql "UPDATE register_business SET search_key = CONCAT('大量', search_key, '稀')
      WHERE id BETWEEN 1000001 AND 1000003;
     INSERT IGNORE INTO register_ending (ending, business)
     SELECT LEFT(CONCAT('大量商事大量商事大量商事大量商事', seq), 16),
            1000000 + seq FROM seq_1_to_6000"
get 'public/register/search?type=T20&name=大量商事大量商事大量商事大量商事稀'
status 200
says 'ここまでには見つかりませんでした' 'a page that found nothing says so'
get "$(link_to 'before=')"
status 200 'and leads on'
sql "DELETE FROM register_business WHERE id > 1000000;
     UPDATE register_stamp SET changes = changes + 1"

# --- Kept -------------------------------------------------------------------------

part stop worker # its next turn would throw away what is looked at here
before=$(asked)
get 'public/register/search?name=一度だけ'
tag=$(header_of ETag)
equal "$(asked)" $((before + 1)) 'the first request reaches the program'
get 'public/register/search?name=一度だけ'
equal "$(asked)" $((before + 1)) 'the second does not, nor the database'
equal "$(header_of ETag)" "$tag" 'it is the same page'
get 'public/register/search?name=一度だけ' --header "If-None-Match: $tag"
status 304 'who has it already is told so'
equal "$(asked)" $((before + 1)) 'by the web server'
get 'public/register/search?name=一度だけ' --header 'Cache-Control: no-cache' \
	--header 'Pragma: no-cache'
equal "$(asked)" $((before + 1)) 'however hard somebody presses'
browser registrar
get 'public/register/search?name=一度だけ' --header "Cookie: sid=$(cookie sid)"
equal "$(asked)" $((before + 1)) 'a cookie makes no other page'
hasnt 'Set-Cookie'
browser nobody
request 'public/register/search?name=一度だけ' --head
status 200 'HEAD'
header Cache-Control 'public, max-age=60'
get 'public/register/search?name=一度だけ'
says '登録事業者を探す' 'a HEAD leaves no empty page behind'
# A rush: as many as one source may send at once.
before=$(asked)
for i in 1 2 3 4 5 6 7 8 9 10; do
	curl -s -o /dev/null "$PUBLIC_URL/register/search?name=みんなで" &
done
wait
equal "$(asked)" $((before + 1)) 'ten at once are one'
part start worker
end
