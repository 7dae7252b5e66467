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
-- anyone: of a registration that one of the above has found
-- What of each office is registered; one that has ended has left the public
-- register, and its letter still says what it was about.
SELECT o.number, o.shown_name AS name, CONCAT(p.name, c.name, o.at_town) AS place,
       GROUP_CONCAT(DISTINCT b.type ORDER BY b.position) AS types
  FROM registration r
  JOIN applicant a ON a.version = r.version
  JOIN office o ON o.version = r.version
               AND o.number > :after AND o.number <= :until
  JOIN business b ON b.version = o.version AND b.office = o.number
                 AND (a.founder <> 'public' OR b.external > 0)
  JOIN prefecture p ON p.code = o.at_pref
  JOIN city c ON c.code = o.at_city
 WHERE r.id = :registration
 GROUP BY o.number, o.shown_name, p.name, c.name, o.at_town
 ORDER BY o.number;
