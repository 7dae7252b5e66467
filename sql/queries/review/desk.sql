-- An application on the desk of whoever asks. Every statement joins the unit of
-- this desk; a reviewer gets the offices of the ministry (version_part) and its
-- own businesses, the registrar gets all. 厚生労働省 has what is nobody's.

-- name: desk_load :one
SELECT p.id AS application, p.public_id AS id, p.kind, p.state,
       COALESCE(p.receipt, '') AS receipt, p.mail AS login, p.sent_at,
       p.begun_at, DATEDIFF(p.secured_on, '1970-01-01') AS secured_on,
       x.number AS base_number, v.id AS version, v.number,
       v.frozen_at AS version_at,
       u.id AS unit, u.public_id AS unit_id, u.revision,
       u.state AS unit_state, u.since,
       DATEDIFF(u.due_on, '1970-01-01') AS due_on, u.opinion, u.reason,
       u.assignee, COALESCE(a.name, '') AS assignee_name, u.assigned_at,
       u.confirmed_by, COALESCE(c.name, '') AS confirmed_name,
       u.confirmed_at, u.confirmed_version, w.number AS confirmed_number,
       u.offices, u.persons
  FROM application p
  JOIN review_unit u ON u.application = p.id AND u.role = :my_role
                    AND u.ministry = :my_ministry
  JOIN version v ON v.id = p.sent
  LEFT JOIN account a ON a.id = u.assignee
  LEFT JOIN account c ON c.id = u.confirmed_by
  LEFT JOIN version w ON w.id = u.confirmed_version
  LEFT JOIN version x ON x.id = p.base
 WHERE p.public_id = :id AND u.state <> 'dropped'
   AND (u.role <> 'registrar' OR u.state <> 'waiting');

-- name: desk_applicant :one
SELECT a.public_id AS id, a.revision, a.founder, a.consent, a.body, a.name,
       a.kana, a.chief, a.chief_kana, a.at_zip, a.at_pref, a.at_city,
       a.at_town, a.tel, a.fax, a.mail, a.physician, a.plan, a.agency,
       a.agency_physician, a.agency_plan, a.note1, a.note2
  FROM version v
  JOIN review_unit u ON u.application = v.application AND u.role = :my_role
                    AND u.ministry = :my_ministry AND u.state <> 'dropped'
  JOIN applicant a ON a.version = v.id
 WHERE v.id = :version AND v.frozen_at IS NOT NULL;

-- name: desk_totals :many
-- The registrar's are at hand; a reviewer's own rows are found by the choices
-- that belong to the ministry.
SELECT x.type, t.name AS label, x.offices, x.own, x.external,
       x.own + x.external AS persons
  FROM (SELECT s.type, s.offices, s.own, s.external
          FROM review_unit u
          JOIN version v ON v.application = u.application AND v.id = :version
          JOIN business_sum s ON s.version = v.id AND s.offices > 0
         WHERE :my_role = 'registrar' AND u.role = :my_role
           AND u.ministry = :my_ministry
        UNION ALL
        SELECT b.type, COUNT(DISTINCT b.office), SUM(b.own), SUM(b.external)
          FROM review_unit u
          JOIN version v ON v.application = u.application AND v.id = :version
          JOIN business b ON b.version = v.id
          JOIN business_type c
            ON c.code = IF(b.detail2 <> '', b.detail2, b.detail1)
           AND COALESCE(c.ministry, (SELECT m.id FROM ministry m
                                      WHERE m.code = 'mhlw')) = :my_ministry
         WHERE :my_role = 'reviewer' AND u.role = :my_role
           AND u.ministry = :my_ministry AND u.state <> 'dropped'
         GROUP BY b.type) x
  JOIN business_type t ON t.code = x.type
 ORDER BY x.type;

-- name: desk_units :many
-- Of the others nothing but how far they are.
SELECT u.role, u.ministry, COALESCE(m.name, '') AS name, u.state,
       u.id = mine.id AS mine
  FROM review_unit mine
  JOIN review_unit u ON u.application = mine.application
                    AND u.state <> 'dropped'
  LEFT JOIN ministry m ON m.id = u.ministry
 WHERE mine.application = :application AND mine.role = :my_role
   AND mine.ministry = :my_ministry
 ORDER BY u.role = 'registrar', m.sort, u.ministry;

-- name: desk_versions :many
-- Of a change what it is counted from and what was sent; not what stood before
-- that, nor what was made of it when it was accepted.
SELECT v.id AS version, v.number, v.frozen_at AS at
  FROM review_unit u
  JOIN application p ON p.id = u.application
  JOIN version last ON last.id = p.sent
  LEFT JOIN version base ON base.id = p.base
  JOIN version v ON v.application = p.id AND v.frozen_at IS NOT NULL
                AND v.number BETWEEN COALESCE(base.number, 1) AND last.number
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.state <> 'dropped'
 ORDER BY v.number DESC;

