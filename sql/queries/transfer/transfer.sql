-- 所管替え: which types go to which ministry from which day on. What is with
-- nobody is with 厚生労働省.

-- name: transfer_ministries :many
-- How many choices each has that can be chosen today or later.
SELECT m.id AS ministry, m.code, m.name, COUNT(t.code) AS types
  FROM ministry m
  LEFT JOIN business_type t
    ON COALESCE(t.ministry, (SELECT h.id FROM ministry h
                              WHERE h.code = 'mhlw')) = m.id
   AND DATE(:now + INTERVAL 9 HOUR) <= t.valid_to
   AND NOT EXISTS (SELECT 1 FROM business_type b WHERE b.parent = t.code)
 GROUP BY m.id, m.code, m.name, m.sort
 ORDER BY m.sort, m.code;

-- name: transfer_types :many
-- Of one ministry, also what has ended: it may still be in use.
SELECT t.code, top.name AS type_name, IF(t.level = 3, mid.name, t.name) AS detail1,
       IF(t.level = 3, t.name, '') AS detail2, t.valid_to,
       DATE(:now + INTERVAL 9 HOUR) > t.valid_to AS ended,
       t.valid_to < '9999-12-31' AS ends,
       COALESCE((SELECT MIN(x.day)
                   FROM type_transfer_type k
                   JOIN type_transfer x ON x.id = k.transfer
                                       AND x.state = 'planned'
                  WHERE k.code = t.code), '') AS planned
  FROM business_type t
  JOIN business_type mid ON mid.code = IF(t.level = 3, t.parent, t.code)
  JOIN business_type top ON top.code = mid.parent
 WHERE COALESCE(t.ministry, (SELECT h.id FROM ministry h
                              WHERE h.code = 'mhlw')) = :ministry
   AND NOT EXISTS (SELECT 1 FROM business_type b WHERE b.parent = t.code)
   AND (:codes = '[]' OR JSON_CONTAINS(:codes, JSON_QUOTE(t.code)))
 ORDER BY t.code;

-- name: transfer_units :one
-- How many desks' work it may touch: units of that ministry with these types,
-- of which a part may be another detail.
SELECT COUNT(DISTINCT IF(u.state IN ('done', 'dropped'), NULL, u.unit)) AS open,
       COUNT(DISTINCT IF(u.state = 'done', u.unit, NULL)) AS closed
  FROM unit_type u
 WHERE u.role = 'reviewer' AND u.ministry = :ministry
   AND :my_role = 'administrator'
   AND u.type IN (SELECT LEFT(j.code, 3)
                    FROM JSON_TABLE(:codes, '$[*]'
                           COLUMNS (code VARCHAR(12) PATH '$')) j);

-- name: transfer_put :exec
INSERT INTO type_transfer (public_id, from_ministry, to_ministry, day, account,
       at)
VALUES (:id, :from, :to, :day, :my_account, :now);

-- name: transfer_put_types :exec
INSERT INTO type_transfer_type (transfer, code)
SELECT :transfer, t.code
  FROM JSON_TABLE(:codes, '$[*]' COLUMNS (code VARCHAR(12) PATH '$')) j
  JOIN business_type t ON t.code = j.code
 WHERE COALESCE(t.ministry, (SELECT h.id FROM ministry h
                              WHERE h.code = 'mhlw')) = :from
   AND NOT EXISTS (SELECT 1 FROM business_type b WHERE b.parent = t.code)
   AND NOT EXISTS (SELECT 1
                     FROM type_transfer_type k
                     JOIN type_transfer x ON x.id = k.transfer
                                         AND x.state = 'planned'
                    WHERE k.code = t.code);

-- name: transfer_list :many
SELECT x.public_id AS id, x.day, f.name AS giver, t.name AS taker, x.state,
       x.moved, x.ended_at,
       (SELECT COUNT(*) FROM type_transfer_type k WHERE k.transfer = x.id)
         AS types,
       (SELECT COUNT(*) FROM type_transfer_item i WHERE i.transfer = x.id)
         AS waiting
  FROM type_transfer x
  JOIN ministry f ON f.id = x.from_ministry
  JOIN ministry t ON t.id = x.to_ministry
 ORDER BY x.id DESC
 LIMIT 50;

