-- The worker's side of the outbox. Several workers may take mails at once.

-- name: sending_next :one
SELECT o.id, o.public_id, o.template, o.recipient, o.data, o.link, o.passcode,
       o.tries,
       (SELECT COALESCE(MAX(a.number), 0)
          FROM mail_attempt a
         WHERE a.outbox = o.id) AS attempts
  FROM outbox o
 WHERE o.state = 'queued' AND o.next_at <= :now
 ORDER BY o.next_at
 LIMIT 1
   FOR UPDATE SKIP LOCKED;

-- name: sending_take :exec
-- Should the worker die now, another one takes the mail at again_at.
UPDATE outbox
   SET tries = tries + 1, next_at = :again_at
 WHERE id = :id;

-- name: sending_note :exec
-- Nothing if another worker has taken it meanwhile: that one notes.
UPDATE outbox
   SET state = :state, next_at = :next_at,
       sent_at = CASE WHEN :state = 'sent' THEN :now END
 WHERE id = :id AND tries = :tries AND state = 'queued';

-- name: attempt_begin :exec
INSERT INTO mail_attempt (outbox, number, at, outcome, reply)
VALUES (:id, :number, :now, 'open', '');

-- name: attempt_end :exec
UPDATE mail_attempt
   SET outcome = :outcome, reply = :reply
 WHERE outbox = :id AND number = :number;
