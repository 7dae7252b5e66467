-- What an account sees of its own logins.

-- name: session_mine :many
SELECT public_id AS id, device, ip, created_at, seen_at,
       id = :my_session AS here
  FROM session
 WHERE account = :my_account AND stage = 'full' AND ends_at > :now
   AND seen_at + INTERVAL idle_seconds SECOND > :now
 ORDER BY created_at DESC, id DESC;

-- name: session_mine_find :one
SELECT id FROM session WHERE public_id = :id AND account = :my_account;

-- name: login_record_mine :many
SELECT at, device, ip, outcome
  FROM login_record
 WHERE account = :my_account
 ORDER BY at DESC, id DESC
 LIMIT 50;

-- name: login_before :one
-- The login before this one; NULL at the first.
SELECT MAX(at) AS at
  FROM login_record
 WHERE account = :my_account AND outcome = 'ok'
   AND at < (SELECT created_at FROM session WHERE id = :my_session);
