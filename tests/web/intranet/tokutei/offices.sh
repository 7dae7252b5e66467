# offices.sh - 事業所の一覧（審査）: only those of the desk, page by page.
. tests/lib.sh
. tests/desk.sh

desk_sent
page=intranet/tokutei/offices?id=$APP

desk_staff officer reviewer meti
get "$page"
status 200
says '霞が関支店' 'the office with a business of the ministry'
hasnt '見本工場' 'not that of another'
says 'ガス業' 'its own type'
hasnt '医薬品' 'not the type of another, in the same office'
matches '<td class="num"[^>]*>7</td>' 'with its own people alone'
get "$page&q=かすみ"
says '条件に合う事業所はありません' 'nothing is called so'
get "$page&q=霞ヶ関支店"
says '霞が関支店' 'however it is spelt'
get "$page&q=%25"
says '条件に合う事業所はありません' 'a sign of the pattern language means itself'
get "$page&q=<script>alert(1)</script>"
hasnt '<script>alert' 'what was typed is only text'
desk_staff bank reviewer mof
get "$page"
says '見本工場'
hasnt '霞が関支店'
desk_strangers "$page"

# --- Many ---------------------------------------------------------------------

sql "SET @v = (SELECT sent FROM application WHERE public_id = UNHEX('$APP'));
     SET @m = (SELECT id FROM ministry WHERE code = 'meti');
     INSERT INTO office (version, number, public_id, name, kana, at_zip,
            at_pref, at_city, at_town, tel, inst_secured, inst_plan,
            search_key, persons, types)
     SELECT @v, 100 + seq, RANDOM_BYTES(16), CONCAT('支店', seq), 'してん',
            '1008916', '13', '131016', '霞が関１', '0312345678', 'no', '検討',
            CONCAT('支店', seq), 3, 'T09'
       FROM seq_1_to_120;
     INSERT INTO business (version, office, position, type, detail1, own,
            external)
     SELECT @v, 100 + seq, 1, 'T09', 'T09-01', 3, 0 FROM seq_1_to_120;
     INSERT INTO version_part (version, ministry, office, persons)
     SELECT @v, @m, 100 + seq, 3 FROM seq_1_to_120"
browser officer
get "$page"
says '支店49' 'the first page'
hasnt '支店50' 'has fifty'
first=$(text | grep -c 前へ)
equal "$first" 0 'nothing before it'
get "$(link_to after=)"
says '支店50' 'the second'
says '支店99'
hasnt '支店100'
get "$(link_to after=)"
says '支店120' 'the last'
is 'nothing after it' test -z "$(link_to after=)"
get "$(link_to before=)"
says '支店50' 'and back'
hasnt '支店49'
get "$(link_to before=)"
says '支店49'
says '霞が関支店'
is 'nothing before it' test -z "$(link_to before=)"
get "$page&after=abc"
status 200 'what is no number is none'
end
