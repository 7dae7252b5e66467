-- Prefectures and municipalities. Days are days of Japan, nine hours ahead.

-- name: prefecture_options :many
SELECT code AS value, name AS label
  FROM prefecture
 ORDER BY code;

-- name: prefecture_put :exec
INSERT INTO prefecture (code, name, kana)
VALUES (:code, :name, :kana)
    ON DUPLICATE KEY UPDATE name = VALUES(name), kana = VALUES(kana);

-- name: city_options :many
-- Those in which one can live today, in the order of their codes.
SELECT code AS value, name AS label
  FROM city
 WHERE pref = :pref
   AND DATE(:now + INTERVAL 9 HOUR) BETWEEN valid_from AND valid_to
 ORDER BY code;

-- name: city_load :one
-- Also one that is no more: old addresses must stay readable.
SELECT c.code, c.pref, p.name AS pref_name, c.name, c.kana, c.body,
       DATE(:now + INTERVAL 9 HOUR) BETWEEN c.valid_from AND c.valid_to
         AS valid
  FROM city c
  JOIN prefecture p ON p.code = c.pref
 WHERE c.code = :code;

-- name: city_list :many
-- All of today, for workbooks that name prefecture and city in words.
SELECT c.code, c.pref, p.name AS pref_name, c.name
  FROM city c
  JOIN prefecture p ON p.code = c.pref
 WHERE DATE(:now + INTERVAL 9 HOUR) BETWEEN c.valid_from AND c.valid_to
 ORDER BY c.code;

-- name: place_names :many
-- Prefectures, and municipalities with theirs; also those that are no more.
SELECT code AS value, name AS label
  FROM prefecture
UNION ALL
SELECT c.code, CONCAT(p.name, c.name)
  FROM city c
  JOIN prefecture p ON p.code = c.pref
 ORDER BY value;

-- name: city_put :exec
-- Days of validity are the administrator's; new data does not touch them.
INSERT INTO city (code, pref, body, name, kana)
VALUES (:code, :pref, :body, :name, :kana)
    ON DUPLICATE KEY UPDATE pref = VALUES(pref), body = VALUES(body),
       name = VALUES(name), kana = VALUES(kana);

-- name: city_succeed :exec
-- A municipality that begins anew under its old name has a new code: the day
-- before the data is the last of the old one.
UPDATE city
   SET valid_to = :data_date - INTERVAL 1 DAY
 WHERE pref = :pref AND name = :name AND code <> :code
   AND valid_to >= :data_date;

-- name: city_codes :many
-- All that were ever there.
SELECT code
  FROM city
 ORDER BY code;

-- name: city_body :many
-- The designated city of a ward, as the wards beside it say: :name is the
-- city's name with % behind it. None or one.
SELECT DISTINCT body
  FROM city
 WHERE pref = :pref AND name LIKE :name AND body <> code
 LIMIT 1;
