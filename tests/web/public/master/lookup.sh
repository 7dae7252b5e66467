. tests/lib.sh

look() { get "public/master/lookup?$1"; }

look zip=1008916
status 200
header Content-Type 'application/json; charset=utf-8'
header Cache-Control 'public, max-age=3600' 'browsers may keep it'
header Set-Cookie '' 'nobody gets a cookie for it'
has '"pref":"13","city":"131016","town":"霞が関' 'a large office'
look zip=498-0000
equal "$(grep -o '"city"' "$T/page" | wc -l)" 2 'a code of two prefectures'
look zip=%EF%BC%91%EF%BC%90%EF%BC%90%EF%BC%98%EF%BC%99%EF%BC%91%EF%BC%96
has '"city":"131016"' 'full-width digits are as good'
look zip=0000000
equal "$(<"$T/page")" '{"places":[]}' 'no such code'
look pref=13
has '{"value":"131016","label":"千代田区"}' 'cities of a prefecture'
hasnt '"value":"141003"' 'and of no other'
look type=T10
has '"value":"T10-02"' 'details of a type'
look detail1=T10-02
has '"value":"T10-02-1"' 'second details'
look detail1=T02-01
equal "$(<"$T/page")" '{"options":[]}' 'most have none'
look ''
equal "$(<"$T/page")" '{"options":[]}' 'asked for nothing'
look 'pref=13%27%20OR%201%3D1'
equal "$(<"$T/page")" '{"options":[]}' 'a long code is none'
post public/master/lookup act=x
status 403 'nothing can be sent to it'
end
