-- The public register is written here, from the version that is in force, in
-- the transaction that brought it into force. A public body's own staff is
-- reported and not registered: only its offices and types with external staff
-- count.

-- name: register_business_drop :exec
-- Its offices, cells and endings go with it.
DELETE FROM register_business WHERE id = :registration;

-- name: register_business_put :exec
-- anyone: in the registering, which has locked the application
INSERT INTO register_business (id, number, name, search_key, types, offices,
       registered_on, valid_until)
SELECT r.id, r.number, a.name, :search_key,
       (SELECT COALESCE(GROUP_CONCAT(DISTINCT b.type ORDER BY b.type), '')
          FROM business b
         WHERE b.version = r.version
           AND (a.founder <> 'public' OR b.external > 0)),
       r.offices, r.registered_on, r.valid_until
  FROM registration r
  JOIN applicant a ON a.version = r.version
 WHERE r.id = :registration;

-- name: register_office_put :exec
-- anyone: in the registering, which has locked the application
INSERT INTO register_office (business, number, name, pref, city, town, types)
SELECT r.id, o.number, o.shown_name, o.at_pref, o.at_city, o.at_town, t.types
  FROM registration r
  JOIN (SELECT b.office,
               GROUP_CONCAT(DISTINCT b.type ORDER BY b.position) AS types
          FROM registration g
          JOIN applicant a ON a.version = g.version
          JOIN business b ON b.version = g.version
                         AND (a.founder <> 'public' OR b.external > 0)
         WHERE g.id = :registration
         GROUP BY b.office) t
  JOIN office o ON o.version = r.version AND o.number = t.office
 WHERE r.id = :registration;

-- name: register_cell_put :exec
-- anyone: in the registering, which has locked the application
-- With and without the type, by city, by prefecture and by neither.
INSERT INTO register_cell (type, place, business)
SELECT DISTINCT IF(k.any_type, '', d.type),
       CASE k.level WHEN 0 THEN '' WHEN 1 THEN d.at_pref ELSE d.at_city END,
       d.id
  FROM (SELECT DISTINCT r.id, b.type, o.at_pref, o.at_city
          FROM registration r
          JOIN applicant a ON a.version = r.version
          JOIN office o ON o.version = r.version
          JOIN business b ON b.version = o.version AND b.office = o.number
                         AND (a.founder <> 'public' OR b.external > 0)
         WHERE r.id = :registration) d
 CROSS JOIN (SELECT 0 AS level, 0 AS any_type UNION ALL SELECT 0, 1
             UNION ALL SELECT 1, 0 UNION ALL SELECT 1, 1
             UNION ALL SELECT 2, 0 UNION ALL SELECT 2, 1) k;

-- name: register_ending_put :exec
-- anyone: in the registering, which has locked the application
INSERT INTO register_ending (ending, business)
VALUES (:ending, :registration)
    ON DUPLICATE KEY UPDATE business = VALUES(business);

-- name: register_name :one
-- anyone: in the registering, which has locked the application
SELECT a.name, a.kana, r.state = 'active' AS active
  FROM registration r
  JOIN applicant a ON a.version = r.version
 WHERE r.id = :registration;

-- name: register_changed :exec
-- Copies of pages that web servers keep are older than this.
UPDATE register_stamp SET changes = changes + 1 WHERE id = 1;
