-- Hats: the organisations for which one person acts, with a role in each.

-- name: hat_list :many
SELECT o.public_id AS id, o.name, o.kind, m.role, m.since,
       m.organisation = :my_org AND m.role = :my_role AS worn
  FROM membership m
  JOIN organisation o ON o.id = m.organisation
 WHERE m.account = :my_account
 ORDER BY o.name, o.id, m.role;

-- name: hat_find :one
-- A hat of mine: whoever asks for another one's finds nothing.
SELECT m.organisation, m.role, o.kind, o.public_id AS id
  FROM membership m
  JOIN organisation o ON o.id = m.organisation
 WHERE m.account = :my_account AND o.public_id = :id
   AND (m.role = :role OR :role = '')
 ORDER BY m.role
 LIMIT 1;
