-- 疑義照会 at the desk that asks. Every statement joins the unit of this desk:
-- another ministry's inquiry is not there.

-- name: inquiry_list :many
-- What the applicant has begun to write is nobody's before it is sent.
SELECT i.id AS inquiry, i.public_id AS id, i.revision, i.number, i.state,
       DATEDIFF(i.due_on, '1970-01-01') AS due_on, i.message,
       IF(i.state = 'sent', '', i.reply) AS reply, i.reason, i.created_at,
       i.sent_at, i.answered_at, i.ended_at, b.number AS before_number,
       w.number AS after_number, a.name AS asked_name,
       COALESCE(i.due_on < DATE(:now + INTERVAL 9 HOUR), 0) AS overdue
  FROM review_unit u
  JOIN inquiry i ON i.unit = u.id
  JOIN version b ON b.id = i.before_version
  LEFT JOIN version w ON w.id = i.after_version
  JOIN account a ON a.id = i.asked_by
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry
 ORDER BY i.number DESC;

-- name: inquiry_items :many
SELECT t.id AS item, t.public_id AS id, t.revision, t.number, t.target,
       t.office, COALESCE(o.shown_name, '') AS office_name, t.position,
       t.field, t.reason, t.text, t.suggestion,
       IF(i.state = 'sent', 'open', t.state) AS state,
       IF(i.state = 'sent', '', t.reply) AS reply, t.before_text,
       IF(i.state = 'sent', '', t.after_text) AS after_text,
       t.previous IS NOT NULL AS again
  FROM review_unit u
  JOIN inquiry i ON i.unit = u.id
  JOIN inquiry_item t ON t.inquiry = i.id
  LEFT JOIN office o ON o.version = i.before_version AND o.number = t.office
 WHERE i.id = :inquiry AND u.role = :my_role AND u.ministry = :my_ministry
 ORDER BY t.number;

-- name: inquiry_files :many
-- Documents of the answers.
SELECT t.public_id AS item, f.public_id AS id, f.name, f.size, a.purpose
  FROM review_unit u
  JOIN inquiry i ON i.unit = u.id AND i.state IN ('answered', 'closed')
  JOIN inquiry_item t ON t.inquiry = i.id
  JOIN attachment a ON a.item = t.id AND a.removed_at IS NULL
  JOIN file f ON f.id = a.file
 WHERE i.id = :inquiry AND u.role = :my_role AND u.ministry = :my_ministry
 ORDER BY a.id;

-- name: inquiry_draft :one
SELECT i.id AS inquiry, i.public_id AS id, i.revision, i.number, i.message,
       DATEDIFF(i.due_on, '1970-01-01') AS due_on,
       (SELECT COUNT(*) FROM inquiry_item t WHERE t.inquiry = i.id) AS items
  FROM review_unit u
  JOIN inquiry i ON i.unit = u.id AND i.state = 'draft'
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry;

-- name: inquiry_insert :exec
-- The application is locked, so that no number is given twice.
INSERT INTO inquiry (public_id, application, unit, number, state,
       before_version, asked_by, created_at)
SELECT :id, p.id, u.id,
       (SELECT COALESCE(MAX(n.number), 0) + 1 FROM inquiry n
         WHERE n.application = p.id),
       'draft', p.sent, :my_account, :now
  FROM review_unit u
  JOIN application p ON p.id = u.application
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry;

-- name: inquiry_drop :exec
-- Its items go with it.
DELETE i
  FROM review_unit u
  JOIN inquiry i ON i.unit = u.id AND i.state = 'draft'
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry;

-- name: inquiry_words :exec
UPDATE review_unit u
  JOIN inquiry i ON i.unit = u.id AND i.state = 'draft'
   SET i.revision = i.revision + 1, i.message = :message,
       i.due_on = '1970-01-01' + INTERVAL :due DAY
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry
   AND i.revision = :revision;

-- name: inquiry_item_at :one
-- One item of the draft.
SELECT t.public_id AS id, t.revision, t.target, t.office, t.position, t.field,
       t.reason, t.text, t.suggestion, p.public_id AS application
  FROM review_unit u
  JOIN application p ON p.id = u.application
  JOIN inquiry i ON i.unit = u.id AND i.state = 'draft'
  JOIN inquiry_item t ON t.inquiry = i.id
 WHERE t.public_id = :id AND u.role = :my_role AND u.ministry = :my_ministry
   AND u.state <> 'dropped';

