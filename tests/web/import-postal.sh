# import-postal.sh - sesshuctl import-postal: files of Japan Post, and others.
. tests/lib.sh

import() { sesshuctl import-postal "$@" >"$T/said" 2>&1; }
says_why() { is "$1" grep -qF -e "$2" "$T/said"; }
rows() { sql "SELECT COUNT(*), SUM(CRC32(CONCAT_WS('|', zip, city, town,
	detail, office))) FROM postal WHERE kind = $1"; }
# The table as the file that it came from (13 columns).
as_file() {
	sql "SELECT CONCAT('\"', CONCAT_WS('\",\"', LEFT(z.city, 5), 'カナ',
		z.office, p.name, c.name, z.town, z.detail, z.zip, '100  ',
		'見本', '0', '0', '0'), '\"')
	  FROM postal z JOIN city c ON c.code = z.city
	  JOIN prefecture p ON p.code = c.pref
	 WHERE z.kind = 1 ORDER BY z.zip, z.no"
}

before=$(rows 0)$(rows 1)
import
equal $? 2 'says how it is called'
import x.csv --date 2026-02-30
says_why 'a day that there is not' '--date'
import x.csv --date 2999-01-01
says_why 'a day to come' 'has not come yet'
import "$T/none.csv" --date 2026-10-31
says_why 'a file that is not there' 'cannot be read'
printf 'a,b,c\n' >"$T/other.csv"
import "$T/other.csv" --date 2026-10-31
equal $? 1 'another file is refused'
says_why 'with the line' 'line 1: neither 15 columns nor 13'
head -c 3000 /dev/urandom >"$T/noise.csv"
import "$T/noise.csv" --date 2026-10-31
says_why 'noise is refused' 'nothing has been changed'
as_file >"$T/offices.csv"
head -n 50 "$T/offices.csv" >"$T/part.csv"
import "$T/part.csv" --date 2026-10-31
says_why 'only a difference is refused' 'nothing has been changed'
equal "$(rows 0)$(rows 1)" "$before" 'nothing has been changed by any of them'

cp "$T/offices.csv" "$T/more.csv"
echo '"13101","カナ","見本商事　本社","東京都","千代田区","霞が関","１－１","1009999","100  ","見本","0","0","0"' >>"$T/more.csv"
is 'large offices are taken' import "$T/more.csv" --date 2026-10-31
says_why 'it says what they were' "large offices: $(wc -l <"$T/more.csv") records"
equal "$(sql "SELECT town, town_kana, detail, office FROM postal
	WHERE zip = '1009999' AND kind = 1")" \
	$'霞が関\tかすみがせき\t１－１\t見本商事　本社' 'the new one, with its reading'
equal "$(sql "SELECT data_date FROM data_stamp WHERE source LIKE '%more.csv'
	OR data_date = '2026-10-31'" | sort -u)" 2026-10-31 'how old they are is known'
iconv -f utf-8 -t cp932 "$T/offices.csv" >"$T/cp932.csv"
is 'the same in the other encoding' import "$T/cp932.csv" --date 2026-10-31
equal "$(rows 0)$(rows 1)" "$before" 'and all is as before'
is 'a later migration does not bring older data back' sesshuctl migrate
equal "$(rows 0)$(rows 1)" "$before" 'nothing changed'
end
