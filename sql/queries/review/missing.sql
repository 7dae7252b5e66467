-- 接種実施医療機関が未確保の事業所 (registration_missing, which triggers keep).
-- One statement for each index that can serve a list, in both directions;
-- lib/missing/list.c chooses. A page begins behind a place: the value it is
-- ordered by, and the registration; it has one row more than is shown.

-- part: missing_columns
SELECT STRAIGHT_JOIN m.application_id AS id, m.number, m.name, m.pref,
       m.offices, DATE(m.since + INTERVAL 9 HOUR) AS since,
       DATEDIFF(:now + INTERVAL 9 HOUR, m.since + INTERVAL 9 HOUR) AS days,
       DATE(m.reminded_at + INTERVAL 9 HOUR) AS reminded_on, m.since AS at,
       m.registration

-- part: missing_mine
 WHERE m.role = :my_role AND m.ministry = :my_ministry AND m.active = 1

-- part: missing_rest
   AND (:pref = '' OR m.pref = :pref)
   AND m.since >= :from AND m.since < :to

-- part: missing_since_after
   AND m.since >= :at AND (m.since > :at OR m.registration > :at_id)
 ORDER BY m.since, m.registration
 LIMIT :limit;

-- part: missing_since_before
   AND m.since <= :at AND (m.since < :at OR m.registration < :at_id)
 ORDER BY m.since DESC, m.registration DESC
 LIMIT :limit;

-- part: missing_since_rows
  FROM registration_missing m FORCE INDEX (registration_missing_since)
{missing_mine}
{missing_rest}

-- name: missing_since_after :many
{missing_columns}
{missing_since_rows}
{missing_since_after}

-- name: missing_since_before :many
{missing_columns}
{missing_since_rows}
{missing_since_before}

-- name: missing_since_count :one
SELECT COUNT(*) AS hits
  FROM (SELECT 1
{missing_since_rows}
         LIMIT 1001) found;

-- part: missing_pref_rows
  FROM registration_missing m FORCE INDEX (registration_missing_pref)
{missing_mine}
   AND m.pref = :pref
   AND m.since >= :from AND m.since < :to

-- name: missing_pref_after :many
{missing_columns}
{missing_pref_rows}
{missing_since_after}

-- name: missing_pref_before :many
{missing_columns}
{missing_pref_rows}
{missing_since_before}

-- name: missing_pref_count :one
SELECT COUNT(*) AS hits
  FROM (SELECT 1
{missing_pref_rows}
         LIMIT 1001) found;

-- part: missing_offices_found
-- The most offices first: found in the index alone, then read.
  FROM (SELECT m.registration AS one
          FROM registration_missing m FORCE INDEX (registration_missing_offices)
{missing_mine}
{missing_rest}

-- part: missing_offices_read
         LIMIT :limit) n
  JOIN registration_missing m ON m.registration = n.one AND m.role = :my_role
                             AND m.ministry = :my_ministry

-- name: missing_offices_after :many
{missing_columns}
{missing_offices_found}
   AND m.offices <= :at AND (m.offices < :at OR m.registration < :at_id)
         ORDER BY m.offices DESC, m.registration DESC
{missing_offices_read}
 ORDER BY m.offices DESC, m.registration DESC;

-- name: missing_offices_before :many
{missing_columns}
{missing_offices_found}
   AND m.offices >= :at AND (m.offices > :at OR m.registration > :at_id)
         ORDER BY m.offices, m.registration
{missing_offices_read}
 ORDER BY m.offices, m.registration;

-- part: missing_name_rows
-- :name ends with a sign that stands for anything. The name of a place is
-- looked up: it may be long.
  FROM registration_missing m FORCE INDEX (registration_missing_name)
{missing_mine}
   AND m.search_key LIKE :name
{missing_rest}

-- part: missing_name_place
   (SELECT l.search_key FROM registration_missing l
     WHERE l.registration = :at_id AND l.role = :my_role
       AND l.ministry = :my_ministry)

-- name: missing_name_after :many
{missing_columns}
{missing_name_rows}
   AND (:at_id = 0 OR m.search_key >=
{missing_name_place}
       )
   AND (:at_id = 0 OR m.registration > :at_id OR m.search_key >
{missing_name_place}
       )
 ORDER BY m.search_key, m.registration
 LIMIT :limit;

-- name: missing_name_before :many
{missing_columns}
{missing_name_rows}
   AND m.search_key <=
{missing_name_place}
   AND (m.registration < :at_id OR m.search_key <
{missing_name_place}
       )
 ORDER BY m.search_key DESC, m.registration DESC
 LIMIT :limit;

-- name: missing_name_count :one
SELECT COUNT(*) AS hits
  FROM (SELECT 1
{missing_name_rows}
         LIMIT 1001) found;

-- part: missing_number_rows
-- A registration number, or how it begins.
  FROM registration_missing m FORCE INDEX (registration_missing_number)
{missing_mine}
   AND m.number LIKE :number
{missing_rest}

-- name: missing_number_after :many
{missing_columns}
{missing_number_rows}
   AND (:at_id = 0 OR m.number > (SELECT l.number FROM registration_missing l
                                   WHERE l.registration = :at_id
                                     AND l.role = :my_role
                                     AND l.ministry = :my_ministry))
 ORDER BY m.number
 LIMIT :limit;

-- name: missing_number_before :many
{missing_columns}
{missing_number_rows}
   AND m.number < (SELECT l.number FROM registration_missing l
                    WHERE l.registration = :at_id AND l.role = :my_role
                      AND l.ministry = :my_ministry)
 ORDER BY m.number DESC
 LIMIT :limit;

-- name: missing_number_count :one
SELECT COUNT(*) AS hits
  FROM (SELECT 1
{missing_number_rows}
         LIMIT 1001) found;

-- name: missing_ages :one
-- Businesses and offices by the days they lie open: to 30, to 90, longer.
SELECT CAST(COALESCE(SUM(businesses), 0) AS SIGNED) AS businesses,
       CAST(COALESCE(SUM(offices), 0) AS SIGNED) AS offices,
       CAST(COALESCE(SUM(IF(day >= :d30, businesses, 0)), 0) AS SIGNED)
         AS to30,
       CAST(COALESCE(SUM(IF(day >= :d90 AND day < :d30, businesses, 0)), 0)
         AS SIGNED) AS to90,
       CAST(COALESCE(SUM(IF(day < :d90, businesses, 0)), 0) AS SIGNED)
         AS longer
  FROM missing_day
 WHERE role = :my_role AND ministry = :my_ministry;

-- name: missing_of :one
-- Of one application, or of the one that it changes or renews, on the desk of
-- whoever asks.
SELECT m.offices, DATE(m.since + INTERVAL 9 HOUR) AS since,
       DATE(m.reminded_at + INTERVAL 9 HOUR) AS reminded_on
  FROM application p
  JOIN registration r ON r.application = COALESCE(p.parent, p.id)
  JOIN registration_missing m ON m.registration = r.id AND m.role = :my_role
                             AND m.ministry = :my_ministry AND m.active = 1
 WHERE p.id = :application;