-- name: transfer_cancel :exec
UPDATE type_transfer SET state = 'cancelled', ended_at = :now
 WHERE public_id = :id AND state = 'planned';

-- name: transfer_end_types :exec
-- The last day on which they can be chosen; '' takes it back.
UPDATE business_type t
  JOIN JSON_TABLE(:codes, '$[*]' COLUMNS (code VARCHAR(12) PATH '$')) j
    ON j.code = t.code
   SET t.valid_to = IF(:day = '', '9999-12-31', :day)
 WHERE t.valid_from <= IF(:day = '', '9999-12-31', :day);

-- name: transfer_end_stems :exec
-- What stands above ends with the last that can be chosen below it.
UPDATE business_type t
  JOIN (SELECT b.parent, MAX(b.valid_to) AS valid_to
          FROM business_type b
         WHERE b.parent IS NOT NULL
         GROUP BY b.parent) x ON x.parent = t.code
   SET t.valid_to = x.valid_to
 WHERE t.level = :level;

-- --- The worker's ----------------------------------------------------------

-- name: transfer_due :many
SELECT id FROM type_transfer
 WHERE state IN ('planned', 'moving')
   AND day <= DATE(:now + INTERVAL 9 HOUR);

-- name: transfer_lock :one
-- Another worker that is quicker takes it.
SELECT x.id, x.public_id, x.from_ministry, x.to_ministry, x.state
  FROM type_transfer x
 WHERE x.id = :transfer AND x.state IN ('planned', 'moving')
   FOR UPDATE;

-- name: transfer_hold :many
-- Sendings that are under way hold this until their desks are made.
SELECT name FROM data_stamp WHERE name = 'business_type' FOR UPDATE;

-- name: transfer_switch :exec
UPDATE business_type t
  JOIN type_transfer_type k ON k.transfer = :transfer AND k.code = t.code
   SET t.ministry = :to
 WHERE COALESCE(t.ministry, (SELECT h.id FROM ministry h
                              WHERE h.code = 'mhlw')) = :from;

-- part: transfer_roots
-- Of what the giver has of these types the application that was first.
  FROM (SELECT DISTINCT COALESCE(p.parent, p.id) AS root
          FROM type_transfer_type k
          JOIN unit_type t ON t.role = 'reviewer' AND t.ministry = :from
                          AND t.type = LEFT(k.code, 3)
          JOIN review_unit u ON u.id = t.unit
          JOIN application p ON p.id = u.application
         WHERE k.transfer = :transfer) r

-- name: transfer_queue :exec
-- anyone: the worker moves everybody's
-- What the giver has of these types, and what belongs to the same
-- registration: changes that are not sent yet have parts, but no desk.
INSERT IGNORE INTO type_transfer_item (transfer, application)
SELECT :transfer, f.id
{transfer_roots}
  JOIN application f ON f.id = r.root
UNION
SELECT :transfer, c.id
{transfer_roots}
  JOIN application c ON c.parent = r.root;

-- name: transfer_next :many
-- anyone: the worker moves everybody's
-- What is open on a desk first, with the types themselves: nobody confirms a
-- part that nobody sees.
SELECT i.application
  FROM type_transfer_item i
  JOIN application p ON p.id = i.application
 WHERE i.transfer = :transfer
   AND (:open = 0 OR p.state IN ('submitted', 'under_inquiry',
                                 'ministry_confirmed'))
 ORDER BY i.application
 LIMIT :limit;

-- name: transfer_taken :exec
DELETE FROM type_transfer_item
 WHERE transfer = :transfer AND application = :application;

-- name: transfer_state :exec
UPDATE type_transfer
   SET state = :state, moved = moved + :moved,
       ended_at = IF(:state = 'done', :now, NULL)
 WHERE id = :transfer;