-- name: inquiry_item_insert :exec
INSERT INTO inquiry_item (public_id, inquiry, number, target, office, position,
       field, reason, text, suggestion, before_text, previous)
SELECT :id, i.id,
       (SELECT COALESCE(MAX(n.number), 0) + 1 FROM inquiry_item n
         WHERE n.inquiry = i.id),
       :target, :office, :position, :field, :reason, :text, :suggestion,
       :before, :previous
  FROM review_unit u
  JOIN inquiry i ON i.unit = u.id AND i.state = 'draft'
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry;

-- name: inquiry_item_update :exec
UPDATE review_unit u
  JOIN inquiry i ON i.unit = u.id AND i.state = 'draft'
  JOIN inquiry_item t ON t.inquiry = i.id
   SET t.revision = t.revision + 1, t.reason = :reason, t.text = :text,
       t.suggestion = :suggestion
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry
   AND t.public_id = :id AND t.revision = :revision;

-- name: inquiry_item_remove :exec
DELETE t
  FROM review_unit u
  JOIN inquiry i ON i.unit = u.id AND i.state = 'draft'
  JOIN inquiry_item t ON t.inquiry = i.id
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry
   AND t.public_id = :id;

-- name: inquiry_item_before :exec
-- The value as it is when the question goes out.
UPDATE review_unit u
  JOIN inquiry i ON i.unit = u.id AND i.state = 'draft'
  JOIN inquiry_item t ON t.inquiry = i.id
   SET t.before_text = :before
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry
   AND t.id = :item;

-- name: inquiry_sent :exec
UPDATE review_unit u
  JOIN application p ON p.id = u.application
  JOIN inquiry i ON i.unit = u.id AND i.state = 'draft'
   SET i.state = 'sent', i.revision = i.revision + 1, i.sent_at = :now,
       i.before_version = p.sent, i.asked_by = :my_account,
       u.due_on = i.due_on
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry;

-- name: inquiry_cancelled :exec
UPDATE review_unit u
  JOIN inquiry i ON i.unit = u.id AND i.state = 'sent'
   SET i.state = 'cancelled', i.revision = i.revision + 1,
       i.ended_at = :now, i.reason = :reason, u.due_on = NULL
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry;

-- name: inquiry_no_draft :exec
-- Nothing is asked any more: what was begun is no draft any more.
UPDATE review_unit u
  JOIN application p ON p.id = u.application
   SET p.draft = NULL
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry
   AND NOT EXISTS (SELECT 1 FROM inquiry i
                    WHERE i.application = p.id AND i.state = 'sent');

-- name: inquiry_answered_item :one
-- An answer that waits to be read.
SELECT t.id AS item, t.target, t.office, t.position, t.field, t.reason, t.text,
       t.suggestion
  FROM review_unit u
  JOIN inquiry i ON i.unit = u.id AND i.state = 'answered'
  JOIN inquiry_item t ON t.inquiry = i.id AND t.state IN ('changed', 'answered')
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry
   AND t.public_id = :id;

-- name: inquiry_item_done :exec
UPDATE review_unit u
  JOIN inquiry i ON i.unit = u.id AND i.state = 'answered'
  JOIN inquiry_item t ON t.inquiry = i.id
   SET t.state = :state, t.revision = t.revision + 1
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry
   AND t.id = :item;

-- name: inquiry_unread :one
SELECT COUNT(*) AS items
  FROM review_unit u
  JOIN inquiry i ON i.unit = u.id AND i.state = 'answered'
  JOIN inquiry_item t ON t.inquiry = i.id AND t.state IN ('changed', 'answered')
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry;

-- name: inquiry_closed :exec
UPDATE review_unit u
  JOIN inquiry i ON i.unit = u.id AND i.state = 'answered'
   SET i.state = 'closed', i.revision = i.revision + 1, i.ended_at = :now
 WHERE u.id = :unit AND u.role = :my_role AND u.ministry = :my_ministry
   AND NOT EXISTS (SELECT 1 FROM inquiry_item t
                    WHERE t.inquiry = i.id
                      AND t.state IN ('changed', 'answered'));
