-- One's own application to be read: the version that was sent last, or the
-- draft as long as none was. Every statement asks whose version it is.

-- name: view_open :one
SELECT p.public_id AS id, p.kind, p.state, COALESCE(p.receipt, '') AS receipt,
       p.mail, EXISTS (SELECT 1 FROM account c
                        WHERE c.id = p.account AND c.password <> '') AS known,
       p.sent_at, p.changed_at, v.id AS version, v.number,
       v.next_office - 1 AS last_office, COALESCE(s.offices, 0) AS offices,
       COALESCE(s.persons, 0) AS persons
  FROM application p
  JOIN version v ON v.id = COALESCE(p.sent, p.draft)
  LEFT JOIN office_sum s ON s.version = v.id
 WHERE p.id = :my_application;

-- name: view_totals :many
SELECT t.name AS label, b.offices, b.own, b.external,
       b.own + b.external AS persons
  FROM version v
  JOIN business_sum b ON b.version = v.id AND b.offices > 0
  JOIN business_type t ON t.code = b.type
 WHERE v.id = :version AND v.application = :my_application
 ORDER BY b.type;

-- name: view_offices :many
-- A page is found by its numbers alone, then read.
SELECT o.public_id AS id, o.number, o.shown_name AS name, o.persons,
       o.inst_secured = 'yes' AS secured,
       CONCAT(p.name, c.name, o.at_town) AS place,
       o.types
  FROM (SELECT o.version, o.number
          FROM version v
          JOIN office o ON o.version = v.id
         WHERE v.id = :version AND v.application = :my_application
         ORDER BY o.number
         LIMIT :limit OFFSET :offset) page
  STRAIGHT_JOIN office o
     ON o.version = page.version AND o.number = page.number
  STRAIGHT_JOIN prefecture p ON p.code = o.at_pref
  STRAIGHT_JOIN city c ON c.code = o.at_city
 ORDER BY o.number;

-- name: view_office :one
SELECT o.public_id AS id, o.revision, o.number, o.shown_name AS name, o.kana, o.principal,
       o.at_zip, o.at_pref, o.at_city, o.at_town, o.tel, o.fax, o.mail,
       o.staff, o.inst_secured, o.inst_name, o.inst_kana, o.inst_at_zip,
       o.inst_at_pref, o.inst_at_city, o.inst_at_town, o.inst_tel, o.inst_fax,
       o.inst_mail, o.inst_plan
  FROM version v
  JOIN office o ON o.version = v.id AND o.public_id = :id
 WHERE v.id = :version AND v.application = :my_application;

-- name: view_businesses :many
SELECT b.type, b.detail1, b.detail2, b.own, b.external, b.note, b.basis_own,
       b.basis_external
  FROM version v
  JOIN business b ON b.version = v.id AND b.office = :number
 WHERE v.id = :version AND v.application = :my_application
 ORDER BY b.position;

-- name: view_all :many
-- Everything there is about the offices, a row for each business; what belongs
-- to the office stands in each of its rows. In order, so that it can be
-- written down as it comes; some numbers at a time, so that no statement is
-- long.
SELECT o.number, o.shown_name AS name, o.kana, o.principal, o.at_zip,
       CONCAT(p.name, c.name, o.at_town) AS place, o.tel, o.fax, o.mail,
       o.staff, o.inst_secured, o.inst_name, o.inst_kana, o.inst_at_zip,
       COALESCE(CONCAT(ip.name, ic.name, o.inst_at_town), '') AS inst_place,
       o.inst_tel, o.inst_fax, o.inst_mail, o.inst_plan, b.position,
       CONCAT_WS('／', t.name, d1.name, d2.name) AS kind, b.own, b.external,
       b.note, b.basis_own, b.basis_external
  FROM version v
  JOIN office o ON o.version = v.id
  JOIN prefecture p ON p.code = o.at_pref
  JOIN city c ON c.code = o.at_city
  LEFT JOIN prefecture ip ON ip.code = o.inst_at_pref
  LEFT JOIN city ic ON ic.code = o.inst_at_city
  JOIN business b ON b.version = o.version AND b.office = o.number
  JOIN business_type t ON t.code = b.type
  LEFT JOIN business_type d1 ON d1.code = b.detail1
  LEFT JOIN business_type d2 ON d2.code = b.detail2
 WHERE v.id = :version AND v.application = :my_application
   AND o.number > :after AND o.number <= :until
 ORDER BY o.number, b.position;
