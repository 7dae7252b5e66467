-- 疑義照会 at the applicant: what is asked, and what is answered. Drafts of the
-- desks are not there.

-- name: answer_claim :one
-- Whoever changes an answer waits here for whoever sends, or cancels.
SELECT p.id, p.state, p.sent, p.draft
  FROM application p
 WHERE p.id = :my_application AND p.sent IS NOT NULL
   FOR UPDATE;

-- name: answer_inquiries :many
-- due_on: days since 1970-01-01. items, open: how many, and still to answer.
SELECT i.id AS inquiry, i.public_id AS id, i.number, i.state,
       DATEDIFF(i.due_on, '1970-01-01') AS due_on, i.message, i.reply, i.reason,
       i.sent_at, i.answered_at, i.ended_at, u.role,
       COALESCE(m.name, '') AS ministry,
       (SELECT COUNT(*) FROM inquiry_item t WHERE t.inquiry = i.id) AS items,
       (SELECT COUNT(*) FROM inquiry_item t
         WHERE t.inquiry = i.id AND t.state = 'open') AS open,
       COALESCE(i.due_on < DATE(:now + INTERVAL 9 HOUR), 0) AS overdue
  FROM inquiry i
  JOIN review_unit u ON u.id = i.unit
  LEFT JOIN ministry m ON m.id = u.ministry
 WHERE i.application = :my_application AND i.state <> 'draft'
   AND (:id IS NULL OR i.public_id = :id)
 ORDER BY i.state = 'sent' DESC, i.number DESC;

-- name: answer_items :many
SELECT t.id AS item, t.public_id AS id, t.revision, t.number, t.target,
       t.office, COALESCE(o.shown_name, '') AS office_name, t.position, t.field,
       t.reason, t.text, t.suggestion, t.state, t.reply, t.before_text,
       t.after_text
  FROM inquiry i
  JOIN inquiry_item t ON t.inquiry = i.id
  LEFT JOIN office o ON o.version = i.before_version AND o.number = t.office
 WHERE i.id = :inquiry AND i.application = :my_application
   AND i.state <> 'draft'
 ORDER BY t.number;

-- name: answer_item :one
SELECT t.id AS item, t.public_id AS id, t.revision, t.number, t.target,
       t.office, COALESCE(o.shown_name, '') AS office_name, t.position, t.field,
       t.reason, t.text, t.suggestion, t.state, t.reply, t.before_text,
       t.after_text, i.id AS inquiry, i.public_id AS inquiry_id,
       i.state AS inquiry_state, i.reason AS inquiry_reason,
       COALESCE(p.draft, p.sent) AS version, p.state AS application_state
  FROM application p
  JOIN inquiry i ON i.application = p.id AND i.state <> 'draft'
  JOIN inquiry_item t ON t.inquiry = i.id AND t.public_id = :id
  LEFT JOIN office o ON o.version = i.before_version AND o.number = t.office
 WHERE p.id = :my_application;

-- name: answer_files :many
SELECT t.public_id AS item, f.public_id AS id, f.name, f.size, a.purpose,
       a.created_at
  FROM inquiry i
  JOIN inquiry_item t ON t.inquiry = i.id
  JOIN attachment a ON a.item = t.id AND a.removed_at IS NULL
  JOIN file f ON f.id = a.file
 WHERE i.id = :inquiry AND i.application = :my_application
   AND i.state <> 'draft'
 ORDER BY a.id;

-- name: answer_file_remove :exec
-- As long as the answer has not been sent.
UPDATE inquiry i
  JOIN inquiry_item t ON t.inquiry = i.id AND t.id = :item
  JOIN attachment a ON a.item = t.id AND a.removed_at IS NULL
  JOIN file f ON f.id = a.file AND f.public_id = :id
   SET a.removed_at = :now, f.keep_until = :now
 WHERE i.application = :my_application AND i.state = 'sent';

