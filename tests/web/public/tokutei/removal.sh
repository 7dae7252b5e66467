. tests/lib.sh
. tests/draft.sh

draft_begun
get public/tokutei/removal
leads_to /tokutei/offices 'there is nothing to remove'
draft_office
draft_office name=見本支店 kana=みほんしてん
get public/tokutei/offices
ID=$(link_to /tokutei/removal?id= | sed 's/.*id=//')

get "public/tokutei/removal?id=$ID"
status 200
says 'この事業所を削除しますか' 'it asks'
says '霞が関支店' 'and names it'
equal "$(draft_count)" 2 'looking removes nothing'
post "public/tokutei/removal?id=$ID" act=remove
leads_to /tokutei/offices
follow
says '1件の事業所を削除しました'
hasnt '霞が関支店'
equal "$(draft_count)" 1
get "public/tokutei/removal?id=$ID"
status 404 'it is gone'
get public/tokutei/removal
post "public/tokutei/removal?id=$ID" act=remove
status 404 'twice is not possible'

get public/tokutei/removal
says 'すべての事業所を削除しますか'
submit public/tokutei/removal act=remove_all word=はい
leads_to /tokutei/removal 'the word has to be typed'
follow
says '「削除」と入力すると、すべての事業所を削除できます'
equal "$(draft_count)" 1
submit public/tokutei/removal act=remove_all 'word= 削 除'
leads_to /tokutei/offices
equal "$(draft_count)" 0 'then all are gone'
equal "$(sql "SELECT COUNT(*) FROM audit WHERE act = 'office.remove_all'
	AND detail = '{\"removed\":1}'")" 1 'and the trail says how many'
end
