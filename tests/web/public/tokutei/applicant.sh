. tests/lib.sh
. tests/draft.sh

draft_open
get public/tokutei/applicant
leads_to /tokutei/founder 'first who founded it'
draft_founder
follow
has "value=\"$ME\"" 'the address of the first page stands there'

# --- Mistakes -----------------------------------------------------------------

submit public/tokutei/applicant act=save name=サンプル tel=12 'kana=漢字'
leads_to /tokutei/applicant
follow
says '内容を確認して「申請の内容に偽りがないことに同意します」にチェックを入れてください'
says '電話番号は市外局番から10桁または11桁の数字で入力してください（いまは2桁です）'
says '事業者名（ふりがな）はひらがなで入力してください（漢字が含まれています）'
says '郵便番号を入力してください'
has 'value="サンプル"' 'what was typed is still there'
has 'href="#tel"' 'the summary leads to the field'

# --- Addresses ----------------------------------------------------------------

submit public/tokutei/applicant act=zip:at at.zip=１００－８９１６
leads_to /tokutei/applicant 'the address is looked up'
equal "$(header_of Location | sed 's/.*#//')" at.pref 'and the focus goes there'
follow
has '<option value="131016" selected' 'the city is chosen'
has 'value="霞が関' 'the town is filled in'
submit public/tokutei/applicant act=zip:at at.zip=1008916 at.town=見本町
follow
has 'value="見本町"' 'a town that was typed stays'
submit public/tokutei/applicant act=zip:at at.zip=9999999
follow
says 'この郵便番号の住所は見つかりませんでした' 'no such code is a hint'
hasnt 'summary-err' 'not a mistake'
submit public/tokutei/applicant act=zip:at at.zip=4980000
follow
says '愛知県弥富市' 'several places are offered'
says 'この中にない'
submit public/tokutei/applicant act=pick:at at.zip=4980000 at.pick=0-2
follow
has '<option value="243035" selected' 'the one that was picked'
submit public/tokutei/applicant act=narrow:at.city at.pref=01
follow
has '<option value="012025">函館市' 'lists follow what was chosen'
submit public/tokutei/applicant act=zip:nowhere
status 400 'there is no such part'
get public/tokutei/applicant

# --- Legal forms that are written short ----------------------------------------

last_wins consent=1 name=㈱サンプル kana=さんぷる chief=見本太郎 \
	chief_kana=みほんたろう at.zip=1008916 at.pref=13 at.city=131016 \
	at.town=霞が関 tel=0312345678 physician=yes plan=yes
get public/tokutei/applicant
submit public/tokutei/applicant act=save "${VALUES[@]}"
leads_to /tokutei/applicant 'a short form is asked about'
follow
says '「株式会社サンプル」に直して次へ進む'
hasnt 'summary-err' 'not refused'
has 'value="㈱サンプル"' 'and not changed'
submit public/tokutei/applicant act=save
leads_to /tokutei/offices 'it may stay'
name() {
	sql "SELECT a.name FROM applicant a JOIN application p
		ON p.draft = a.version WHERE p.mail = '$ME'"
}
equal "$(name)" '㈱サンプル'
get public/tokutei/applicant
hasnt 'に直して次へ進む' 'later it is not asked by itself'
submit public/tokutei/applicant act=save name=（株）サンプル
follow
submit public/tokutei/applicant act=full
leads_to /tokutei/offices
equal "$(name)" '株式会社サンプル' 'or is written in full'

# --- Agency --------------------------------------------------------------------

get public/tokutei/applicant
matches 'class="field is-off" data-when="agency"' 'statements wait for the tick'
submit public/tokutei/applicant act=save agency=1
follow
says '選任しています' 'and are then asked for'
matches 'class="field is-error" data-when="agency"'
submit public/tokutei/applicant act=narrow:agency agency=1
follow
matches 'class="field" data-when="agency"' 'a button shows them without a script'

# --- Clear ----------------------------------------------------------------------

submit public/tokutei/applicant act=clear
follow
says '入力した内容をすべて消しますか' 'clearing asks first'
post public/tokutei/applicant act=clear_yes
follow
hasnt '株式会社サンプル' 'then the page is empty'
equal "$(name)" '株式会社サンプル' 'what is stored stays'
post public/tokutei/applicant act=forget
follow
has '株式会社サンプル' 'and comes back'
end
