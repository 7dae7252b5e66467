-- Reminders of offices without an institution (worker). Several workers may
-- run: what one has locked the others pass over.

-- name: missing_remind_list :many
-- anyone: the worker reminds everybody
SELECT m.registration, m.application_id AS id, m.since, m.step,
       m.name AS company, m.number, c.mail
  FROM registration_missing m FORCE INDEX (registration_missing_remind)
  JOIN application p ON p.id = m.application
  JOIN account c ON c.id = p.account
 WHERE m.role = 'registrar' AND m.active = 1
   AND m.remind_on <= '1970-01-01' + INTERVAL :today DAY
 ORDER BY m.remind_on
 LIMIT 100
   FOR UPDATE SKIP LOCKED;

-- name: missing_remind_done :exec
-- anyone: the worker reminds everybody
UPDATE registration_missing
   SET step = :step, reminded_at = :now,
       remind_on = IF(role = 'registrar', '1970-01-01' + INTERVAL :on DAY, NULL)
 WHERE registration = :registration;