-- name: answer_office :one
-- As the draft or a version that was sent has it.
SELECT o.public_id AS id, o.revision, o.number, o.name, o.kana, o.principal,
       o.at_zip, o.at_pref, o.at_city, o.at_town, o.tel, o.fax, o.mail,
       o.staff, o.inst_secured, o.inst_name, o.inst_kana, o.inst_at_zip,
       o.inst_at_pref, o.inst_at_city, o.inst_at_town, o.inst_tel, o.inst_fax,
       o.inst_mail, o.inst_plan
  FROM version v
  JOIN office o ON o.version = v.id AND o.number = :number
 WHERE v.id = :version AND v.application = :my_application;

-- name: answer_saved :exec
UPDATE inquiry i
  JOIN inquiry_item t ON t.inquiry = i.id AND t.id = :item
   SET t.revision = t.revision + 1, t.state = :state, t.reply = :reply,
       t.after_text = :after
 WHERE i.application = :my_application AND i.state = 'sent'
   AND t.revision = :revision;

-- name: answer_sent :exec
UPDATE inquiry i
  JOIN review_unit u ON u.id = i.unit
   SET i.state = 'answered', i.revision = i.revision + 1, i.reply = :reply,
       i.answered_at = :now, i.after_version = :version,
       u.revision = u.revision + (u.state = 'inquiry'),
       u.since = IF(u.state = 'inquiry', :now, u.since),
       u.due_on = NULL,
       u.state = IF(u.state = 'inquiry', 'answered', u.state)
 WHERE i.id = :inquiry AND i.application = :my_application
   AND i.state = 'sent';

-- name: answer_pointless :exec
-- The answer took away all that a desk has to check: its questions go too.
UPDATE review_unit u
  JOIN inquiry i ON i.unit = u.id AND i.state = 'sent'
   SET i.state = 'cancelled', i.revision = i.revision + 1, i.ended_at = :now,
       u.due_on = NULL
 WHERE i.application = :my_application AND u.state = 'dropped';

-- name: answer_asked_by :one
-- Who asked, to be told; and whether the applicant's address is a new one.
SELECT c.mail, a.name AS company, a.mail AS notice_mail, b.mail AS notice_before
  FROM inquiry i
  JOIN application p ON p.id = i.application
  JOIN account c ON c.id = i.asked_by
  JOIN applicant a ON a.version = :version
  JOIN applicant b ON b.version = :before
 WHERE i.id = :inquiry AND i.application = :my_application;

-- name: answer_foreign :many
-- Corrections in the draft that do not belong to this inquiry: of another one
-- that is open, or of one that was cancelled.
SELECT t.id AS item, t.target, t.office, t.position, t.field,
       i.state = 'sent' AS waiting
  FROM inquiry i
  JOIN inquiry_item t ON t.inquiry = i.id AND t.state = 'changed'
 WHERE i.application = :my_application AND i.state IN ('sent', 'cancelled')
   AND i.id <> :inquiry
 ORDER BY t.id;

-- name: answer_forgotten :exec
-- A correction of a cancelled inquiry was taken out of the draft again.
UPDATE inquiry i
  JOIN inquiry_item t ON t.inquiry = i.id AND t.id = :item
   SET t.state = 'open'
 WHERE i.application = :my_application AND i.state = 'cancelled';

-- name: answer_unsent :one
-- A draft that was begun for an inquiry which was cancelled then.
SELECT v.id AS version
  FROM version v
 WHERE v.application = :my_application AND v.frozen_at IS NULL
 ORDER BY v.number DESC
 LIMIT 1;

-- name: answer_set_draft :exec
UPDATE application
   SET draft = :version,
       changed_at = GREATEST(:now, changed_at + INTERVAL 1 MICROSECOND)
 WHERE id = :my_application;

-- name: answer_last_number :exec
-- A draft that waits stands behind the version that is sent before it.
UPDATE version v
   SET v.number = 1 + (SELECT x.most
                         FROM (SELECT MAX(n.number) AS most
                                 FROM version n
                                WHERE n.application = :my_application) x)
 WHERE v.id = :version AND v.application = :my_application
   AND v.frozen_at IS NULL;

-- name: answer_freeze :exec
UPDATE version
   SET frozen_at = :now
 WHERE id = :version AND application = :my_application AND frozen_at IS NULL;

-- name: answer_application :exec
-- Receipt number and day of the first sending stay.
UPDATE application
   SET sent = :version, draft = NULLIF(:draft, 0), changed_at = :now
 WHERE id = :my_application;
