# sendback.sh - 差戻し: the registrar asks a ministry to look again.
. tests/lib.sh
. tests/registered.sh

browser company
OFFICE=("${SECOND[@]}")
confirmed
registrar_alone "intranet/tokutei/sendback?id=$APP"
get "intranet/tokutei/sendback?id=$APP"
status 200
says '厚生労働省に戻す' 'a button for each ministry'
says '経済産業省に戻す'
hasnt '財務省に戻す' 'that has a part in it'
submit "intranet/tokutei/sendback?id=$APP" act=return:meti
leads_to /tokutei/sendback 'it must say what is asked'
follow
submit "intranet/tokutei/sendback?id=$APP" act=return:mof text=なし
status 404 'AZ-02 a ministry without a part has nothing to look at'
equal "$(state_of "$APP")" ministry_confirmed 'nothing changed'
get "intranet/tokutei/sendback?id=$APP"
submit "intranet/tokutei/sendback?id=$APP" act=return:meti \
	'text=外部事業者の人数を確かめてください'
leads_to /tokutei/list
equal "$(state_of "$APP")" submitted 'the application waits for the ministry'
equal "$(desk_unit meti state) $(desk_unit meti reason)" \
	'open 外部事業者の人数を確かめてください' 'which has the question'
equal "$(desk_unit mhlw state)" confirmed 'the other one keeps its word'
equal "$(desk_unit registrar state)" waiting 'and the registrar waits'
equal "$(desk_audit application.return)" 1 'LG-03 it is in the trail'
get "intranet/tokutei/sendback?id=$APP"
status 404 'it is not on the desk any more'
end
