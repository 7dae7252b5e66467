-- What may not be kept any longer. Each statement removes 500 rows at most, so
-- that none holds locks for long; the worker asks again. A DELETE joins: with IN
-- (SELECT …) the server reads the whole table.

-- name: expire_session :exec
DELETE FROM session WHERE ends_at < :before LIMIT 500;

-- name: expire_ended_session :exec
DELETE FROM ended_session WHERE ended_at < :before LIMIT 500;

-- name: expire_form_key :exec
DELETE FROM form_key WHERE at < :before LIMIT 500;

-- name: expire_kept_form :exec
DELETE FROM kept_form WHERE at < :before LIMIT 500;

-- name: expire_passcode :exec
-- A small table, and read whole: a week of logins of staff.
DELETE FROM passcode WHERE expires_at < :before LIMIT 500;

-- name: expire_passcode_failure :exec
-- A small table, and read whole.
DELETE FROM passcode_failure WHERE at < :before LIMIT 500;

-- name: expire_link_token :exec
DELETE t
  FROM link_token t
  JOIN link l ON l.id = t.link
 WHERE l.expires_at < :before;

-- name: expire_link :exec
DELETE FROM link WHERE expires_at < :before LIMIT 500;

-- name: expire_mail_attempt :exec
DELETE a
  FROM mail_attempt a
  JOIN outbox o ON o.id = a.outbox
 WHERE o.state IN ('sent', 'dropped', 'failed') AND o.next_at < :before;

-- name: expire_outbox :exec
DELETE FROM outbox
 WHERE state IN ('sent', 'dropped', 'failed') AND next_at < :before
 LIMIT 500;

-- name: expire_draft_list :many
-- anyone: the worker removes everybody's old drafts
-- An empty one goes when no link leads to it any more.
SELECT a.id, a.public_id
  FROM application a
 WHERE a.state = 'draft' AND a.sent_at IS NULL
   AND a.changed_at < :empty_before
   AND (a.changed_at < :before OR (
        NOT EXISTS (SELECT 1 FROM link l WHERE l.application = a.id)
        AND NOT EXISTS (SELECT 1
                          FROM version v
                          JOIN applicant p ON p.version = v.id
                         WHERE v.application = a.id AND p.name <> '')
        AND NOT EXISTS (SELECT 1
                          FROM version v
                          JOIN office o ON o.version = v.id
                         WHERE v.application = a.id)))
 ORDER BY a.changed_at
 LIMIT 100;

-- name: expire_draft_lock :exec
-- anyone: the worker removes everybody's old drafts
-- Locks the row, and changes it so that an answer of one row is certain. What
-- a change notice is counted from is a version of its own, and goes with it.
UPDATE application
   SET state = 'expired', base = NULL
 WHERE id = :application AND state = 'draft' AND sent_at IS NULL
   AND changed_at < :now - INTERVAL 8 DAY;

-- name: expire_draft_upload_files :exec
-- anyone: the worker removes everybody's old drafts
UPDATE version v
  JOIN upload u ON u.version = v.id
  JOIN file f ON f.id = u.file
   SET f.keep_until = :now
 WHERE v.application = :application;

-- name: expire_draft_attachment_files :exec
-- anyone: the worker removes everybody's old drafts
UPDATE attachment t
  JOIN file f ON f.id = t.file
   SET f.keep_until = :now
 WHERE t.application = :application;

-- name: expire_draft_attachments :exec
-- anyone: the worker removes everybody's old drafts
DELETE FROM attachment WHERE application = :application;

-- name: expire_draft_uploads :exec
-- anyone: the worker removes everybody's old drafts
DELETE u
  FROM version v
  JOIN upload u ON u.version = v.id
 WHERE v.application = :application;

-- name: expire_draft_questions :exec
-- anyone: the worker removes everybody's old drafts
DELETE q
  FROM version v
  JOIN accepted_question q ON q.version = v.id
 WHERE v.application = :application;

-- name: expire_draft_offices :exec
-- anyone: the worker removes everybody's old drafts
DELETE o
  FROM version v
  JOIN office o ON o.version = v.id
 WHERE v.application = :application;

-- name: expire_draft_applicants :exec
-- anyone: the worker removes everybody's old drafts
DELETE p
  FROM version v
  JOIN applicant p ON p.version = v.id
 WHERE v.application = :application;

-- name: expire_draft_versions :exec
-- anyone: the worker removes everybody's old drafts
DELETE FROM version WHERE application = :application;

-- name: expire_draft_sessions :exec
-- anyone: the worker removes everybody's old drafts
DELETE FROM session WHERE application = :application;

-- name: expire_draft_tokens :exec
-- anyone: the worker removes everybody's old drafts
DELETE t
  FROM link l
  JOIN link_token t ON t.link = l.id
 WHERE l.application = :application;

-- name: expire_draft_links :exec
-- anyone: the worker removes everybody's old drafts
DELETE FROM link WHERE application = :application;

-- name: expire_draft :exec
-- anyone: the worker removes everybody's old drafts
DELETE FROM application WHERE id = :application;

-- name: expire_file_list :many
-- anyone: the worker removes everybody's files after their last day
-- A document that belongs to an application stays with it.
SELECT f.id, f.public_id
  FROM file f
 WHERE f.keep_until < :now
   AND NOT EXISTS (SELECT 1
                     FROM attachment t
                    WHERE t.file = f.id AND t.removed_at IS NULL)
 ORDER BY f.keep_until
 LIMIT 500;

-- name: expire_file_uploads :exec
-- anyone: the worker removes everybody's files after their last day
DELETE FROM upload WHERE file = :id;

-- name: expire_file_attachments :exec
-- anyone: the worker removes everybody's files after their last day
DELETE FROM attachment WHERE file = :id AND removed_at IS NOT NULL;

-- name: expire_file_messages :exec
-- anyone: the worker removes everybody's files after their last day
-- Attached to a message that was never sent.
DELETE FROM message_file WHERE file = :id AND message IS NULL;

-- name: expire_file :exec
-- anyone: the worker removes everybody's files after their last day
DELETE FROM file WHERE id = :id;

-- name: expire_file_find :one
-- anyone: whether any row names a file on disk
SELECT id FROM file WHERE public_id = :id;
