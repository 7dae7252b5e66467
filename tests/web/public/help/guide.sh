# guide.sh - how to fill in an application.
. tests/lib.sh

get public/help/guide
status 200 'the guide opens without a login'
has '<h1>ご利用の手引き</h1>' 'it says what it is'
for word in 設立主体 申請者の情報 事業所 常勤換算 医療機関 確認; do
	says "$word" "it explains $word"
done
end
