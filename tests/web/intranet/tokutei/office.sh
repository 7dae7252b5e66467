# office.sh - 事業所の内容（審査）: one office, with the businesses of the desk.
. tests/lib.sh
. tests/desk.sh

desk_sent
office_of() {
	sql "SELECT LOWER(HEX(o.public_id)) FROM office o
	       JOIN application p ON p.sent = o.version
	      WHERE p.public_id = UNHEX('$APP') AND o.name = '$1'"
}
sql "UPDATE office o JOIN application p ON p.sent = o.version
        SET o.fax = '0399998888', o.inst_fax = '0377776666'
      WHERE p.public_id = UNHEX('$APP') AND o.name = '霞が関支店'"
branch=$(office_of 霞が関支店)
plant=$(office_of 見本工場)
page="intranet/tokutei/office?id=$APP&office="

desk_staff officer reviewer meti
get "$page$branch"
status 200
says '霞が関支店'
says '0399998888' 'all of it'
says '見本病院' 'with the institution'
says '0377776666'
says 'ガス業' 'its own business'
hasnt '医薬品' 'not that of another ministry in the same office'
says '7人' 'own and external people'
has "target=business&amp;office=1&amp;position=2&amp;field=own" \
	'a number is asked about by its place in the application'
has "target=institution&amp;office=1&amp;position=0&amp;field=inst"
has "target=office&amp;office=1&amp;position=0&amp;field=name"
equal "$(desk_audit application.view)" 1 'the look is in the trail'
get "$page$plant"
status 404 'an office of another ministry'
get "$page"
status 404 'none at all'
desk_staff bank reviewer mof
get "$page$plant"
status 200
desk_strangers "$page$branch"

# The other company's desk sees nothing of this one.
mine=$APP
browser another
desk_sent name=別の見本株式会社
browser officer
get "intranet/tokutei/office?id=$APP&office=$branch"
status 404 'an office of another application'
APP=$mine

# Worked out by the calculator.
sql "SET @v = (SELECT sent FROM application WHERE public_id = UNHEX('$APP'));
     CREATE TEMPORARY TABLE b AS SELECT * FROM business
      WHERE version = @v AND office = 1 AND position = 2;
     UPDATE b SET basis_own = '40:00;0;5x9:00;10x10:00', own = 4;
     DELETE FROM business WHERE version = @v AND office = 1 AND position = 2;
     INSERT INTO business SELECT * FROM b"
get "$page$branch"
says '9時間×5人、10時間×10人、合わせて3.625人→切り上げて 4人' 'its basis'
end