-- part: desk_columns
SELECT o.public_id AS id, o.number, o.shown_name AS name, page.persons,
       o.inst_secured = 'yes' AS secured,
       CONCAT(p.name, c.name, o.at_town) AS place,
       COALESCE((SELECT GROUP_CONCAT(DISTINCT b.type ORDER BY b.position)
                   FROM business b
                   JOIN business_type t
                     ON t.code = IF(b.detail2 <> '', b.detail2, b.detail1)
                  WHERE b.version = o.version AND b.office = o.number
                    AND (:my_role = 'registrar'
                         OR COALESCE(t.ministry,
                              (SELECT m.id FROM ministry m
                                WHERE m.code = 'mhlw')) = :my_ministry)),
                '') AS types

-- part: desk_places
  STRAIGHT_JOIN office o
     ON o.version = page.version AND o.number = page.number
  STRAIGHT_JOIN prefecture p ON p.code = o.at_pref
  STRAIGHT_JOIN city c ON c.code = o.at_city

-- Of the two halves one is empty at once: a desk has either a part or all.

-- part: desk_half_part
SELECT q.version, q.office AS number, q.persons
  FROM review_unit u
  JOIN version v ON v.application = u.application AND v.id = :version
  JOIN version_part q ON q.version = v.id AND q.ministry = :my_ministry
  JOIN office o ON o.version = q.version AND o.number = q.office
 WHERE :my_role = 'reviewer' AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.state <> 'dropped'
   AND (:q = '' OR o.search_key LIKE :q)

-- part: desk_half_all
SELECT o.version, o.number, o.persons
  FROM review_unit u
  JOIN version v ON v.application = u.application AND v.id = :version
  JOIN office o ON o.version = v.id
 WHERE :my_role = 'registrar' AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.state NOT IN ('dropped', 'waiting')
   AND (:q = '' OR o.search_key LIKE :q)

-- name: desk_offices_after :many
{desk_columns}
  FROM ((
{desk_half_part}
            AND q.office > :after
          ORDER BY q.office
          LIMIT :limit)
        UNION ALL
        (
{desk_half_all}
            AND o.number > :after
          ORDER BY o.number
          LIMIT :limit)) page
{desk_places}
 ORDER BY o.number;

-- name: desk_offices_before :many
-- The same backwards; the program turns it round.
{desk_columns}
  FROM ((
{desk_half_part}
            AND q.office < :before
          ORDER BY q.office DESC
          LIMIT :limit)
        UNION ALL
        (
{desk_half_all}
            AND o.number < :before
          ORDER BY o.number DESC
          LIMIT :limit)) page
{desk_places}
 ORDER BY o.number DESC;

-- name: desk_office :one
SELECT o.public_id AS id, o.revision, o.number, o.name, o.shown_name, o.kana,
       o.principal, o.at_zip, o.at_pref, o.at_city, o.at_town, o.tel, o.fax,
       o.mail, o.staff, o.inst_secured, o.inst_name, o.inst_kana,
       o.inst_at_zip, o.inst_at_pref, o.inst_at_city, o.inst_at_town,
       o.inst_tel, o.inst_fax, o.inst_mail, o.inst_plan
  FROM version v
  JOIN review_unit u ON u.application = v.application AND u.role = :my_role
                    AND u.ministry = :my_ministry
                    AND u.state <> 'dropped'
                    AND (u.role <> 'registrar' OR u.state <> 'waiting')
  JOIN office o ON o.version = v.id AND o.public_id = :id
 WHERE v.id = :version AND v.frozen_at IS NOT NULL
   AND (:my_role = 'registrar' OR
        EXISTS (SELECT 1 FROM version_part q
                 WHERE q.version = v.id AND q.ministry = :my_ministry
                   AND q.office = o.number));

-- name: desk_office_id :one
-- The number stays over all versions, and so does the id behind it.
SELECT o.public_id AS id
  FROM version v
  JOIN review_unit u ON u.application = v.application AND u.role = :my_role
                    AND u.ministry = :my_ministry AND u.state <> 'dropped'
  JOIN office o ON o.version = v.id AND o.number = :number
 WHERE v.id = :version;

-- name: desk_businesses :many
SELECT b.position, b.type, b.detail1, b.detail2, b.own, b.external, b.note,
       b.basis_own, b.basis_external
  FROM version v
  JOIN review_unit u ON u.application = v.application AND u.role = :my_role
                    AND u.ministry = :my_ministry AND u.state <> 'dropped'
  JOIN business b ON b.version = v.id AND b.office = :number
  JOIN business_type t ON t.code = IF(b.detail2 <> '', b.detail2, b.detail1)
 WHERE v.id = :version
   AND (:my_role = 'registrar' OR
        COALESCE(t.ministry, (SELECT m.id FROM ministry m
                               WHERE m.code = 'mhlw')) = :my_ministry)
 ORDER BY b.position;
