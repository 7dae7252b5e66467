. tests/lib.sh
. tests/draft.sh

draft_open
get public/tokutei/office
leads_to /tokutei/founder 'steps cannot be skipped'
draft_founder
draft_applicant
get public/tokutei/office
says '事業所の追加'

# --- What helps ----------------------------------------------------------------

submit public/tokutei/office act=own mail=x business.0.own=abc
leads_to /tokutei/office
follow
has 'value="サンプル商事株式会社"' 'the applicant stands in for the first office'
has 'value="霞が関１－２－２"'
has 'value="abc"' 'the rest stays as it was typed'
hasnt 'summary-err' 'nothing is checked'

submit public/tokutei/office act=narrow:business.0.detail1 business.0.type=T10
follow
has '<option value="T10-02">' 'details follow the type'
matches 'class="field is-off" data-if-any' 'no second detail yet'
submit public/tokutei/office act=narrow:business.0.detail2 \
	business.0.detail1=T10-02
follow
has '<option value="T10-02-1">' 'second details follow the first'
matches 'class="field" data-if-any'

submit public/tokutei/office act=add:business
equal "$(header_of Location | sed 's/.*#//')" business.1.type
follow
has 'name="business.1.own"' 'one more business'
submit public/tokutei/office act=drop:business.0 business.1.note=あと
follow
hasnt 'name="business.1.own"' 'one less'
matches 'name="business.0.note"[^>]*>$' 'the second is the first now'
says 'あと'
submit public/tokutei/office act=add:nothing
status 400

get public/tokutei/office
matches 'class="field is-off" data-when="inst.secured" data-is="yes"' \
	'nothing is asked of the institution yet'
submit public/tokutei/office act=narrow:inst.secured inst.secured=no
follow
matches 'class="field" data-when="inst.secured" data-is="no"' \
	'a button shows what the answer asks for'

# --- Mistakes -------------------------------------------------------------------

post public/tokutei/office act=save
follow
says '事業所名を入力してください'
says '事業の種類を1つ以上入力してください'
says '接種実施医療機関を選んでください'
hasnt '医療機関名を入力してください' 'only what is asked'
submit public/tokutei/office act=save name=A kana=あ at.zip=1008916 at.pref=13 \
	at.city=141003 at.town=い tel=0312345678 business.0.type=T02 \
	business.0.detail1=T02-01 business.0.own=0 business.0.external=0 \
	inst.secured=yes
follow
says '所在地（市区町村）を一覧から選んでください' 'a city of another prefecture'
says '医療機関名を入力してください' 'a secured one has a name'
draft_office business.0.own=0
follow
says '合わせて1人以上にしてください' 'somebody has to work there'
draft_office business.1.type=T02 business.1.detail1=T02-01 business.1.own=1 \
	business.1.external=0
follow
says '1つ目と2つ目の事業の種類が同じです'
draft_office business.0.own=1.5 business.0.external=-1
follow
says 'うち申請事業者の登録対象業務の従業者数は整数で入力してください' 'half a person'

# --- A blank row in between -------------------------------------------------------

draft_office business.0.type= business.0.detail1= business.0.own= \
	business.0.external= business.1.type=T02 business.1.detail1=T02-01 \
	business.1.own=7 business.1.external=0
leads_to /tokutei/offices 'a blank row does not matter'
follow
says '7 人'
get "public$(link_to '/tokutei/office?id=')"
says '事業所の変更'
has 'value="霞が関支店"'
ID=$(value_of id)

# --- The next one ------------------------------------------------------------------

get public/tokutei/office
has "<option value=\"$ID\">見本病院（千代田区）" 'institutions that stand there already'
submit public/tokutei/office act=inst "from=$ID" name=二つ目
follow
has 'value="見本病院"' 'is copied'
has 'value="二つ目"' 'beside what was typed'
submit public/tokutei/office act=inst from=00112233445566778899aabbccddeeff
status 404
last_wins name=二つ目 kana=ふたつめ at.zip=1008916 at.pref=13 at.city=131016 \
	at.town=霞が関 tel=0312345678 business.0.type=T02 \
	business.0.detail1=T02-01 business.0.own=1 business.0.external=0 \
	inst.secured=no inst.plan=相談中
get public/tokutei/office
submit public/tokutei/office act=more "${VALUES[@]}"
leads_to /tokutei/office 'one after the other'
follow
says '「二つ目」を保存しました'
matches 'id="name" name="name"[^>]*value=""' 'the page is empty again'

# --- Two who change the same ---------------------------------------------------------

get "public/tokutei/office?id=$ID"
cp "$T/page" "$T/page.old"
submit "public/tokutei/office?id=$ID" act=save name=先の名前
leads_to /tokutei/offices
cp "$T/page.old" "$T/page"
submit "public/tokutei/office?id=$ID" act=save name=後の名前
leads_to /tokutei/office
follow
says 'ほかの画面または担当者が先に更新しました'
says '先の名前'
says '後の名前' 'both are shown'
equal "$(sql "SELECT name FROM office WHERE HEX(public_id) = UPPER('$ID')")" \
	'先の名前' 'nothing was overwritten'
end
