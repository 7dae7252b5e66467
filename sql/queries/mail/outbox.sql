-- The outbox: mails are written with the act they tell of.

-- name: outbox_insert :exec
INSERT INTO outbox (public_id, template, recipient, data, link, passcode,
                    next_at, created_at)
VALUES (:public_id, :template, :recipient, :data, NULLIF(:link, 0),
        NULLIF(:passcode, 0), :now, :now);

-- name: outbox_recent :one
-- How many mails of these kinds went into one mailbox lately.
SELECT COUNT(CASE WHEN created_at > :now - INTERVAL 1 HOUR THEN 1 END) AS hour,
       COUNT(*) AS day
  FROM outbox
 WHERE recipient = :recipient AND created_at > :now - INTERVAL 1 DAY
   AND (:templates = '' OR FIND_IN_SET(template, :templates) > 0);
