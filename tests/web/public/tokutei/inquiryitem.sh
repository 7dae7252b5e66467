# inquiryitem.sh - 照会への回答: the controls of exactly the field that is asked
# about, whatever a request says.
. tests/lib.sh
. tests/account.sh
. tests/inquiry.sh

page=public/tokutei/inquiryitem
get $page
leads_to /account/login 'nobody answers anything'
desk_sent
owner=$ME
desk_staff mhlw reviewer mhlw
inquiry_ask applicant '' applicant.chief '<b>お名前は</b>'
inquiry_ask applicant '' applicant.at
inquiry_ask office 1 office.name
inquiry_ask office 1 business.1.own
inquiry_ask office 1 institution.inst
inquiry_ask document '' document.plan
inquiry_send
items=$(sql "SELECT GROUP_CONCAT(LOWER(HEX(t.public_id)) ORDER BY t.number SEPARATOR ' ')
	FROM inquiry_item t JOIN inquiry i ON i.id = t.inquiry
	WHERE i.public_id = UNHEX('$INQUIRY')")
read -r chief at name own inst plan <<<"$items"
draft() { sql "SELECT $1 FROM application p JOIN applicant a ON a.version = p.draft
	LEFT JOIN office o ON o.version = p.draft AND o.number = 1
	WHERE p.public_id = UNHEX('$APP')"; }
item() { sql "SELECT $2 FROM inquiry_item WHERE public_id = UNHEX('$1')"; }
drafts() { sql "SELECT COUNT(*) FROM application
	WHERE public_id = UNHEX('$APP') AND draft IS NOT NULL"; }

# --- Whose it is ---------------------------------------------------------------------

get "$page?id=$chief"
status 303 'staff are nobody here'
browser drafter
draft_ready
get "$page?id=$chief"
status 403 'AZ-02 nor is somebody with a draft'
mine=$APP
desk_sent
desk_company other
get "$page?id=$chief"
status 404 'AZ-02 another company does not have it'
get public/tokutei/application
get public/account/logout
post "$page?id=$chief" act=save "id=$chief" reply=x
status 404 'AZ-02 nor answers it'
APP=$mine
ME=$owner
desk_company
get "$page?id=00000000000000000000000000000000"
status 404

# --- One field ----------------------------------------------------------------------

get "$page?id=$chief"
status 200
has '&lt;b&gt;お名前は&lt;/b&gt;' 'what is asked, as it was written'
says '全6件中の1件目' 'where it stands'
says '残り 6件' 'and what is left'
has 'name="applicant.chief"' 'the control of that field'
hasnt 'name="applicant.name"' 'and no other'
hasnt 'name="applicant.chief_kana"'
post "$page?id=$chief" act=save "applicant.chief=見本太郎"
follow
says '内容を直すか、回答の文を書くか、資料を付けてください'
equal "$(drafts)" 0 'no draft for nothing'
post "$page?id=$chief" act=save applicant.chief= reply=書きかけです
follow
says '代表者氏名を入力してください' 'the rule of the form holds'
has '書きかけです</textarea>' 'what was typed stays'
submit "$page?id=$chief" act=save applicant.chief=見本花子 \
	applicant.name=のっとり商事 applicant.tel=0399999999 \
	applicant.physician=no office.name=のっとり支店 reply=
leads_to /tokutei/inquiryitem 'on to the next'
follow
says '残り 5件'
equal "$(draft 'CONCAT_WS(" ", a.chief, a.name, a.tel, a.physician)')" \
	'見本花子 サンプル商事株式会社 0312345678 yes' \
	'IN-11 nothing but the field that was asked'
equal "$(draft 'o.name')" 霞が関支店 'IN-11'
equal "$(item "$chief" "CONCAT_WS(' ', state, before_text, after_text)")" \
	'changed 見本太郎 見本花子'
equal "$(sql "SELECT name, chief FROM applicant a JOIN application p
	ON p.sent = a.version WHERE p.public_id = UNHEX('$APP')")" \
	$'サンプル商事株式会社\t見本太郎' 'what was sent stays as it was'
equal "$(sql "SELECT GROUP_CONCAT(s.offices, ' ', s.persons) FROM office_sum s
	JOIN application p ON s.version IN (p.sent, p.draft)
	WHERE p.public_id = UNHEX('$APP') GROUP BY p.id")" '2 34,2 34' \
	'the draft has all of it, and its sums'

get "$page?id=$at"
has 'name="applicant.at.zip"'
has 'name="applicant.at.city"'
has 'name="applicant.at.town"' 'an address is one thing'
submit "$page?id=$at" act=zip:applicant.at applicant.at.zip=1000013
leads_to /tokutei/inquiryitem 'with its look-up'
get "$page?id=$at"
submit "$page?id=$at" act=save applicant.at.zip=1008916 applicant.at.pref=13 \
	applicant.at.city=131016 'applicant.at.town=霞が関１－２－３'
equal "$(draft 'a.at_town')" 霞が関１－２－３

get "$page?id=$name"
submit "$page?id=$name" act=save office.name=霞が関本店 office.tel=0300000000
equal "$(draft "CONCAT(o.name, o.tel)")" 霞が関本店0312345678
get "$page?id=$own"
has 'name="business.own"'
hasnt 'name="business.type"'
has 'name="basis.hours"' 'with the calculator'
submit "$page?id=$own" act=save business.own=5 basis.hours=40 \
	basis.pattern.0.people=5 basis.pattern.0.hours=9 \
	basis.pattern.1.people=10 basis.pattern.1.hours=10
follow
says '計算の結果は4人、入力した人数は5人です' 'number and calculation are one'
submit "$page?id=$own" act=save business.own=4 business.external=99 \
	business.type=T01
equal "$(sql "SELECT GROUP_CONCAT(CONCAT_WS(' ', b.type, b.own, b.external, b.basis_own)
	ORDER BY b.position) FROM business b JOIN application p ON p.draft = b.version
	WHERE p.public_id = UNHEX('$APP') AND b.office = 1")" \
	'T02 4 0 40:00;0;5x9:00;10x10:00,T09 5 2 ' 'one number, and how it came'
equal "$(sql "SELECT s.persons FROM office_sum s JOIN application p
	ON p.draft = s.version WHERE p.public_id = UNHEX('$APP')")" 18 'and the sums'
is 'in words' grep -qF '週40時間 / 9時間×5人 / 10時間×10人 / 合わせて3.625人' \
	<<<"$(item "$own" after_text)"
get "$page?id=$inst"
submit "$page?id=$inst" act=save inst.secured=no inst.plan=相談しています
equal "$(draft "CONCAT_WS(' ', o.inst_secured, o.inst_name, o.inst_plan)")" \
	'no  相談しています' 'the institution as a whole'
is 'its value as words' grep -qF '未確保' <<<"$(item "$inst" after_text)"

# --- Documents -------------------------------------------------------------------------

get "$page?id=$plan"
printf '%%PDF-1.4\nsample' >"$T/計画.pdf"
head -c 2000000 /dev/zero >>"$T/計画.pdf"
printf 'GIF89a' >"$T/d.pdf"
post "$page?id=$plan" act=attach purpose=plan
follow
says '付ける資料のファイルを選んでください'
post "$page?id=$plan" act=attach "file=@$T/計画.pdf" reply=送ります
follow
says '資料の種類を選んでください'
post "$page?id=$plan" act=attach purpose=plan "file=@$T/d.pdf" reply=送ります
follow
says 'PDF、PNG、JPEGのいずれか'
has '送ります</textarea>' 'what was typed stays'
post "$page?id=$plan" act=attach purpose=plan "file=@$T/計画.pdf" reply=送ります
follow
says '計画.pdf' 'it is there'
has '送ります</textarea>' 'what was typed stays'
file=$(grep -oE 'value="remove:[0-9a-f]{32}"' "$T/page" | sed 's/.*remove:\(.*\)"/\1/')
get "public/tokutei/attachment?file=$file"
header Content-Type application/pdf
get "$page?id=$chief"
post "$page?id=$chief" act="remove:$file"
status 404 'a file of another item'
get "$page?id=$plan"
post "$page?id=$plan" act="remove:$file"
follow
hasnt '計画.pdf' 'it is gone'
post "$page?id=$plan" act=save purpose=plan "file=@$T/計画.pdf" reply=
leads_to /tokutei/inquiry 'the last one leads to all of it'
equal "$(item "$plan" state)" answered 'a document is an answer'

# --- Two windows -------------------------------------------------------------------------

get "$page?id=$chief"
cp "$T/page" "$T/second"
submit "$page?id=$chief" act=save applicant.chief=見本二郎
cp "$T/second" "$T/page"
submit "$page?id=$chief" act=save applicant.chief=見本三郎
follow
says '先に更新しました' 'CO-01 the second window is told'
says '見本二郎' 'what the first one saved'
equal "$(draft a.chief)" 見本二郎
has 'value="見本三郎"' 'and nothing is lost'

# --- The session runs out while it is answered -------------------------------------------

account_password "$ME"
get "$page?id=$name"
sql "UPDATE session SET seen_at = seen_at - INTERVAL 2 DAY, idle_seconds = 60
	WHERE role = 'applicant' AND application IS NULL
	  AND account = (SELECT account FROM application
	                  WHERE public_id = UNHEX('$APP'))"
submit "$page?id=$name" act=save office.name=時間切れの支店 reply=長い説明
leads_to /account/login 'who is away for long logs in again'
login "$ME"
get "$page?id=$name"
has 'value="時間切れの支店"' 'and finds what was typed'
has '長い説明</textarea>'
equal "$(draft o.name)" 霞が関本店 'which is not stored yet'

# --- Taken back while it is answered -----------------------------------------------------------

get "$page?id=$name"
browser mhlw
get "intranet/tokutei/inquiry?id=$APP"
submit "intranet/tokutei/inquiry?id=$APP" act=cancel reason=確かめました
status 303
browser company
submit "$page?id=$name" act=save office.name=間に合わなかった支店 \
	reply=間に合わなかった説明
leads_to /tokutei/inquiryitem 'nothing is refused coldly'
follow
says 'この照会は取り消されました'
says '確かめました' 'why'
says '間に合わなかった支店' 'what was typed is there to be copied'
says '間に合わなかった説明'
equal "$(drafts)" 0 'it is no draft any more'
equal "$(sql "SELECT COUNT(*) FROM office WHERE name = '間に合わなかった支店'")" 0 \
	'nothing of it was stored'

# --- What is begun once more starts from what was sent --------------------------------------------

browser mhlw
inquiry_ask applicant '' applicant.fax
inquiry_send
browser company
fax=$(inquiry_item applicant.fax)
get "$page?id=$fax"
submit "$page?id=$fax" act=save applicant.fax=0312345670
equal "$(draft 'a.fax')" 0312345670
equal "$(sql "SELECT COUNT(*) FROM version v JOIN application p
	ON p.id = v.application WHERE p.public_id = UNHEX('$APP')")" 2 \
	'the draft that was begun is used again'
get "public/tokutei/inquiry?id=$INQUIRY"
submit "public/tokutei/inquiry?id=$INQUIRY" act=answer
equal "$(sql "SELECT CONCAT_WS(' ', a.chief, a.fax, o.name, v.number) FROM application p
	JOIN applicant a ON a.version = p.sent JOIN version v ON v.id = p.sent
	JOIN office o ON o.version = p.sent AND o.number = 1
	WHERE p.public_id = UNHEX('$APP') AND p.draft IS NULL")" \
	'見本太郎 0312345670 霞が関支店 2' 'what was cancelled is not sent'
get "public/tokutei/office"
status 409 'the pages of the draft stay closed'
end
