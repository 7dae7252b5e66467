-- 状態遷移: an application and the desk of whoever acts on it.

-- name: flow_lock :one
-- Whoever comes second waits here, and then sees what the first one did.
SELECT p.id, p.kind, p.state, p.sent, COALESCE(p.receipt, '') AS receipt,
       p.account,
       p.begun_at IS NOT NULL AS begun, c.mail, a.name AS company, u.id AS unit,
       u.public_id AS unit_id, COALESCE(u.state, '') AS unit_state, u.revision
  FROM application p
  JOIN account c ON c.id = p.account
  JOIN applicant a ON a.version = p.sent
  LEFT JOIN review_unit u ON u.application = p.id AND u.role = :my_role
                         AND u.ministry = :my_ministry
                         AND u.state NOT IN ('waiting', 'dropped')
 WHERE p.public_id = :id AND (u.id IS NOT NULL OR p.id = :my_application)
   FOR UPDATE;

-- name: flow_unit :exec
-- Every act counts, also one that leaves the state: a colleague's page is
-- stale after it.
UPDATE review_unit
   SET since = IF(:unit_to = '' OR :unit_to = state, since, :now),
       state = IF(:unit_to = '', state, :unit_to),
       revision = revision + 1
 WHERE id = :unit AND role = :my_role AND ministry = :my_ministry;

-- name: flow_begun :exec
UPDATE application p
  JOIN review_unit u ON u.application = p.id AND u.role = :my_role
                    AND u.ministry = :my_ministry
   SET p.begun_at = :now
 WHERE p.id = :application AND p.begun_at IS NULL;

-- name: flow_ended :exec
-- anyone: locked by flow_lock, which asks whose it is
-- What was begun as an answer goes with it.
UPDATE application
   SET state = :to, draft = NULL, ended_at = :now
 WHERE id = :application;

-- name: flow_units_done :exec
-- anyone: locked by flow_lock, which asks whose it is
UPDATE review_unit
   SET state = 'done', since = :now, revision = revision + 1
 WHERE application = :application AND state NOT IN ('done', 'dropped');
