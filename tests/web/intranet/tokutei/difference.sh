# difference.sh - 申請の変更点: what changed, as far as it is the desk's.
. tests/lib.sh
. tests/desk.sh

desk_sent
page=intranet/tokutei/difference?id=$APP
desk_staff officer reviewer meti
get "$page"
status 200
says '版が1つだけなので、変更点はありません' 'one version alone'

desk_again "
	UPDATE applicant SET chief = '変更　次郎', at_city = '131024'
	 WHERE version = @w;
	UPDATE office SET name = '<b>新支店</b>', tel = '0399990000'
	 WHERE version = @w AND number = 1;
	DELETE FROM business WHERE version = @w AND office = 1;
	INSERT INTO business (version, office, position, type, detail1, own,
	       external)
	VALUES (@w, 1, 1, 'T09', 'T09-01', 6, 2),
	       (@w, 1, 2, 'T02', 'T02-01', 987, 0);
	UPDATE office SET name = '秘密工場' WHERE version = @w AND number = 2;"
get "$page"
status 200
says '版1（' 'the version before'
says '版2（' 'and the latest'
says '変更 代表者氏名 見本太郎 変更　次郎' 'what changed of the applicant'
says '千代田区 中央区' 'a code by its name'
says '変更 1　<b>新支店</b>' 'the office that changed'
hasnt '<b>新支店' 'as text alone'
says '変更 電話番号 0312345678 0399990000'
says 'ガス業／ガス業' 'its business'
says '5 6' 'although it stands elsewhere now'
hasnt '医薬品' 'not the business of another ministry'
hasnt '>987' 'nor its people'
hasnt '秘密工場' 'nor its office'
says '変更のない項目も見る' 'the rest is folded away'
desk_staff bank reviewer mof
get "$page"
says '秘密工場' 'which that one sees'
hasnt '新支店'

# What came and went.
desk_again "
	DELETE FROM version_part WHERE version = @w AND office = 2;
	DELETE FROM business WHERE version = @w AND office = 2;
	DELETE FROM office WHERE version = @w AND number = 2;
	INSERT INTO office (version, number, public_id, name, kana, at_zip,
	       at_pref, at_city, at_town, tel, inst_secured, inst_plan)
	VALUES (@w, 3, RANDOM_BYTES(16), '増設所', 'ぞうせつしょ', '1008916',
	       '13', '131016', '霞が関１', '0312345678', 'no', '検討');
	INSERT INTO business (version, office, position, type, detail1, own,
	       external)
	VALUES (@w, 3, 1, 'T09', 'T09-01', 3, 0);
	INSERT INTO version_part (version, ministry, office, persons)
	SELECT @w, id, 3, 3 FROM ministry WHERE code = 'meti';
	DELETE FROM business WHERE version = @w AND office = 1;
	INSERT INTO business (version, office, position, type, detail1, own,
	       external)
	VALUES (@w, 1, 2, 'T02', 'T02-01', 987, 0);
	DELETE FROM version_part WHERE version = @w AND office = 1
	   AND ministry = (SELECT id FROM ministry WHERE code = 'meti');"
get "$page"
says '削除 2　秘密工場' 'an office that is gone'
browser officer
get "$page"
says '追加 3　増設所' 'a new one'
says '削除 1' 'one that does nothing of this ministry any more'
get "$page&from=1&to=2"
says '0399990000' 'any two versions'
hasnt '増設所'
get "$page&from=1&to=3"
says '増設所'
get "$page&from=3&to=1"
status 404 'backwards'
get "$page&from=1&to=9"
status 404 'a version that is not there'
desk_strangers "$page"

# --- Many ---------------------------------------------------------------------

desk_again "
	INSERT INTO office (version, number, public_id, name, kana, at_zip,
	       at_pref, at_city, at_town, tel, inst_secured, inst_plan)
	SELECT @w, 100 + seq, RANDOM_BYTES(16), CONCAT('営業所', seq), 'え',
	       '1008916', '13', '131016', '霞が関１', '0312345678', 'no', '検討'
	  FROM seq_1_to_70;
	INSERT INTO business (version, office, position, type, detail1, own,
	       external)
	SELECT @w, 100 + seq, 1, 'T09', 'T09-01', 3, 0 FROM seq_1_to_70;
	INSERT INTO version_part (version, ministry, office, persons)
	SELECT @w, (SELECT id FROM ministry WHERE code = 'meti'), 100 + seq, 3
	  FROM seq_1_to_70;"
browser officer
get "$page"
status 200
says '営業所50'
hasnt '営業所51' 'a page at a time'
get "$(link_to after=)"
says '営業所51'
says '営業所70'
is 'the last page' test -z "$(link_to after=)"
end
