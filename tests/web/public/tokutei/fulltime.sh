. tests/lib.sh
. tests/draft.sh

draft_begun
get public/tokutei/fulltime
leads_to /tokutei/office 'it belongs to an office'
get public/tokutei/office
submit public/tokutei/office act=calc:business.0.own name=見本支店
leads_to /tokutei/fulltime
follow
says '見本支店　1つ目の事業の申請事業者の従業者数' 'for whom'

# --- Working it out --------------------------------------------------------------

submit public/tokutei/fulltime act=count
follow
says '所定勤務時間の「時間」を入力してください'
submit public/tokutei/fulltime act=count hours=40
follow
says '常勤者か、一部の時間だけ就く方を入力してください'
submit public/tokutei/fulltime act=count hours=40 pattern.0.people=1 \
	pattern.0.hours=41
follow
says '1人の時間が所定勤務時間を超えています'
submit public/tokutei/fulltime act=add:pattern
follow
submit public/tokutei/fulltime act=count hours=４０ pattern.0.people=5 \
	pattern.0.hours=9 pattern.1.people=10人 pattern.1.hours=10
leads_to /tokutei/fulltime
follow
says '登録する人数は 4 人' 'the example of the guide'
says '3.625' 'before rounding'
says '最後に1回だけ切り上げます'
submit public/tokutei/fulltime act=use
leads_to /tokutei/office
equal "$(header_of Location | sed 's/.*#//')" business.0.own
follow
has 'name="business.0.own" type="text" inputmode="numeric" value="4"' \
	'the number is taken over'
says '9時間×5人、10時間×10人、合わせて3.625人'
has 'value="見本支店"' 'what was typed is still there'
get public/tokutei/fulltime
leads_to /tokutei/office 'the calculation is done'

# --- Stored, and not the number any more --------------------------------------------

last_wins name=見本支店 kana=みほんしてん at.zip=1008916 at.pref=13 \
	at.city=131016 at.town=霞が関 tel=0312345678 business.0.type=T02 \
	business.0.detail1=T02-01 business.0.external=0 inst.secured=no \
	inst.plan=相談中
get public/tokutei/office
submit public/tokutei/office act=save "${VALUES[@]}"
leads_to /tokutei/offices
basis() {
	sql "SELECT CONCAT(b.own, ' ', b.basis_own) FROM business b
		JOIN application p ON p.draft = b.version WHERE p.mail = '$ME'"
}
equal "$(basis)" '4 40:00;0;5x9:00;10x10:00' 'stored with the number'
follow
OFFICE=public$(link_to '/tokutei/office?id=')
get "$OFFICE"
says '計算：所定勤務時間'
submit "$OFFICE" act=save business.0.own=9
follow
says '計算の結果は4人、入力した人数は9人です' 'two numbers: which one?'
submit "$OFFICE" act=set:business.0.own=4
follow
has 'inputmode="numeric" value="4"' 'the calculated one'
submit "$OFFICE" act=save business.0.own=9
follow
submit "$OFFICE" act=set:business.0.basis_own=
follow
hasnt '計算：所定勤務時間' 'or the typed one, without calculation'
submit "$OFFICE" act=save
leads_to /tokutei/offices
equal "$(basis)" '9 '

# --- Thirds, and another number of the same office -----------------------------------

get "$OFFICE"
submit "$OFFICE" act=calc:business.0.external
follow
says '外部事業者の従業者数'
FULLTIME=${OFFICE/office/fulltime}
submit "$FULLTIME" act=count hours=39 fulltimers=2 pattern.0.people=1 \
	pattern.0.hours=13
follow
says '2.3333…（7/3）' 'what has no end is said so'
says '登録する人数は 3 人'
submit "$FULLTIME" act=use
follow
has 'name="business.0.external" type="text" inputmode="numeric" value="3"'
get "$OFFICE"
submit "$OFFICE" act=calc:business.20.own
status 400 'there are twenty businesses at most'
get "$OFFICE"
submit "$OFFICE" act=calc:name
status 400 'and no such number'
end
