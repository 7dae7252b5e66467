# business.sh - one business of the public register.
. tests/lib.sh
. tests/registered.sh

get 'public/register/business?number=R-1999-000001'
status 404 'a number that nobody has'
header Cache-Control no-store 'is not kept'
get public/register/business
status 404
browser company
confirmed 'name=頁サンプル商事株式会社'
registrar registrar
register
browser nobody
get "public/register/business?number=$NUMBER"
status 200 'everybody may read it'
header Cache-Control 'public, max-age=60'
hasnt 'Set-Cookie'
says '頁サンプル商事株式会社'
says "$NUMBER"
says '霞が関支店' 'the office'
says '東京都千代田区霞が関１－２－２' 'and where it is'
says '医薬品・化粧品等卸売業' 'and what it does'
hasnt '0312345678' 'no phone'
hasnt '見本太郎' 'nobody by name'
hasnt '20人' 'no head count'
tag=$(header_of ETag)
get "public/register/business?number=$NUMBER" --header "If-None-Match: $tag"
status 304

sql "SET @b = (SELECT id FROM register_business WHERE number = '$NUMBER');
     INSERT INTO register_office (business, number, name, pref, city, town, types)
     SELECT @b, 1 + seq, CONCAT('支店', seq), '13', '131016', '１－２', 'T02'
       FROM seq_1_to_120;
     UPDATE register_stamp SET changes = changes + 1"
get "public/register/business?number=$NUMBER&x=1"
equal "$(grep -c 'data-label="所在地"' "$T/page")" 50 'a page has fifty offices'
get "$(link_to after=50)"
says '支店50' 'the next page'
hasnt '>支店49<'
get "$(link_to to=51)"
says '支店49' 'and back'
hasnt '>支店50<'
get "public/register/business?number=$NUMBER&after=100"
has '>支店120<' 'the last page'
hasnt 'after=' 'leads nowhere'
end
