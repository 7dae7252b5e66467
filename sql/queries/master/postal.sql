-- Postal codes of towns (kind 0) and of large offices (kind 1).

-- name: postal_find :many
-- One code may belong to many towns, cities, even two prefectures. The order
-- of the tables is given: right after a load the statistics mislead.
SELECT z.kind, z.no, c.pref, p.name AS pref_name, z.city, c.name AS city_name,
       z.town, z.town_kana, z.detail, z.office
  FROM postal z
  STRAIGHT_JOIN city c ON c.code = z.city
  STRAIGHT_JOIN prefecture p ON p.code = c.pref
 WHERE z.zip = :zip
 ORDER BY z.kind, z.no;

-- name: postal_place :one
-- The place that was picked from the list above.
SELECT c.pref, p.name AS pref_name, z.city, c.name AS city_name,
       z.town, z.town_kana, z.detail, z.office
  FROM postal z
  JOIN city c ON c.code = z.city
  JOIN prefecture p ON p.code = c.pref
 WHERE z.zip = :zip AND z.kind = :kind AND z.no = :no;

-- name: postal_clear :exec
DELETE FROM postal WHERE kind = :kind;

-- name: postal_put :exec
INSERT INTO postal (zip, kind, no, city, town, town_kana, detail, office)
VALUES (:zip, :kind, :no, :city, :town, :town_kana, :detail, :office);

-- name: postal_office_kana :exec
-- The file of large offices has no readings of towns; the towns have them.
-- Grouped first: joined row by row it takes fourteen seconds.
UPDATE postal o
  JOIN (SELECT city, town, MIN(town_kana) AS town_kana
          FROM postal
         WHERE kind = 0
         GROUP BY city, town) t ON t.city = o.city AND t.town = o.town
   SET o.town_kana = t.town_kana
 WHERE o.kind = 1 AND o.town <> '';
