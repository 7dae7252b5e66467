# duplicates.sh - 重複の確認: what looks like another application.
. tests/lib.sh
. tests/desk.sh

desk_sent name=重複見本株式会社 tel=0355556666 note1=７０００１２３４５６７８９ \
	'at.town=重複町１－１'
first=$APP
receipt=$(receipt_of "$APP")
browser second
desk_sent name=株式会社べつのみほん tel=0355556666 note1=許可９９ \
	'at.town=重複町９－９'
second=$APP
browser third
desk_sent name=まったく別株式会社 tel=0344445555 note1=許可１ 'at.town=遠い町１'
third=$APP
page=intranet/tokutei/duplicates?id=$second

desk_staff officer reviewer meti
get "$page"
status 200
says '重複見本株式会社' 'the same telephone number'
says "$receipt"
says '電話番号' 'is why'
hasnt 'まったく別株式会社' 'what is not like it is not there'
get "intranet/tokutei/application?id=$second"
says '判定していない似た申請が1件あります' 'the sheet asks for it'
get "$page"
get "$(link_to other=)"
status 200
says '株式会社べつのみほん' 'side by side'
says '重複見本株式会社'
says '重複町１－１'
hasnt '霞が関支店' 'and nothing of its offices'
hasnt '７０００１２３４５６７８９' 'nor of its remarks'
submit intranet/tokutei/duplicates act=save 'note=<b>支店</b>'
follow
says '重複見本株式会社' 'without a verdict it is asked again'
has 'is-error' 'beside the control'
has '&lt;b&gt;支店' 'what was typed is there'
submit intranet/tokutei/duplicates act=save verdict=different 'note=<b>支店</b>'
follow
says '判定を保存しました'
says '別'
hasnt '<b>支店' 'a note is only text'
APP=$second
equal "$(desk_audit application.duplicate)" 1 'it is in the trail'
get "intranet/tokutei/application?id=$second"
says '似ている申請はないか、すべて「別」と判定されています' 'the sheet is content'
get "$page&other=$first"
submit intranet/tokutei/duplicates act=save verdict=same note=
get "intranet/tokutei/application?id=$second"
says '「同じ」と判定された申請があります' 'or says no'

get "$page&other=$third"
status 404 'what is not like it cannot be opened'
get "$page&other=$first"
submit intranet/tokutei/duplicates act=save "other=$third" verdict=same
status 404 'nor judged'
get "$page&other=$first"
submit intranet/tokutei/duplicates act=save other=zz verdict=same
status 404
desk_strangers "$page"
end
