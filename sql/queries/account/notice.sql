-- Where notices go, and the number that is asked when a password was forgotten.

-- name: notice_awaited :one
-- The address that its owner has not confirmed yet.
SELECT mail, expires_at
  FROM link
 WHERE account = :my_account AND purpose = 'address' AND used_at IS NULL
   AND ended_at IS NULL AND expires_at > :now
 ORDER BY id DESC
 LIMIT 1;

-- name: account_set_tel :exec
UPDATE account SET tel = :tel, revision = revision + 1 WHERE id = :my_account;
