. tests/lib.sh

get public/tokutei/place
status 200
says '郵便番号のデータの日付：2025年9月30日' 'it says how old the data is'
get 'public/tokutei/place?zip=100-8916'
says '東京都千代田区霞が関' 'the address of a code'
get 'public/tokutei/place?zip=4980000'
says '愛知県弥富市' 'a code of two prefectures'
says '三重県桑名郡木曽岬町'
get 'public/tokutei/place?zip=12'
status 200 'a wrong code is no error page'
says '郵便番号は7桁の数字で入力してください'
has 'value="12"' 'what was typed stays'
get 'public/tokutei/place?zip=0000000'
says '見つかりませんでした'
get 'public/tokutei/place?pref=13'
has '<option value="131016">千代田区' 'then a city is chosen'
get 'public/tokutei/place?pref=13&city=131016'
says '1020072' 'postal codes of the city'
says '東京都千代田区飯田橋'
has 'city=131016&amp;page=2' 'page by page'
get 'public/tokutei/place?pref=13&city=131016&page=2'
hasnt '飯田橋' 'the second page shows others'
get 'public/tokutei/place?pref=14&city=131016'
hasnt '飯田橋' 'a city of another prefecture'
end
