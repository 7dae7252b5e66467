-- 所管替え of one application. All of it is done by the worker, in one
-- transaction that has locked the application (move_lock).

-- name: move_lock :one
-- anyone: the worker moves everybody's
SELECT p.id, p.public_id, p.state, COALESCE(p.sent, 0) AS sent,
       COALESCE(g.id, 0) AS giver, COALESCE(g.state, '') AS giver_state,
       COALESCE(t.id, 0) AS taker, COALESCE(t.state, '') AS taker_state
  FROM application p
  LEFT JOIN review_unit g ON g.application = p.id AND g.role = 'reviewer'
                         AND g.ministry = :from
  LEFT JOIN review_unit t ON t.application = p.id AND t.role = 'reviewer'
                         AND t.ministry = :to
 WHERE p.id = :application
   FOR UPDATE;

-- name: move_versions :many
-- anyone: the worker moves everybody's
SELECT DISTINCT q.version
  FROM version v
  JOIN version_part q ON q.version = v.id AND q.ministry = :from
 WHERE v.application = :application;

-- name: move_reach :one
-- anyone: the worker moves everybody's
-- Who has still, or now, something in what was sent or in what it changes.
SELECT EXISTS (SELECT 1 FROM version_part q
                WHERE q.version IN (p.sent, p.base) AND q.ministry = :from)
         AS stays,
       EXISTS (SELECT 1 FROM version_part q
                WHERE q.version IN (p.sent, p.base) AND q.ministry = :to)
         AS comes
  FROM application p
 WHERE p.id = :application;

-- name: move_unit :exec
-- anyone: the worker moves everybody's
-- The whole desk goes, with notes, inquiries and what was confirmed; only who
-- worked on it stays behind.
UPDATE review_unit
   SET ministry = :to, assignee = NULL, assigned_at = NULL
 WHERE id = :unit;

-- name: move_unit_split :exec
-- anyone: the worker moves everybody's
INSERT INTO review_unit (public_id, application, role, ministry, state, since,
       opinion, reason, confirmed_by, confirmed_at, confirmed_version, receipt,
       name, search_key, pref, founder, offices, persons, sent_at, kind)
SELECT :id, g.application, g.role, :to, :state, IF(:as_was = 1, g.since, :now),
       IF(:as_was = 1, g.opinion, ''), IF(:as_was = 1, g.reason, ''),
       IF(:as_was = 1, g.confirmed_by, NULL),
       IF(:as_was = 1, g.confirmed_at, NULL),
       IF(:as_was = 1, g.confirmed_version, NULL), g.receipt, g.name,
       g.search_key, g.pref, g.founder, 0, 0, g.sent_at, g.kind
  FROM review_unit g
 WHERE g.id = :unit;

-- name: move_unit_state :exec
-- anyone: the worker moves everybody's
-- The taker had something in it already. What it had confirmed is looked at
-- once more if something comes that was not.
UPDATE review_unit t
  JOIN review_unit g ON g.id = :giver
   SET t.since = IF(t.state = :state, t.since, :now),
       t.due_on = IF(:state = 'inquiry', LEAST(COALESCE(t.due_on, g.due_on),
                                               COALESCE(g.due_on, t.due_on)),
                     t.due_on),
       t.opinion = IF(:as_was = 1, g.opinion, t.opinion),
       t.reason = IF(:as_was = 1, g.reason, t.reason),
       t.confirmed_by = IF(:as_was = 1, g.confirmed_by, t.confirmed_by),
       t.confirmed_at = IF(:as_was = 1, g.confirmed_at, t.confirmed_at),
       t.confirmed_version = IF(:as_was = 1, g.confirmed_version,
                                t.confirmed_version),
       t.state = :state
 WHERE t.id = :unit;

-- name: move_notes :exec
-- anyone: the worker moves everybody's
UPDATE review_note SET unit = :unit WHERE unit = :giver;

-- name: move_inquiries :exec
-- anyone: the worker moves everybody's
UPDATE inquiry SET unit = :unit WHERE unit = :giver;

-- name: move_unit_drop :exec
-- anyone: the worker moves everybody's
UPDATE review_unit
   SET state = 'dropped', since = :now, assignee = NULL, assigned_at = NULL
 WHERE id = :unit;

-- name: move_count :exec
-- anyone: the worker moves everybody's
UPDATE review_unit u
   SET u.offices = (SELECT COUNT(*) FROM version_part q
                     WHERE q.version = :version AND q.ministry = u.ministry),
       u.persons = (SELECT COALESCE(SUM(q.persons), 0) FROM version_part q
                     WHERE q.version = :version AND q.ministry = u.ministry),
       u.revision = u.revision + 1
 WHERE u.application = :application AND u.role = 'reviewer'
   AND u.ministry IN (:from, :to) AND u.state <> 'dropped';

-- name: move_threads :exec
-- anyone: the worker moves everybody's
-- Messages go to whoever has the registration now.
UPDATE message_thread t
   SET t.ministry = :to
 WHERE t.application = (SELECT COALESCE(p.parent, p.id) FROM application p
                         WHERE p.id = :application)
   AND t.role = 'reviewer' AND t.ministry = :from
   AND NOT EXISTS (SELECT 1
                     FROM registration r
                     JOIN version_part q ON q.version = r.version
                                        AND q.ministry = :from
                    WHERE r.application = t.application);

-- name: move_missing_put :exec
-- anyone: the worker moves everybody's
-- 未確保: the taker's list has them from the day they lie open, not from today.
INSERT INTO registration_missing (registration, role, ministry, active,
       application, application_id, version, number, name, search_key, pref,
       offices, since, reminded_at)
SELECT m.registration, 'reviewer', q.ministry, m.active, m.application,
       m.application_id, m.version, m.number, m.name, m.search_key, m.pref,
       COUNT(*), COALESCE(g.since, m.since), m.reminded_at
  FROM version v
  JOIN registration r ON r.version = v.id
  JOIN registration_missing m ON m.registration = r.id
                             AND m.role = 'registrar'
  LEFT JOIN registration_missing g ON g.registration = r.id
                                  AND g.role = 'reviewer'
                                  AND g.ministry = :from
  JOIN version_part q ON q.version = r.version
                     AND q.ministry IN (:from, :to)
  JOIN office o ON o.version = q.version AND o.number = q.office
               AND o.inst_secured <> 'yes'
 WHERE v.application = :application
 GROUP BY m.registration, q.ministry, m.active, m.application,
       m.application_id, m.version, m.number, m.name, m.search_key, m.pref,
       g.since, m.since, m.reminded_at
ON DUPLICATE KEY UPDATE offices = VALUES(offices);

-- name: move_missing_drop :exec
-- anyone: the worker moves everybody's
DELETE m
  FROM version v
  JOIN registration r ON r.version = v.id
  JOIN registration_missing m ON m.registration = r.id
                             AND m.role = 'reviewer'
                             AND m.ministry IN (:from, :to)
 WHERE v.application = :application
   AND NOT EXISTS (SELECT 1
                     FROM version_part q
                     JOIN office o ON o.version = q.version
                                  AND o.number = q.office
                                  AND o.inst_secured <> 'yes'
                    WHERE q.version = r.version AND q.ministry = m.ministry);
