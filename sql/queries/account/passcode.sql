-- Codes mailed at a login. They belong to one session that awaits them; their
-- failures to the account as well, because a new login gives no new tries.

-- name: passcode_load :one
-- The newest code of the session, with what the account has behind it. Always
-- one row.
SELECT p.id, p.mail, p.created_at, p.expires_at, p.code, f.failures,
       d.day_failures, d.last_failure
  FROM (SELECT COUNT(*) AS failures
          FROM passcode_failure
         WHERE session = :session) f
  JOIN (SELECT COUNT(*) AS day_failures, MAX(at) AS last_failure
          FROM passcode_failure
         WHERE account = :account AND at > :since) d
  LEFT JOIN passcode p
    ON p.id = (SELECT MAX(id)
                 FROM passcode
                WHERE session = :session AND used_at IS NULL);

-- name: passcode_recent :one
SELECT COUNT(*) AS hour,
       MAX(CASE WHEN session = :session THEN created_at END) AS last
  FROM passcode
 WHERE account = :account AND created_at > :since;

-- name: passcode_lock :one
-- Whoever tries a code for this account waits for the one before him.
SELECT id, mail FROM account WHERE id = :account FOR UPDATE;

-- name: passcode_end_older :exec
UPDATE passcode SET used_at = :now
 WHERE session = :session AND used_at IS NULL;

-- name: passcode_insert :exec
INSERT INTO passcode (session, account, mail, created_at, expires_at)
VALUES (:session, :account, :mail, :now, :expires_at);

-- name: passcode_use :exec
UPDATE passcode SET used_at = :now WHERE id = :id AND used_at IS NULL;

-- name: passcode_failure_insert :exec
INSERT INTO passcode_failure (account, session, at)
VALUES (:account, :session, :now);
