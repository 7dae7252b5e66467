. tests/lib.sh
. tests/draft.sh
. tests/book.sh

get public/tokutei/uploadfix
leads_to /account/login 'nobody mends nothing'
draft_begun
book_read wrong
result=$URL
get "$(link_to uploadfix)"
status 200
says '3行目' 'rows with a mistake'
says '4行目'
hasnt '2行目' 'and no others'
equal "$(value_of r3.at.zip)" 100-89 'a wrong cell is filled as it was'
hasnt 'name="r3.at.town"' 'a right one is not asked'
has '<select' 'where few can be chosen, they are'
has '<option value="沖縄県"' 'prefectures as well'
says '郵便番号は7桁の数字で入力してください（いまは5桁です）' 'with what is wrong'

# --- Some of it -----------------------------------------------------------------------

submit public/tokutei/uploadfix act=fix r3.kana=みほんこうじょう r3.at.zip=1008917 \
	r3.at.pref=東京都 r3.tel=031234
leads_to /tokutei/uploadfix 'something is still wrong'
follow
hasnt 'name="r3.kana"' 'what was put right is no longer asked'
hasnt 'name="r3.at.city"' 'nor what hung on it'
equal "$(value_of r3.tel)" 031234 'what is wrong again stays as typed'
get "$result"
says '4か所に誤りがあります' 'the result knows'
get "$(link_to marked)"
cp "$T/page" "$T/marked.xlsx"
is 'the marked workbook has what was typed' grep -q '^D3	1008917$' \
	<(book_look marked.xlsx)

# --- The rest -------------------------------------------------------------------------

get "$result"
get "$(link_to uploadfix)"
submit public/tokutei/uploadfix act=fix r3.tel=0312345678 r4.business.own=20 \
	r4.business.external=0 r4.inst.secured=確保済み
leads_to /tokutei/uploaded 'all is right'
follow
says '誤りのない事業所 3 件、誤りのある事業所 0 件' 'three offices'
submit public/tokutei/uploaded act=take
equal "$(sql "SELECT COUNT(*), MAX(o.at_zip) FROM application p
	JOIN office o ON o.version = p.draft WHERE p.mail = '$ME'")" "3	1008917" \
	'are taken over as they were mended'
get "${result/uploaded/uploadfix}"
leads_to /tokutei/uploaded 'afterwards there is nothing to mend'
end
