-- The public register as everybody reads it. Whatever is asked for, a page
-- costs the same: one stretch of an index, at most as long as :limit or :budget
-- says.

-- part: shown
SELECT b.id, b.number, b.name, b.types, b.offices, b.registered_on

-- name: register_page :many
{shown}
  FROM (SELECT c.business
          FROM register_cell c
         WHERE c.type = :type AND c.place = :place AND c.business < :before
         ORDER BY c.business DESC
         LIMIT :limit) page
  JOIN register_business b ON b.id = page.business
 ORDER BY b.id DESC;

-- name: register_ending_count :one
-- How many there are, as far as it matters.
SELECT COUNT(*) AS n
  FROM (SELECT 1
          FROM register_ending e
         WHERE e.ending LIKE :beginning
         LIMIT :limit) x;

-- name: register_page_rare :many
-- A part of a name that few have: all of them, then those of the type and place.
-- :inner is :limit where the ending says it all already.
{shown}
  FROM (SELECT DISTINCT e.business
          FROM register_ending e
          JOIN register_cell c ON c.type = :type AND c.place = :place
                              AND c.business = e.business
         WHERE e.ending LIKE :beginning AND e.business < :before
         ORDER BY e.business DESC
         LIMIT :inner) page
  JOIN register_business b ON b.id = page.business
 WHERE b.search_key LIKE :part
 ORDER BY b.id DESC
 LIMIT :limit;

-- name: register_scan_end :one
-- The last one that a page looks at; none: it looks at all that are left.
SELECT c.business
  FROM register_cell c
 WHERE c.type = :type AND c.place = :place AND c.business < :before
 ORDER BY c.business DESC
 LIMIT 1 OFFSET :budget;

-- name: register_page_common :many
-- A part of a name that many have: those of the type and place one by one,
-- until a page is full.
{shown}
  FROM register_cell c
  JOIN register_business b ON b.id = c.business
 WHERE c.type = :type AND c.place = :place AND c.business < :before
   AND c.business > :until AND b.search_key LIKE :part
 ORDER BY c.business DESC
 LIMIT :limit;

-- name: register_position :one
SELECT id
  FROM register_business
 WHERE number = :number;

-- name: register_number :one
SELECT number
  FROM register_business
 WHERE id = :id;

-- name: register_load :one
{shown}
  FROM register_business b
 WHERE b.number = :number;

-- name: register_offices :many
SELECT o.number, o.name, CONCAT(p.name, c.name, o.town) AS place, o.types
  FROM register_business b
  JOIN register_office o ON o.business = b.id AND o.number > :after
  JOIN prefecture p ON p.code = o.pref
  JOIN city c ON c.code = o.city
 WHERE b.number = :number
 ORDER BY o.number
 LIMIT :limit;

-- name: register_offices_before :many
-- The page that ends before an office, backwards.
SELECT o.number, o.name, CONCAT(p.name, c.name, o.town) AS place, o.types
  FROM register_business b
  JOIN register_office o ON o.business = b.id AND o.number < :before
  JOIN prefecture p ON p.code = o.pref
  JOIN city c ON c.code = o.city
 WHERE b.number = :number
 ORDER BY o.number DESC
 LIMIT :limit;

-- name: register_offices_there :many
-- Those of one business that a download is about.
SELECT o.name, CONCAT(p.name, c.name, o.town) AS place, o.types
  FROM register_office o
  JOIN prefecture p ON p.code = o.pref
  JOIN city c ON c.code = o.city
 WHERE o.business = :business
   AND (:pref = '' OR o.pref = :pref)
   AND (:city = '' OR o.city = :city)
   AND (:type = '' OR FIND_IN_SET(:type, o.types) > 0)
 ORDER BY o.number
 LIMIT :limit;
