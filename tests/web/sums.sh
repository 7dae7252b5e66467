# Sums of a version's offices (sql/schema/0021_sums.sql) stay what counting
# gives, whatever is done to the offices and by whom.
. tests/lib.sh

VERSION=
# How many sums differ from what counting gives.
wrong() {
	sql "SELECT COUNT(*) FROM (
	       SELECT type, COUNT(DISTINCT office) offices, SUM(own) own,
	              SUM(external) external
	         FROM business WHERE version = $VERSION GROUP BY type
	       EXCEPT
	       SELECT type, offices, own, external
	         FROM business_sum WHERE version = $VERSION) a;
	     SELECT COUNT(*) FROM (
	       SELECT type FROM business_sum
	        WHERE version = $VERSION AND (offices <> 0 OR own <> 0 OR external <> 0)
	       EXCEPT
	       SELECT type FROM business WHERE version = $VERSION) b;
	     SELECT COUNT(*) FROM (
	       SELECT COUNT(*), COALESCE(SUM(persons), 0),
	              COALESCE(SUM(inst_secured = 'no'), 0)
	         FROM office WHERE version = $VERSION
	       EXCEPT
	       SELECT offices, persons, without_institution
	         FROM office_sum WHERE version = $VERSION) c" | paste -sd+ | tr -d ' '
}

VERSION=$(sql "INSERT INTO application (public_id, state, mail, created_at, changed_at)
     VALUES (RANDOM_BYTES(16), 'draft', 'sums@example.jp', NOW(6), NOW(6));
     INSERT INTO version (application, number, created_at)
     VALUES (LAST_INSERT_ID(), 1, NOW(6));
     SELECT LAST_INSERT_ID()")
sql "INSERT INTO office (version, number, public_id, name, kana, at_zip, at_pref,
            at_city, at_town, tel, inst_secured, persons)
     SELECT $VERSION, seq, RANDOM_BYTES(16), '見本', 'みほん', '1008916', '13',
            '131016', '霞が関', '0312345678', IF(seq % 3, 'yes', 'no'), seq
       FROM seq_1_to_40;
     INSERT INTO business (version, office, position, type, detail1, own, external)
     SELECT $VERSION, o.seq, p.seq, ELT(1 + (o.seq * p.seq) % 3, 'T01', 'T02', 'T03'),
            'T02-01', o.seq, p.seq
       FROM seq_1_to_40 o JOIN seq_1_to_4 p"
equal "$(wrong)" 0+0+0 'after offices were added'
equal "$(sql "SELECT offices, without_institution FROM office_sum
              WHERE version = $VERSION")" "40	13" 'counts them'
sql "UPDATE office SET persons = persons * 2, inst_secured = 'no'
      WHERE version = $VERSION AND number % 4 = 0"
equal "$(wrong)" 0+0+0 'after offices were changed'
sql "DELETE FROM business WHERE version = $VERSION AND office % 5 = 0 AND position > 2"
equal "$(wrong)" 0+0+0 'after businesses were taken out'
isnt 'refuses to change a business in its place' \
	sql "UPDATE business SET own = own + 1 WHERE version = $VERSION"
sql "DELETE FROM office WHERE version = $VERSION AND number % 2 = 0"
equal "$(wrong)" 0+0+0 'after offices were removed'
equal "$(sql "SELECT COUNT(*) FROM business b WHERE version = $VERSION
              AND NOT EXISTS (SELECT 1 FROM office o WHERE o.version = b.version
                              AND o.number = b.office)")" 0 \
	'their businesses go with them'
sql "BEGIN;
     INSERT INTO office_sum_pause (version) VALUES ($VERSION);
     INSERT INTO office (version, number, public_id, name, kana, at_zip, at_pref,
            at_city, at_town, tel, inst_secured, persons)
     SELECT $VERSION, 100 + seq, RANDOM_BYTES(16), '見本', 'みほん', '1008916', '13',
            '131016', '霞が関', '0312345678', 'no', seq
       FROM seq_1_to_40;
     INSERT INTO business (version, office, position, type, detail1, own, external)
     SELECT $VERSION, 100 + seq, 1, 'T04', 'T04-01', seq, 1 FROM seq_1_to_40;
     DELETE FROM office WHERE version = $VERSION AND number = 1;
     DELETE FROM office_sum_pause WHERE version = $VERSION;
     COMMIT"
equal "$(wrong)" 0+0+0 'after the sums have rested'
sql "BEGIN;
     INSERT INTO office_sum_pause (version) VALUES ($VERSION);
     DELETE FROM office WHERE version = $VERSION;
     ROLLBACK;
     UPDATE office SET persons = persons + 1 WHERE version = $VERSION"
equal "$(wrong)" 0+0+0 'after a rest that was rolled back'
sql "DELETE FROM office WHERE version = $VERSION"
equal "$(wrong)" 0+0+0 'after all were removed'
equal "$(sql "SELECT offices, persons, without_institution FROM office_sum
              WHERE version = $VERSION")" "0	0	0" 'nothing is left'
is 'the version takes its sums along' sql "DELETE FROM version WHERE id = $VERSION"
equal "$(sql "SELECT COUNT(*) FROM business_sum WHERE version = $VERSION")" 0 \
	'no sums of what is gone'
end
