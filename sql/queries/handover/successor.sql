-- The new mailbox confirms. Whoever asks has a session that the link opened,
-- and no account in it.

-- name: successor_load :one
SELECT h.id, h.organisation, h.state, h.name, h.mail, h.tel,
       o.name AS company
  FROM session s
  JOIN handover h ON h.link = s.link
  JOIN organisation o ON o.id = h.organisation
 WHERE s.id = :my_session;

-- name: successor_done :exec
-- anyone: found by the link of whoever asks, which was used up just now
UPDATE handover
   SET state = 'done', successor = :account, done_at = :now
 WHERE id = :id AND state = 'asked';

-- name: successor_hat :one
SELECT role FROM membership
 WHERE account = :account AND organisation = :organisation
   AND role = 'applicant';

-- name: successor_before :many
SELECT a.id, a.public_id, a.mail
  FROM membership m
  JOIN account a ON a.id = m.account
 WHERE m.organisation = :organisation AND m.account <> :account;

-- name: successor_leave :exec
DELETE FROM membership
 WHERE organisation = :organisation AND account <> :account;

-- name: successor_note_sessions :exec
INSERT IGNORE INTO ended_session (token, why, ended_at)
SELECT token, 'handover', :now
  FROM session
 WHERE organisation = :organisation AND account <> :account;

-- name: successor_end_sessions :exec
DELETE FROM session
 WHERE organisation = :organisation AND account <> :account;

-- name: successor_end_drafters :exec
-- anyone: found by the link of whoever asks, which was used up just now
-- Who came by the link of the draft may still look at what was sent.
DELETE s
  FROM application p
  JOIN link l ON l.application = p.id
  JOIN session s ON s.link = l.id
 WHERE p.organisation = :organisation;

-- name: successor_notices :exec
-- anyone: found by the link of whoever asks, which was used up just now
UPDATE application SET account = :account WHERE organisation = :organisation;
