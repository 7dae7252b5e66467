-- 過去の時点の登録簿: which registrations there were at a moment (:at), and in
-- which state. The last event up to then says the state, the last version up to
-- then what was in force; nothing here asks how it is now. One statement for
-- each index that can serve a list, lib/asof/register.c chooses; and one for one
-- of them.

-- name: asof_made :one
SELECT COUNT(*) AS n
  FROM registration r
 WHERE r.at <= :at AND :my_role = 'registrar';

-- name: asof_ended :many
-- Every act moves one from one state to another, so they are only counted.
SELECT e.act, COUNT(*) AS n
  FROM registration_event e FORCE INDEX (registration_event_made)
 WHERE e.at <= :at AND :my_role = 'registrar'
   AND e.act NOT IN ('warn', 'announce')
 GROUP BY e.act;

-- part: asof_state
COALESCE((SELECT e.state FROM registration_event e
           WHERE e.registration = r.id AND e.at <= :at
           ORDER BY e.id DESC LIMIT 1), 'active')

-- part: asof_columns
SELECT p.public_id AS id, found.number, a.name, found.state, r.registered_on,
       r.valid_until,
       IF(v.version = r.version, r.offices,
          IF(a.founder = 'public',
             (SELECT COUNT(DISTINCT b.office) FROM business b
               WHERE b.version = v.version AND b.external > 0),
             (SELECT s.offices FROM office_sum s WHERE s.version = v.version)))
         AS offices,
       IF(v.version = r.version, r.persons,
          (SELECT SUM(IF(a.founder = 'public', 0, b.own) + b.external)
             FROM business_sum b WHERE b.version = v.version)) AS persons,

-- part: asof_terms
-- What moved the last day: 更新 by five years each, 復活 to a day that it says.
       COALESCE((SELECT e.day FROM registration_event e
                  WHERE e.registration = r.id AND e.act = 'revive'
                    AND e.at <= :at
                  ORDER BY e.id DESC LIMIT 1), '') AS revived_to,
       (SELECT COUNT(*) FROM registration_version n
         WHERE n.registration = r.id AND n.kind = 'renewal'
           AND n.from_at <= :at
           AND n.from_at > COALESCE((SELECT MAX(e.at) FROM registration_event e
                                      WHERE e.registration = r.id
                                        AND e.act = 'revive' AND e.at <= :at),
                                    '1970-01-01')) AS renewals,
       EXISTS (SELECT 1 FROM registration_version n
                WHERE n.registration = r.id AND n.kind = 'renewal'
                  AND n.from_at > :at)
       OR EXISTS (SELECT 1 FROM registration_event e
                   WHERE e.registration = r.id AND e.act = 'revive'
                     AND e.at > :at) AS moved_later

-- part: asof_version
(SELECT x.id FROM registration_version x
  WHERE x.registration = r.id AND x.from_at <= :at
  ORDER BY x.from_at DESC, x.id DESC LIMIT 1)

-- part: asof_read
  STRAIGHT_JOIN registration r ON r.id = found.id
  STRAIGHT_JOIN registration_version v ON v.id =
{asof_version}
  STRAIGHT_JOIN applicant a ON a.version = v.version
  STRAIGHT_JOIN application p ON p.id = r.application

-- part: asof_found
{asof_columns}
{asof_terms}
  FROM (

-- part: asof_after
           AND r.number > :after
         ORDER BY r.number
         LIMIT :limit) found
{asof_read}
 ORDER BY found.number

-- part: asof_before
-- The same backwards; the program turns it round.
           AND r.number < :before
         ORDER BY r.number DESC
         LIMIT :limit) found
{asof_read}
 ORDER BY found.number DESC

-- part: asof_by_number
SELECT r.id, r.number,
{asof_state}
       AS state
  FROM registration r FORCE INDEX (registration_number)
 WHERE :my_role = 'registrar' AND r.number LIKE :number AND r.at <= :at
   AND (:state = '' OR :state =
{asof_state}
       )

-- name: asof_number_after :many
{asof_found}
{asof_by_number}
{asof_after};

-- name: asof_number_before :many
{asof_found}
{asof_by_number}
{asof_before};

