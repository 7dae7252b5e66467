. tests/lib.sh
. tests/draft.sh

draft_open
draft_founder
get public/tokutei/gate
leads_to /tokutei/applicant 'nothing is in the way yet'
draft_applicant plan=no
leads_to /tokutei/gate
follow
says '業務継続計画が必要です'
hasnt 'summary-err' 'it is no mistake'
get public/tokutei/office
leads_to /tokutei/gate 'without a plan no further'
draft_applicant physician=no
leads_to /tokutei/offices 'a physician is asked for when the offices are known'
draft_office business.0.type=T01 business.0.detail1=T01-01
get public/tokutei/confirm
status 200 'welfare needs none'
draft_office name=見本支店 kana=みほんしてん
get public/tokutei/confirm
leads_to /tokutei/gate 'any other business does'
follow
says '産業医の選任が必要です'
has 'href="/tokutei/offices"' 'two ways on: the offices'
has 'href="/tokutei/applicant"' 'and the answer'
draft_applicant
get public/tokutei/gate
leads_to /tokutei/offices
end
