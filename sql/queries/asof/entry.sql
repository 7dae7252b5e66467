-- One business at a moment (:at): what was registered of it, or what it had
-- sent. A draft is never read: what was not frozen by then is not there.

-- part: asof_terms
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
       (SELECT x.id FROM registration_version x
         WHERE x.registration = r.id AND x.from_at <= :at
         ORDER BY x.from_at DESC, x.id DESC LIMIT 1)
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

-- name: asof_around :one
-- When the version before the one that is shown (:from) came, and the one after
-- the moment: sent until it was registered, in force from then on.
SELECT MAX(IF(x.at < :from, x.at, NULL)) AS earlier,
       MIN(IF(x.at > :at, x.at, NULL)) AS later
  FROM (SELECT y.frozen_at AS at
          FROM application p
          JOIN version last ON last.id = p.sent
          JOIN version y ON y.application = p.id AND y.number <= last.number
                        AND y.frozen_at >= p.sent_at
         WHERE p.id = :application AND :my_role = 'registrar'
        UNION ALL
        SELECT n.from_at
          FROM registration r
          JOIN registration_version n ON n.registration = r.id
         WHERE r.application = :application AND :my_role = 'registrar') x;

-- name: asof_applicant :one
SELECT a.public_id AS id, a.revision, a.founder, a.consent, a.body, a.name,
       a.kana, a.chief, a.chief_kana, a.at_zip, a.at_pref, a.at_city,
       a.at_town, a.tel, a.fax, a.mail, a.physician, a.plan, a.agency,
       a.agency_physician, a.agency_plan, a.note1, a.note2,
       COALESCE(s.offices, 0) AS offices, COALESCE(s.persons, 0) AS persons
  FROM version v
  JOIN applicant a ON a.version = v.id
  LEFT JOIN office_sum s ON s.version = v.id
 WHERE v.id = :version AND v.frozen_at IS NOT NULL
   AND :my_role = 'registrar';

-- name: asof_totals :many
SELECT t.name AS label, b.offices, b.own, b.external,
       b.own + b.external AS persons
  FROM version v
  JOIN business_sum b ON b.version = v.id AND b.offices > 0
  JOIN business_type t ON t.code = b.type
 WHERE v.id = :version AND v.frozen_at IS NOT NULL
   AND :my_role = 'registrar'
 ORDER BY b.type;

-- part: asof_office_columns
SELECT o.number, o.shown_name AS name, o.persons, o.types,
       CONCAT(p.name, c.name, o.at_town) AS place,
       IF(o.inst_secured = 'yes', o.inst_name, '') AS institution

-- part: asof_office_rows
  FROM version v
  JOIN office o ON o.version = v.id
  STRAIGHT_JOIN prefecture p ON p.code = o.at_pref
  STRAIGHT_JOIN city c ON c.code = o.at_city
 WHERE v.id = :version AND v.frozen_at IS NOT NULL
   AND :my_role = 'registrar'

-- name: asof_offices_after :many
{asof_office_columns}
{asof_office_rows}
   AND o.number > :after
 ORDER BY o.number
 LIMIT :limit;

-- name: asof_offices_before :many
-- The same backwards; the program turns it round.
{asof_office_columns}
{asof_office_rows}
   AND o.number < :before
 ORDER BY o.number DESC
 LIMIT :limit;