-- part: asof_by_state
-- Those that had ended, by the act that ended them: the last one up to then.
SELECT e.registration AS id, e.number, e.state
  FROM registration_event e FORCE INDEX (registration_event_state)
 WHERE :my_role = 'registrar' AND e.state = :state AND e.number LIKE :number
   AND e.at <= :at
   AND NOT EXISTS (SELECT 1 FROM registration_event l
                    WHERE l.registration = e.registration AND l.id > e.id
                      AND l.at <= :at)

-- name: asof_state_after :many
{asof_found}
{asof_by_state}
           AND e.number > :after
         ORDER BY e.number
         LIMIT :limit) found
{asof_read}
 ORDER BY found.number;

-- name: asof_state_before :many
{asof_found}
{asof_by_state}
           AND e.number < :before
         ORDER BY e.number DESC
         LIMIT :limit) found
{asof_read}
 ORDER BY found.number DESC;

-- part: asof_by_name
-- Every name that a business ever applied under stands in a unit, without its
-- legal form in front; the one that was in force then must have it as well.
SELECT DISTINCT r.id, r.number,
{asof_state}
       AS state
  FROM review_unit u FORCE INDEX (review_unit_name)
  JOIN application q ON q.id = u.application
  JOIN registration r ON r.application = COALESCE(q.parent, q.id)
  JOIN registration_version v ON v.id =
{asof_version}
  JOIN applicant a ON a.version = v.version AND a.search_key LIKE :part
 WHERE :my_role = 'registrar' AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.search_key LIKE :name AND r.at <= :at
   AND (:state = '' OR :state =
{asof_state}
       )

-- name: asof_name_after :many
{asof_found}
{asof_by_name}
{asof_after};

-- name: asof_name_before :many
{asof_found}
{asof_by_name}
{asof_before};

-- name: asof_entry :one
-- Of an application on the registrar's desk. Registered by then: what was in
-- force. Else the version that it had sent last; copies that were made when it
-- was accepted have higher numbers than what it sent.
SELECT p.id AS application, p.public_id AS id, p.sent_at,
       IF(p.ended_at <= :at, p.state, '') AS outcome,
       IF(p.ended_at <= :at, p.ended_at, NULL) AS outcome_at,
       r.id AS registration, COALESCE(r.number, '') AS number,
       r.at AS registered_at, COALESCE(r.registered_on, '') AS registered_on,
       COALESCE(r.valid_until, '') AS valid_until,
       COALESCE(e.state, 'active') AS state, COALESCE(e.at, r.at) AS since,
       COALESCE((SELECT d.day FROM registration_event d
                  WHERE d.registration = r.id AND d.act = 'announce'
                    AND d.at <= :at AND COALESCE(e.id, 0) < d.id
                  ORDER BY d.id DESC LIMIT 1), '') AS announced,
       COALESCE(v.kind, p.kind) AS kind,
       COALESCE(IF(v.id IS NULL, p.receipt, b.receipt), '') AS receipt,
       COALESCE(v.from_at, s.frozen_at) AS version_at,
       COALESCE(v.version, s.id) AS version,
{asof_terms}
  FROM application p
  JOIN review_unit u ON u.application = p.id AND u.role = :my_role
                    AND u.ministry = :my_ministry AND u.role = 'registrar'
                    AND u.state NOT IN ('waiting', 'dropped')
  LEFT JOIN registration r ON r.application = p.id AND r.at <= :at
  LEFT JOIN registration_version v ON v.id =
{asof_version}
  LEFT JOIN application b ON b.id = v.application
  LEFT JOIN registration_event e ON e.id =
       (SELECT MAX(m.id) FROM registration_event m
         WHERE m.registration = r.id AND m.at <= :at
           AND m.act NOT IN ('warn', 'announce'))
  LEFT JOIN version s ON s.id =
       (SELECT y.id
          FROM version last
          JOIN version y ON y.application = last.application
                        AND y.number <= last.number
         WHERE last.id = p.sent AND y.frozen_at <= :at
           AND y.frozen_at >= p.sent_at
         ORDER BY y.number DESC LIMIT 1)
 WHERE p.public_id = :id;
