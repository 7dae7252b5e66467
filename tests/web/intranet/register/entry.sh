# entry.sh - 過去の時点の内容: one business at a moment.
. tests/lib.sh
. tests/asof.sh

get intranet/register/entry
leads_to /account/login 'nobody is led to the login'

lived name=時点見本商事株式会社
look() { get "intranet/register/entry?id=$APP&$(at "$@")"; }
seen() { desk_audit registration.asof; }
us() { sql "SELECT TIMESTAMPDIFF(MICROSECOND, '1970-01-01', $1)"; }

# --- Before it was registered ------------------------------------------------

look -1
status 200
says 'まだ申請が届いていません' 'the day before it was sent nothing is there'
hasnt 時点見本 'not even its name'
equal "$(seen)" 1 'LG-01 that somebody looked is noted'
look 1
says '登録前（審査中）'
says 時点見本商事株式会社
hasnt "$NUMBER" 'it had no number yet'
says 霞が関支店
says 見本病院
equal "$(seen)" 2
look 2 23 58
says '登録前（審査中）' 'a minute before'
look 2 23 59
says "$NUMBER" 'in the minute in which it was registered'
says 有効
says 登録申請
look 3 0 0
says "$NUMBER" 'midnight'
look 2
says '23時59分' 'a day means its end'

# --- A light change ----------------------------------------------------------

look 3
says '変更（届出が要らないもの）' 'the procedure that it came by'
says 霞が関支店
look 4
hasnt 新霞が関支店 'a notice on its way changes nothing'
says '変更（届出が要らないもの）'

# --- A notice ----------------------------------------------------------------

look 5 11 59
hasnt 新霞が関支店
look 5
says 新霞が関支店
says '変更届出'
says "$CHANGE" 'and its receipt number'
says 33 'who works there'
get "$(sed 's/&amp;/\&/g' "$T/page" | grep -oE 'rel="prev" href="[^"]*"' | cut -d'"' -f4)"
status 200
hasnt 新霞が関支店 'the version before'
says '変更（届出が要らないもの）'
get "$(sed 's/&amp;/\&/g' "$T/page" | grep -oE 'rel="next" href="[^"]*"' | cut -d'"' -f4)"
says 新霞が関支店 'and the one after'
hasnt 'rel="next"' 'there is none behind it'

# --- Abolished ---------------------------------------------------------------

look 6
says 有効
look 7
says 廃止
says 新霞が関支店 'what was in force last'
get "intranet/register/entry?id=$APP&at=$(us "'$(d 6) 03:00:00'")"
says 有効 'a link says the moment itself'
get "intranet/register/entry?id=$APP"
says 廃止 'without a moment: now'

# --- Drafts ------------------------------------------------------------------

# What is filled in at that moment is nowhere.
browser draft
draft_ready name=下書き秘密株式会社
DRAFT=$(sql "SELECT LOWER(HEX(public_id)) FROM application
	WHERE mail = '$ME' AND state = 'draft'")
browser registrar
get "intranet/register/entry?id=$DRAFT"
status 404 'AZ-02 a draft is not there'
browser waiting
at_day "$TODAY" 12:00
sent name=待っているサンプル株式会社
on 8 registrar
get "intranet/register/entry?id=$APP"
status 404 'nor what a ministry still looks at'
get 'intranet/register/entry?id=00000000000000000000000000000000'
status 404
get 'intranet/register/entry?id=x&at=x'
status 404
desk_staff ministry reviewer mhlw
get "intranet/register/entry?id=$APP"
status 403 'AZ-01 it is not for ministries'
end
