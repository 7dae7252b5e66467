# revival.sh - 復活 within thirty days after the end.
. tests/lib.sh
. tests/ended.sh

get public/registered/revival
leads_to /account/login 'nobody revives'
made name=復活サンプル商事株式会社
rows=$(published)
get public/registered/revival
status 200
says '復活の手続きが要らない状態' 'as long as it holds there is nothing to do'
hasnt 'value="revive"'
part stop worker

registration_set "valid_until = '2031-02-28'"
at_day 2031-03-01
is 'it ends' work
equal "$(registration state) $(published)" 'expired 0'

# --- The thirtieth day ----------------------------------------------------------------

at_day 2031-03-30 23:50
desk_company then
get public/registered/revival
status 200
says '2036年2月29日' 'until when it would hold: five years, over a leap day'
submit public/registered/revival act=revive
leads_to /registered/revival 'a reason is needed'
follow
has 'aria-invalid="true"'
cp "$T/page" "$T/page.form"
at_day 2031-03-31 00:00:10
signed_in
submit public/registered/revival act=revive 'text=引き継ぎの不備でした'
status 409 'a moment too late'
says 'もう一度申請してください'
equal "$(registration state)" expired
get public/registered/revival
status 200
says '復活の手続きができる期間が過ぎました' 'the page says so'
has 'href="/account/start"' 'and leads to a new application'
hasnt 'value="revive"'

at_day 2031-03-30 23:59
signed_in
get public/registered/revival
submit public/registered/revival act=revive 'text=<b>引き継ぎの不備でした'
leads_to /registered/standing
follow
says '登録を復活しました'
has '&lt;b&gt;引き継ぎの不備でした' 'OUT-01 a text is a text'
equal "$(registration state) $(registration valid_until) $(registration ends_on)" \
	'active 2036-02-29 NULL' 'it holds again, five years from the old end'
equal "$(events)" 'expire revive'
equal "$(desk_audit application.revive)" 1 'LG-03 it is in the trail'
equal "$(told registration_revived)" 1
is 'the worker publishes it' work
equal "$(published)" "$rows" 'it is on the register as before'
submit public/registered/revival act=revive 'text=もう一度'
status 409 'once'
get public/registered/revival
says '復活の手続きが要らない状態'

# The registrar sees why.
registrar then_registrar
signed_in
get "intranet/tokutei/standing?id=$APP"
status 200
has '&lt;b&gt;引き継ぎの不備でした' 'the registrar reads the reason'
get "intranet/tokutei/history?id=$APP"
says '登録を復活した' 'and it is in the history'
part start worker
end
