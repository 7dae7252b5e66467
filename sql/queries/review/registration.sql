-- 登録・不登録・差戻し: what the registrar decides. Every statement joins the
-- registrar's own unit; the application has been locked by flow_lock.

-- name: registration_part :one
-- What of it is registered: all, or of a public body what others' staff does;
-- its own staff is reported.
SELECT MAX(p.kind) AS kind, MAX(a.founder = 'public') AS public,
       COUNT(DISTINCT CASE WHEN a.founder <> 'public' OR b.external > 0
                           THEN b.office END) AS offices,
       CAST(SUM(IF(a.founder = 'public', 0, b.own) + b.external) AS SIGNED)
         AS persons,
       CAST(SUM(IF(a.founder = 'public', b.own, 0)) AS SIGNED) AS reported
  FROM review_unit u
  JOIN application p ON p.id = u.application
  JOIN applicant a ON a.version = p.sent
  JOIN business b ON b.version = p.sent
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.role = 'registrar';

-- name: registration_second :one
-- Has whoever asks confirmed any part of it?
SELECT COUNT(*) AS mine
  FROM review_unit u
  JOIN review_unit other ON other.application = u.application
                        AND other.confirmed_by = :my_account
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry;

-- name: registration_units :many
-- What each ministry says of it.
SELECT m.code, m.name, other.state, other.opinion, other.reason,
       other.offices, other.persons, other.confirmed_at,
       COALESCE(c.name, '') AS confirmed_name,
       COALESCE(other.confirmed_by = :my_account, 0) AS me,
       COALESCE(other.confirmed_version <> p.sent, 0) AS changed
  FROM review_unit u
  JOIN application p ON p.id = u.application
  JOIN review_unit other ON other.application = u.application
                        AND other.role = 'reviewer'
                        AND other.state <> 'dropped'
  JOIN ministry m ON m.id = other.ministry
  LEFT JOIN account c ON c.id = other.confirmed_by
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.role = 'registrar'
 ORDER BY m.sort, m.id;

-- name: registration_counter_take :exec
INSERT INTO registration_counter (year, last) VALUES (:year, 1)
    ON DUPLICATE KEY UPDATE last = last + 1;

-- name: registration_counter_taken :one
SELECT last FROM registration_counter WHERE year = :year;

-- name: registration_insert :exec
INSERT INTO registration (public_id, application, version, number, state,
       registered_on, valid_until, offices, persons, registered_by, at)
SELECT :id, u.application, p.sent, :number, 'active', :registered_on,
       :valid_until, :offices, :persons, :my_account, :now
  FROM review_unit u
  JOIN application p ON p.id = u.application
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.role = 'registrar';

-- name: registration_of :one
SELECT r.public_id AS id, r.version, r.number, r.state, r.registered_on,
       r.valid_until, r.offices, r.persons, r.at,
       COALESCE(c.name, '') AS registered_name
  FROM review_unit u
  JOIN registration r ON r.application = u.application
  LEFT JOIN account c ON c.id = r.registered_by
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.role = 'registrar';

-- name: registration_done :many
-- What came of one press of a button: all of it has one time.
SELECT p.public_id AS id, u.receipt, u.name, p.state,
       COALESCE(r.number, '') AS number, COALESCE(r.persons, 0) AS persons
  FROM review_unit u
  JOIN application p ON p.id = u.application
  LEFT JOIN registration r ON r.application = COALESCE(p.parent, p.id)
 WHERE u.role = :my_role AND u.ministry = :my_ministry
   AND u.role = 'registrar' AND u.state = 'done' AND u.since = :at
 ORDER BY r.number, u.id
 LIMIT :limit;

-- name: registration_return :exec
-- The ministry's desk has it again, with what is asked.
UPDATE review_unit other
  JOIN review_unit u ON u.application = other.application
                    AND u.role = :my_role AND u.ministry = :my_ministry
                    AND u.role = 'registrar'
  JOIN ministry m ON m.id = other.ministry AND m.code = :ministry
   SET other.state = 'open', other.since = :now, other.reason = :reason,
       other.revision = other.revision + 1
 WHERE other.application = :application AND other.role = 'reviewer'
   AND other.state = 'confirmed';

-- name: refusal_insert :exec
INSERT INTO refusal (application, reason, text, account, at)
SELECT u.application, :reason, :text, :my_account, :now
  FROM review_unit u
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.role = 'registrar';

-- name: refusal_of :one
SELECT f.reason, f.text, f.at, COALESCE(c.name, '') AS name
  FROM review_unit u
  JOIN refusal f ON f.application = u.application
  LEFT JOIN account c ON c.id = f.account
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.role = 'registrar';

-- name: acceptance_of :one
SELECT p.base, r.number, r.valid_until, r.state
  FROM review_unit u
  JOIN application p ON p.id = u.application
  JOIN registration r ON r.application = p.parent
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.role = 'registrar'
   FOR UPDATE;

-- name: acceptance_prolong :exec
-- anyone: in the accepting, which has locked it
UPDATE registration SET valid_until = :valid_until WHERE id = :registration;

-- name: registration_force :exec
-- anyone: in the registering, which has just made it
INSERT INTO registration_version (registration, version, application, kind,
       from_at)
SELECT id, version, application, 'first', at FROM registration
 WHERE id = :registration;
