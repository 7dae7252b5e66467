-- The version of a business that asof_entry (register.sql) found at a moment
-- (:at): what it says, and which came before and after. A draft is never read:
-- what was not frozen by then is not there.

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
