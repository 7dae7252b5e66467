-- 登録通知書: what its paper says, for the applicant and for the registrar.

-- name: paper_own :one
SELECT r.id, r.number, r.registered_on, r.valid_until, r.offices, r.persons,
       a.name, a.chief,
       v.next_office - 1 AS last_office
  FROM registration r
  JOIN version v ON v.id = r.version
  JOIN applicant a ON a.version = v.id
 WHERE r.application = :my_application;

-- name: paper_desk :one
SELECT r.id, r.number, r.registered_on, r.valid_until, r.offices, r.persons,
       a.name, a.chief,
       v.next_office - 1 AS last_office
  FROM review_unit u
  JOIN application p ON p.id = u.application
  JOIN registration r ON r.application = u.application
  JOIN version v ON v.id = r.version
  JOIN applicant a ON a.version = v.id
 WHERE p.public_id = :id AND u.role = :my_role AND u.ministry = :my_ministry
   AND u.role = 'registrar';

-- name: paper_offices :many
-- What of each office is registered, as the public register has it.
SELECT o.number, o.name, CONCAT(p.name, c.name, o.town) AS place, o.types
  FROM register_office o
  JOIN prefecture p ON p.code = o.pref
  JOIN city c ON c.code = o.city
 WHERE o.business = :registration
   AND o.number > :after AND o.number <= :until
 ORDER BY o.number;
