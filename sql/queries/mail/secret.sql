-- What a mail carries: a link's token or six digits, made when it is sent.

-- name: mail_link_load :one
SELECT l.purpose, l.expires_at, l.used_at, l.ended_at,
       EXISTS (SELECT 1
                 FROM membership m
                WHERE m.account = l.account
                  AND m.role IN ('reviewer', 'registrar', 'administrator'))
         AS staff
  FROM link l
 WHERE l.id = :id;

-- name: mail_passcode_load :one
SELECT p.expires_at, p.used_at, NULL AS ended_at,
       EXISTS (SELECT 1
                 FROM membership m
                WHERE m.account = p.account
                  AND m.role IN ('reviewer', 'registrar', 'administrator'))
         AS staff
  FROM passcode p
 WHERE p.id = :id;

-- name: mail_passcode_set :exec
UPDATE passcode SET code = :code WHERE id = :id AND used_at IS NULL;
