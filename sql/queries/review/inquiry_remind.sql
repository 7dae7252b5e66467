-- Reminders of inquiries (worker). Several workers may run: what one has
-- locked the others pass over.

-- name: remind_list :many
-- anyone: the worker reminds everybody
-- reminded: 0 nothing yet, 1 before the due day, 2 after it.
SELECT i.id AS inquiry, i.public_id AS id,
       DATEDIFF(i.due_on, '1970-01-01') AS due_on, i.sent_at, i.reminded,
       u.name AS company, u.receipt, p.kind, c.mail
  FROM inquiry i
  JOIN review_unit u ON u.id = i.unit
  JOIN application p ON p.id = i.application
  JOIN account c ON c.id = p.account
 WHERE i.state = 'sent' AND i.reminded = :reminded
   AND i.due_on <= '1970-01-01' + INTERVAL :until DAY
 ORDER BY i.due_on
 LIMIT 100
   FOR UPDATE SKIP LOCKED;

-- name: remind_done :exec
-- anyone: the worker reminds everybody
UPDATE inquiry SET reminded = :reminded WHERE id = :inquiry;
