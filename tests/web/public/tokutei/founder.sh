. tests/lib.sh
. tests/draft.sh

draft_open
equal "${URL#"$PUBLIC_URL"}" /tokutei/founder 'the link leads to the first page'
has 'value="private"'
hasnt 'checked' 'nothing is chosen beforehand'
says '指定管理者' 'each choice says who is meant'
submit public/tokutei/founder act=save
leads_to /tokutei/founder
follow
says '申請者の設立主体を選んでください'
has '<title>エラー：' 'the title says so as well'
submit public/tokutei/founder act=save founder=nobody
follow
says '申請者の設立主体を一覧から選んでください'

draft_founder
leads_to /tokutei/applicant
follow
hasnt '設立区分' 'a company is not asked what a public body is'
says '産業医の選任の有無'
draft_applicant
draft_office

# --- Another kind later -------------------------------------------------------

draft_founder private
leads_to /tokutei/applicant 'the same again'
get public/tokutei/confirm
status 200 'changes nothing'
draft_founder public
leads_to /tokutei/applicant
follow
says '設立主体を「国、都道府県、市区町村」に変えました'
says '「産業医の選任の有無」「業務継続計画の有無」「代理申請」は使いません'
has 'value="サンプル商事株式会社"' 'what fits is still there'
has 'name="body"' 'what is new is asked'
hasnt 'name="physician"' 'what is not, is not'
get public/tokutei/confirm
leads_to /tokutei/applicant 'the page has to be gone through again'
draft_applicant
equal "$(sql "SELECT CONCAT(a.body, ',', a.physician, ',', a.plan)
	FROM applicant a JOIN application p ON p.draft = a.version
	WHERE p.mail = '$ME'")" 'municipality,,' 'what does not fit is gone'
end
