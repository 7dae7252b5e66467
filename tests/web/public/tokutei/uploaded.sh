. tests/lib.sh
. tests/draft.sh
. tests/book.sh

draft() {
	sql "SELECT $1 FROM application p JOIN office o ON o.version = p.draft
		LEFT JOIN business b ON b.version = o.version AND b.office = o.number
		WHERE p.mail = '$ME' ${2:-}"
}

get public/tokutei/uploaded
leads_to /account/login 'nobody has read nothing'
draft_begun
get public/tokutei/uploaded
status 404 'nothing has been read'

# --- What is understood -------------------------------------------------------------

book_read reordered
says '誤りのない事業所 1 件' 'columns in another order, headings with marks and hints'
says 'AA 社内のメモ 様式にない見出しなので、読み取りませんでした' 'an unknown heading is named'
book_read zeros
says '2 D 郵便番号 600001 0600001' 'a postal code regains its zero'
says '2 H 電話番号 112345678 0112345678' 'a telephone as well'
says '2 Y 医療機関の電話番号 9012345678 09012345678'
book_read spelled
says '誤りのない事業所 2 件' 'spelled in other ways'
says '事業の種類 Ｔ０３ 医薬品製造業' 'a code in full width'
says '所在地（市区町村） 当別町 石狩郡当別町' 'a town without its county'
says '札幌市 中央区 札幌市中央区' 'a ward with a blank'
says '２０ 20' 'digits in full width'
book_read formulas
says '誤りのない事業所 1 件' 'the stored result of a formula'
book_read unsaved
says '計算式の結果が保存されていません' 'a formula without one'
book_read kinds
says 'G 所在地（町名以下） 2022-02-15 所在地（町名以下）が日付になっています' 'a date'
says '#REF! 電話番号の計算式がエラーになっています' 'an error'
says 'FAX番号が論理値' 'true or false'
book_read examples
says '読み取った行 1 行' 'lines of the example and blank ones are passed over'
book_read differs
says '3 H 電話番号 0388888888 電話番号が2行目と違います（2行目は「0312345678」）' \
	'lines of one office that differ'
book_read twice
says '3 L 事業の種類 医薬品製造業 1つ目と2つ目の事業の種類が同じです' 'twice the same'
book_read many
says '事業の種類は20件までにしてください' 'too many businesses'
book_read dummies
says '2 S 医療機関名 病院 未確保（仮の医療機関' 'the dummy of the old system'
says '3 S 医療機関名 Ｐ 未確保（仮の医療機関' 'in its other spelling'
says '仮の医療機関が入力されています。検討している方法を入力してください' 'asks for the plan'

submit public/tokutei/uploaded act=take
equal "$(draft 'GROUP_CONCAT(DISTINCT o.inst_secured, o.inst_name, o.inst_plan
	ORDER BY o.number)')" 'no見本病院に相談中,no未定' 'is stored as 未確保'

book_read numbers
submit public/tokutei/uploaded act=take how=replace
equal "$(draft 'COUNT(DISTINCT o.number), COUNT(*)')" "2	3" 'lines joined by number'
book_read apart
says '4 B 事業所名 見本支店 離れた行にある同じ事業所をまとめました' 'lines that stand apart'
submit public/tokutei/uploaded act=take how=replace
equal "$(draft 'COUNT(DISTINCT o.number), COUNT(*)')" "2	3" 'are joined as well'

# --- Mistakes -----------------------------------------------------------------------

book_read wrong
says '誤りのない事業所 1 件、誤りのある事業所 2 件' 'mistakes are counted by office'
says '8か所に誤りがあります' 'and by cell'
has 'id="r3"' 'each row can be linked to'
says '3 D 郵便番号 100-89 郵便番号は7桁の数字で入力してください（いまは5桁です）' 'row, column, value, help'
marked=$(link_to marked)
get "$marked"
status 200 'the same workbook comes back'
header Content-Type application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
header X-Content-Type-Options nosniff
header Content-Security-Policy "default-src 'none'; sandbox"
has "filename*=UTF-8''%E8%AA%A4%E3%82%8A-wrong.xlsx" 'under a name that says so'
cp "$T/page" "$T/marked.xlsx"
look() { book_look marked.xlsx; }
is 'its cells are there' grep -q '^B2	見本支店$' <(look)
is 'a wrong one has its note' grep -q '^note D3	郵便番号は7桁' <(look)
is 'and stands as it was' grep -q '^D3	100-89$' <(look)
is 'the last column has a heading' grep -q '^AA1	誤りの内容と直し方$' <(look)
is 'and the reasons of the row' grep -q '^AA3	.*郵便番号は7桁.*/.*電話番号は市外局番' <(look)
isnt 'a good row has none' grep -q '^AA2' <(look)
book_read marked
says '8か所に誤りがあります' 'sent again it says the same'
hasnt '様式にない見出し' 'its own column is no riddle'
get "$(link_to marked)"
cp "$T/page" "$T/marked.xlsx"
is 'which stands once' test "$(look | grep -c '誤りの内容と直し方')" = 1

book_read wrong
submit public/tokutei/uploaded act=take how=add
leads_to /tokutei/offices 'what has no mistake can be taken over alone'
equal "$(draft 'COUNT(DISTINCT o.number)')" 2 'an office that is there is not added twice'

book_read markup
says '＜ｂ＞＆ａｍｐ；＂＇＜／ｂ＞' 'markup is text'
hasnt '<script>alert' 'and never runs'
end
