-- The outbox as those see it who run Sesshu.

-- name: mail_list :many
SELECT o.id, o.state, o.template, o.recipient, o.created_at, o.tries,
       o.next_at, o.state = 'queued' AS waiting,
       (SELECT a.reply
          FROM mail_attempt a
         WHERE a.outbox = o.id
         ORDER BY a.number DESC
         LIMIT 1) AS reply
  FROM outbox o
 WHERE o.state IN ('queued', 'failed')
 ORDER BY o.state, o.next_at
 LIMIT 1000;

-- name: mail_requeue :exec
-- Only while there is something to say: a link or code that is over would be
-- dropped.
UPDATE outbox o
  LEFT JOIN link l ON l.id = o.link
  LEFT JOIN passcode p ON p.id = o.passcode
   SET o.state = 'queued', o.tries = 0, o.next_at = :now
 WHERE o.id = :id AND o.state IN ('queued', 'failed')
   AND (o.link IS NULL OR (l.expires_at > :now AND l.used_at IS NULL
                           AND l.ended_at IS NULL))
   AND (o.passcode IS NULL OR (p.expires_at > :now AND p.used_at IS NULL));
