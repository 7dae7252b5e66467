. tests/lib.sh
. tests/draft.sh

draft_begun
leads_to /tokutei/offices
follow
says '1か所ずつ入力する' 'without an office: the two ways'
says 'Excelでまとめて入力する'
hasnt '確認へ進む'
draft_office
leads_to /tokutei/offices
follow
says '「霞が関支店」を保存しました' 'the notice names it'
draft_office name=札幌営業所 kana=さっぽろえいぎょうしょ at.zip=0600000 \
	at.pref=01 at.city=011011 at.town=北一条 business.0.type=T03 \
	business.0.detail1=T03-01 business.0.own=5 business.0.external=2 \
	inst.secured=no inst.plan=相談中
draft_office name=大阪センター kana=おおさかせんたー at.zip=5300001 \
	at.pref=27 at.city=271276 at.town=梅田 business.0.own=100
get public/tokutei/offices

# --- The list -------------------------------------------------------------------

says '事業所 3 件' 'how many'
says '127 人' 'how many people'
says '医療機関が決まっていない事業所 1 件' 'how many without institution'
says '番号の順に並んでいます'
order() { grep -oE '霞が関支店|札幌営業所|大阪センター' "$T/page" | awk '!seen[$0]++' | paste -sd' '; }
equal "$(order)" '霞が関支店 札幌営業所 大阪センター' 'as they were added'
get 'public/tokutei/offices?sort=persons'
equal "$(order)" '大阪センター 霞が関支店 札幌営業所' 'by people'
has 'aria-sort="descending"'
get 'public/tokutei/offices?sort=place'
equal "$(order)" '札幌営業所 霞が関支店 大阪センター' 'by place'
get 'public/tokutei/offices?sort=kana'
equal "$(order)" '大阪センター 霞が関支店 札幌営業所' 'by reading'

get 'public/tokutei/offices?inst=no'
equal "$(order)" '札幌営業所' 'those without institution'
says '医療機関が未確保'
get 'public/tokutei/offices?pref=13'
equal "$(order)" '霞が関支店' 'of a prefecture'
has 'href="/tokutei/offices"' 'the chip takes the condition away'
get 'public/tokutei/offices?type=T03'
equal "$(order)" '札幌営業所' 'of a type of business'
get 'public/tokutei/offices?q=%EF%BD%BE%EF%BE%9D%EF%BE%80%EF%BD%B0'
equal "$(order)" '大阪センター' 'by a word, however it is spelled'
get 'public/tokutei/offices?q=%25'
says '条件に合う事業所はありません' 'a sign of the pattern means itself'
get 'public/tokutei/offices?q=x&pref=99&sort=nonsense&page=-1'
status 200 'what makes no sense is passed over'

# --- Duplicate, remove -----------------------------------------------------------

get public/tokutei/offices
ID=$(link_to /tokutei/office?id= | sed 's/.*id=//')
post public/tokutei/offices "act=duplicate:$ID"
leads_to /tokutei/office 'a copy is opened'
follow
says '複製した事業所です'
has 'value="霞が関支店"'
equal "$(draft_count)" 4
get public/tokutei/offices
post public/tokutei/offices act=duplicate:nonsense
status 400
get public/tokutei/offices
post public/tokutei/offices act=duplicate:00112233445566778899aabbccddeeff
status 404 'of an office that is not there'
get public/tokutei/offices
post public/tokutei/offices act=next
leads_to /tokutei/confirm
get 'public/tokutei/offices?removed=%3Cb%3E'
hasnt '件の事業所を削除しました' 'a notice cannot be made up'

# --- Of others --------------------------------------------------------------------

browser other
draft_begun
get "public/tokutei/office?id=$ID"
status 404 'nobody sees the offices of others'
get "public/tokutei/removal?id=$ID"
leads_to /tokutei/offices 'nor removes them'
browser nobody
get public/tokutei/offices
leads_to /account/login
end
