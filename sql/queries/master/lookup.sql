-- Look-ups of addresses: for the script of a form, and for a page to read.

-- name: lookup_zip :many
-- Names are those of the fields beside the postal code.
SELECT c.pref, z.city, CONCAT(z.town, z.detail) AS town
  FROM postal z
  STRAIGHT_JOIN city c ON c.code = z.city
 WHERE z.zip = :zip
 ORDER BY z.kind, z.no;

-- name: lookup_towns :many
-- Postal codes of a municipality: its towns, then its large offices.
SELECT z.zip, z.kind, p.name AS pref_name, c.name AS city_name, z.town,
       z.detail, z.office
  FROM city c
  STRAIGHT_JOIN postal z ON z.city = c.code
  STRAIGHT_JOIN prefecture p ON p.code = c.pref
 WHERE c.code = :city AND c.pref = :pref
 ORDER BY z.kind, z.town_kana, z.zip
 LIMIT 3000;
