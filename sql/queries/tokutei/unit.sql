-- 確認単位: which desk checks what of an application.

-- name: unit_hold :one
-- No type changes hands (所管替え) until this sending is through.
SELECT name FROM data_stamp WHERE name = 'business_type' LOCK IN SHARE MODE;

-- part: part_of
-- What is with nobody is with 厚生労働省.
SELECT b.version,
       COALESCE(t.ministry, (SELECT m.id FROM ministry m
                              WHERE m.code = 'mhlw')) AS desk,
       b.office, SUM(b.own + b.external)
  FROM business b
  JOIN business_type t
    ON t.code = IF(b.detail2 <> '', b.detail2, b.detail1)
 WHERE b.version = :version
 GROUP BY b.version, desk, b.office

-- name: part_put :exec
-- anyone: in the sending, which has locked the version
INSERT INTO version_part (version, ministry, office, persons)
{part_of}
;

-- name: part_clear_two :exec
-- anyone: in the transfer, which has locked the application
DELETE q
  FROM version_part q
 WHERE q.version = :version AND q.ministry IN (:from, :to);

-- name: part_put_two :exec
-- anyone: in the transfer, which has locked the application
INSERT INTO version_part (version, ministry, office, persons)
{part_of}
HAVING desk IN (:from, :to);

-- name: unit_base :one
-- anyone: in the sending, which has locked the application
SELECT COALESCE(p.base, 0) AS base, p.kind = 'change' AS changes,
       COALESCE(a.persons, 0) AS persons_was,
       COALESCE(b.persons, 0) AS persons_now
  FROM application p
  LEFT JOIN office_sum a ON a.version = p.base
  LEFT JOIN office_sum b ON b.version = :version
 WHERE p.id = :application;

-- name: unit_concerned :many
-- anyone: in the sending, which has locked the application
-- Of what is no change: all that check something in it, or did before.
SELECT q.ministry FROM version_part q WHERE q.version = :version
UNION
SELECT q.ministry FROM version_part q WHERE q.version = :base;

-- name: part_keep :exec
-- anyone: in the sending, which has locked the version
-- A change notice goes to those whom it concerns, and to nobody else.
DELETE q
  FROM version_part q
 WHERE q.version = :version
   AND NOT JSON_CONTAINS(:concerned, CAST(q.ministry AS CHAR));

-- name: part_list :many
-- anyone: in the sending, which has locked the version
-- Somebody may be concerned because nothing is left there.
SELECT m.id AS ministry, COUNT(q.office) AS offices,
       COALESCE(SUM(q.persons), 0) AS persons
  FROM ministry m
  LEFT JOIN version_part q ON q.version = :version AND q.ministry = m.id
 WHERE JSON_CONTAINS(:concerned, CAST(m.id AS CHAR))
 GROUP BY m.id;

-- name: unit_whole :one
-- anyone: after an act on the application, which has locked it
SELECT 0 AS ministry, s.offices, s.persons
  FROM application p
  JOIN office_sum s ON s.version = p.sent
 WHERE p.id = :application;

-- name: unit_name :one
-- anyone: in the sending, or after an act, which have locked the application
SELECT a.name
  FROM application p
  JOIN applicant a ON a.version = p.sent
 WHERE p.id = :application;

-- name: unit_put :exec
-- anyone: in the sending, or after an act, which have locked the application
INSERT INTO review_unit (public_id, application, role, ministry, state, since,
       receipt, name, search_key, pref, founder, offices, persons, sent_at,
       kind)
SELECT :id, p.id, :role, :ministry, IF(:role = 'registrar', 'waiting', 'open'),
       :now, p.receipt, a.name, :search_key, a.at_pref, a.founder, :offices,
       :persons, p.sent_at, p.kind
  FROM application p
  JOIN applicant a ON a.version = p.sent
 WHERE p.id = :application
ON DUPLICATE KEY UPDATE revision = review_unit.revision + 1, name = a.name,
       search_key = VALUES(search_key), pref = a.at_pref, founder = a.founder,
       offices = VALUES(offices), persons = VALUES(persons),
       since = IF(review_unit.state = 'dropped', VALUES(since),
                  review_unit.since),
       state = IF(review_unit.state = 'dropped', 'open', review_unit.state);

-- name: unit_drop :exec
-- anyone: in the sending, which has locked the application
UPDATE review_unit u
   SET u.state = 'dropped', u.since = :now, u.revision = u.revision + 1
 WHERE u.application = :application AND u.role = 'reviewer'
   AND u.state <> 'dropped'
   AND NOT JSON_CONTAINS(:concerned, CAST(u.ministry AS CHAR));

-- name: unit_types_clear :exec
-- anyone: in the sending, which has locked the application
DELETE t
  FROM unit_type t
  JOIN review_unit u ON u.id = t.unit
 WHERE u.application = :application AND u.role = 'reviewer';

-- name: unit_types_put :exec
-- anyone: in the sending, which has locked the application
INSERT INTO unit_type (unit, type, role, ministry, state, since)
SELECT DISTINCT u.id, b.type, u.role, u.ministry, u.state, u.since
  FROM review_unit u
  JOIN version_part v ON v.version = :version AND v.ministry = u.ministry
  JOIN business b ON b.version = v.version AND b.office = v.office
  JOIN business_type t
    ON t.code = IF(b.detail2 <> '', b.detail2, b.detail1)
   AND COALESCE(t.ministry, (SELECT m.id FROM ministry m
                              WHERE m.code = 'mhlw')) = u.ministry
 WHERE u.application = :application AND u.role = 'reviewer';

-- name: unit_types_registrar :exec
-- anyone: after an act on the application, which has locked it
INSERT IGNORE INTO unit_type (unit, type, role, ministry, state, since)
SELECT u.id, b.type, u.role, u.ministry, u.state, u.since
  FROM review_unit u
  JOIN application p ON p.id = u.application
  JOIN business_sum b ON b.version = p.sent AND b.offices > 0
 WHERE u.application = :application AND u.role = 'registrar';

-- name: unit_settle :exec
-- anyone: after an act on the application, which has locked it
UPDATE application p
   SET p.state = CASE
         WHEN EXISTS (SELECT 1 FROM inquiry i
                       WHERE i.application = p.id AND i.state = 'sent')
         THEN 'under_inquiry'
         WHEN EXISTS (SELECT 1 FROM review_unit u
                       WHERE u.application = p.id AND u.role = 'reviewer'
                         AND u.state NOT IN ('confirmed', 'dropped'))
         THEN 'submitted'
         ELSE 'ministry_confirmed' END
 WHERE p.id = :application;

-- name: unit_settled :one
-- anyone: after an act on the application, which has locked it
SELECT COUNT(*) AS unconfirmed
  FROM review_unit
 WHERE application = :application AND role = 'reviewer'
   AND state NOT IN ('confirmed', 'dropped');

-- name: unit_reach_registrar :exec
-- anyone: after an act on the application, which has locked it
UPDATE review_unit
   SET state = 'open', since = :now, revision = revision + 1
 WHERE application = :application AND role = 'registrar' AND state = 'waiting';

-- name: unit_leave_registrar :exec
-- anyone: after an act on the application, which has locked it
UPDATE review_unit
   SET state = 'waiting', since = :now, revision = revision + 1
 WHERE application = :application AND role = 'registrar'
   AND state IN ('open', 'answered');
