-- The public register: @many businesses with ten offices each, in two
-- municipalities of one prefecture, with one type of business or two. Names are
-- made of a head, a trade and a number, so that some parts of them are common
-- and some are rare. As desk.sql: one statement a table, while it is empty.

SET unique_checks = 0, foreign_key_checks = 0;

CREATE TEMPORARY TABLE there (
  n INT NOT NULL PRIMARY KEY,
  pref VARCHAR(2) NOT NULL,
  city VARCHAR(6) NOT NULL,
  other VARCHAR(6) NOT NULL
) COLLATE utf8mb4_bin
SELECT ROW_NUMBER() OVER (ORDER BY code) - 1 AS n, pref, code AS city,
       COALESCE(LEAD(code) OVER (PARTITION BY pref ORDER BY code), '') AS other
  FROM city;
SET @places = (SELECT COUNT(*) FROM there);

CREATE TEMPORARY TABLE word (
  n INT NOT NULL PRIMARY KEY,
  name VARCHAR(20) NOT NULL,
  kana VARCHAR(40) NOT NULL
) COLLATE utf8mb4_bin;
INSERT INTO word VALUES
  (0, '見本', 'みほん'), (1, 'サンプル', 'さんぷる'), (2, '例示', 'れいじ'),
  (3, '試作', 'しさく'), (4, '架空', 'かくう'), (5, '仮設', 'かせつ'),
  (6, '模型', 'もけい'), (7, '雛形', 'ひながた'), (8, '練習', 'れんしゅう'),
  (9, '実演', 'じつえん'), (10, '下書', 'したがき'), (11, '見取', 'みとり'),
  (20, '運輸', 'うんゆ'), (21, '商事', 'しょうじ'), (22, '製薬', 'せいやく'),
  (23, '銀行', 'ぎんこう'), (24, '電力', 'でんりょく'), (25, '瓦斯', 'がす'),
  (26, '水道', 'すいどう'), (27, '通信', 'つうしん'), (28, '放送', 'ほうそう'),
  (29, '食品', 'しょくひん'), (30, '石油', 'せきゆ'), (31, '鉄道', 'てつどう'),
  (32, '航空', 'こうくう'), (33, '海運', 'かいうん'), (34, '介護', 'かいご'),
  (35, '福祉', 'ふくし'), (36, '倉庫', 'そうこ'), (37, '印刷', 'いんさつ'),
  (38, '建設', 'けんせつ'), (39, '警備', 'けいび');

CREATE TEMPORARY TABLE made (
  id INT NOT NULL PRIMARY KEY,
  name VARCHAR(60) NOT NULL,
  kana VARCHAR(60) NOT NULL,
  type1 VARCHAR(3) NOT NULL,
  type2 VARCHAR(3) NOT NULL,
  place INT NOT NULL
) ENGINE=Aria COLLATE utf8mb4_bin;
INSERT INTO made
SELECT s.seq, CONCAT(h.name, t.name, s.seq), CONCAT(h.kana, t.kana),
       CONCAT('T', LPAD(1 + s.seq % 17, 2, '0')),
       IF(s.seq % 3 = 0, CONCAT('T', 18 + s.seq DIV 3 % 13), ''),
       s.seq * 31 % @places
  FROM seq_1_to_100000000 s
  JOIN word h ON h.n = s.seq * 7 % 12
  JOIN word t ON t.n = 20 + s.seq * 13 DIV 12 % 20
 WHERE s.seq <= @many;

SELECT 'register_business';
INSERT INTO register_business (id, number, name, search_key, types, offices,
       registered_on, valid_until)
SELECT m.id, CONCAT('R-2026-', LPAD(m.id, 7, '0')),
       CONCAT(m.name, '株式会社'),
       CONCAT(m.name, '株式会社\n', m.kana, 'かぶしきがいしゃ'),
       IF(m.type2 = '', m.type1, CONCAT(m.type1, ',', m.type2)), 10,
       UTC_DATE() - INTERVAL (@many - m.id) * 200 DIV @many DAY,
       UTC_DATE() + INTERVAL 5 YEAR
  FROM made m;

SELECT 'register_office';
INSERT INTO register_office (business, number, name, pref, city, town, types)
SELECT m.id, s.seq, CONCAT(m.name, ' 第', s.seq, '営業所'), p.pref,
       IF(s.seq > 5 AND p.other <> '', p.other, p.city),
       CONCAT('見本町', s.seq, '-', m.id % 90 + 1),
       IF(m.type2 <> '' AND s.seq = 1, CONCAT(m.type1, ',', m.type2), m.type1)
  FROM made m
  JOIN there p ON p.n = m.place
 CROSS JOIN seq_1_to_10 s;

SELECT 'register_cell';
INSERT INTO register_cell (type, place, business)
SELECT ELT(k.seq, '', m.type1, m.type2), ELT(l.seq, '', p.pref, p.city, p.other),
       m.id
  FROM made m
  JOIN there p ON p.n = m.place
  JOIN seq_1_to_3 k ON k.seq < 3 OR m.type2 <> ''
  JOIN seq_1_to_4 l ON l.seq < 4 OR (p.other <> '' AND k.seq < 3);

SELECT 'register_ending';
INSERT INTO register_ending (ending, business)
SELECT SUBSTRING(IF(k.seq = 1, CONCAT(m.name, '株式会社'),
                    CONCAT(m.kana, 'かぶしきがいしゃ')), s.seq, 16), m.id
  FROM made m
 CROSS JOIN seq_1_to_2 k
  JOIN seq_1_to_40 s
    ON s.seq <= IF(k.seq = 1, CHAR_LENGTH(m.name) + 4, CHAR_LENGTH(m.kana) + 8);
UPDATE register_stamp SET changes = changes + 1;
ANALYZE TABLE register_business, register_office, register_cell,
        register_ending;
