-- Made-up data of any size (sesshuctl generate, sesshuctl demo).

-- name: sample_places :many
-- Towns that exist, from some postal code on.
SELECT z.zip, c.pref, z.city, z.town
  FROM postal z
  STRAIGHT_JOIN city c ON c.code = z.city
 WHERE z.zip >= :zip AND z.kind = 0 AND z.town <> ''
 ORDER BY z.zip, z.no
 LIMIT 60;

-- name: sample_choices :many
-- Every choice through all levels that can be made today.
SELECT a.parent AS type, a.code AS detail1, COALESCE(b.code, '') AS detail2,
       COALESCE(m.code, '') AS ministry
  FROM business_type a
  LEFT JOIN business_type b
    ON b.parent = a.code
   AND DATE(:now + INTERVAL 9 HOUR) BETWEEN b.valid_from AND b.valid_to
  LEFT JOIN ministry m ON m.id = COALESCE(b.ministry, a.ministry)
 WHERE a.level = 2
   AND DATE(:now + INTERVAL 9 HOUR) BETWEEN a.valid_from AND a.valid_to
 ORDER BY a.code, b.code;

-- name: generate_next :one
-- anyone: sesshuctl makes data for all
-- From where on mail addresses are free.
SELECT COALESCE(MAX(id), 0) + 1 AS number FROM application;

-- name: generate_begun :one
SELECT draft FROM application WHERE id = :my_application;

-- name: generate_numbered :exec
-- The next office that is added by hand gets a number of its own.
UPDATE version SET next_office = :next WHERE id = :my_draft;

-- name: demo_draft :one
-- anyone: sesshuctl makes data for all
SELECT id FROM application
 WHERE mail = :mail AND state = 'draft'
 ORDER BY id LIMIT 1;
