-- Look-ups of addresses: for the script of a form, and for a page to read.

-- name: lookup_zip :many
-- Names are those of the fields beside the postal code.
SELECT c.pref, z.city, CONCAT(z.town, z.detail) AS town
  FROM postal z
  STRAIGHT_JOIN city c ON c.code = z.city
 WHERE z.zip = :zip
 ORDER BY z.kind, z.no;

-- name: lookup_town_count :one
SELECT COUNT(*) AS count
  FROM city c
  STRAIGHT_JOIN postal z ON z.city = c.code
 WHERE c.code = :city AND c.pref = :pref AND z.kind = 0;

-- name: lookup_towns :many
-- Postal codes of the towns of a municipality, in the order of their names.
SELECT z.zip, p.name AS pref_name, c.name AS city_name, z.town
  FROM city c
  STRAIGHT_JOIN postal z ON z.city = c.code
  STRAIGHT_JOIN prefecture p ON p.code = c.pref
 WHERE c.code = :city AND c.pref = :pref AND z.kind = 0
 ORDER BY z.town_kana, z.town, z.zip, z.no
 LIMIT :limit OFFSET :offset;
