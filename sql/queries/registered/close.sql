-- What was under way when a registration ended for good: changes and renewals
-- have nothing left to change. :registration has been locked.

-- part: close_of
 (SELECT r.application FROM registration r WHERE r.id = :registration)

-- name: close_drafts :exec
-- anyone: of a registration that has been locked
UPDATE application
   SET state = 'discarded', draft = NULL, ended_at = :now
 WHERE state = 'draft' AND parent =
{close_of}
;

-- name: close_sent :many
-- anyone: of a registration that has been locked
SELECT id, public_id
  FROM application
 WHERE state IN ('submitted', 'under_inquiry', 'ministry_confirmed')
   AND parent =
{close_of}
   FOR UPDATE;

-- name: close_inquiries :exec
-- anyone: of a registration that has been locked
UPDATE inquiry
   SET state = 'cancelled', ended_at = :now, revision = revision + 1
 WHERE application = :application AND state = 'sent';

-- name: close_sessions :many
-- anyone: of a registration that has been locked
-- Whoever is looking at a draft that is no more.
SELECT s.id, c.parent
  FROM application c
  JOIN membership m ON m.organisation = c.organisation
  JOIN session s ON s.account = m.account AND s.application = c.id
 WHERE c.state = 'discarded' AND c.parent =
{close_of}
;

-- name: close_session :exec
UPDATE session SET application = :parent WHERE id = :id;
