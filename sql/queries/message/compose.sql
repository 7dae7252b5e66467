-- メッセージ: what is being written, and begun.

-- part: compose_registered
   AND (p.state = 'report_accepted'
        OR EXISTS (SELECT 1 FROM registration r WHERE r.application = p.id))

-- part: compose_unit
SELECT u.role, u.ministry, COALESCE(m.code, u.role) AS code,
       COALESCE(m.name, '') AS name, COALESCE(m.sort, 0) AS sort

-- name: compose_desks :many
-- Whom a registered business may write to: those that have a part of it, and at
-- last the registrar.
{compose_unit}
  FROM application mine
  JOIN application p ON p.id = COALESCE(mine.parent, mine.id)
                    AND p.organisation = :my_org
  JOIN review_unit u ON u.application = p.id
                    AND u.state NOT IN ('waiting', 'dropped')
  LEFT JOIN ministry m ON m.id = u.ministry
 WHERE mine.id = :my_application
{compose_registered}
 UNION
{compose_unit}
  FROM application mine
  JOIN application p ON p.id = COALESCE(mine.parent, mine.id)
                    AND p.organisation = :my_org
  JOIN application c ON c.parent = p.id
  JOIN review_unit u ON u.application = c.id
                    AND u.state NOT IN ('waiting', 'dropped')
  LEFT JOIN ministry m ON m.id = u.ministry
 WHERE mine.id = :my_application
{compose_registered}
 ORDER BY role = 'registrar', sort, code;

-- name: compose_own :one
-- The registered application of whoever asks.
SELECT p.id AS application
  FROM application mine
  JOIN application p ON p.id = COALESCE(mine.parent, mine.id)
                    AND p.organisation = :my_org
 WHERE mine.id = :my_application
{compose_registered};

-- name: compose_desk :one
-- That of an application on one's desk.
SELECT p.id AS application
  FROM application a
  JOIN review_unit u ON u.application = a.id AND u.role = :my_role
                    AND u.ministry = :my_ministry
                    AND u.state NOT IN ('waiting', 'dropped')
  JOIN application p ON p.id = COALESCE(a.parent, a.id)
 WHERE a.public_id = :id
{compose_registered};

-- name: compose_own_begin :exec
INSERT INTO message_thread (public_id, organisation, application, role,
       ministry, subject, begun_by, created_at, last_at)
SELECT :id, p.organisation, p.id, :role, :ministry, :subject, 'business', :now,
       :now
  FROM application p
 WHERE p.id = :application AND p.organisation = :my_org;

-- name: compose_desk_begin :exec
INSERT INTO message_thread (public_id, organisation, application, role,
       ministry, subject, begun_by, created_at, last_at)
SELECT :id, p.organisation, p.id, :my_role, :my_ministry, :subject, 'desk',
       :now, :now
  FROM application p
 WHERE p.id = :application AND :my_role <> '';

-- name: compose_files :many
-- Attached by whoever asks, not sent yet. thread: 0 for one that is not begun.
SELECT x.public_id AS id, x.name, x.size
  FROM message_file f
  JOIN file x ON x.id = f.file
 WHERE f.account = :my_account AND f.application = :application
   AND f.message IS NULL AND f.removed_at IS NULL
   AND COALESCE(f.thread, 0) = :thread
 ORDER BY f.id;

-- name: compose_attach :exec
INSERT INTO message_file (application, account, thread, file, created_at)
VALUES (:application, :my_account, NULLIF(:thread, 0), :file, :now);

-- name: compose_detach :exec
UPDATE message_file f
  JOIN file x ON x.id = f.file
   SET f.removed_at = :now, x.keep_until = :now
 WHERE f.account = :my_account AND f.application = :application
   AND f.message IS NULL AND f.removed_at IS NULL
   AND COALESCE(f.thread, 0) = :thread AND x.public_id = :id;

-- name: compose_send_files :exec
-- From now on they are kept as long as the message.
UPDATE message_file f
  JOIN file x ON x.id = f.file
   SET f.message = :message, f.thread = :thread, x.keep_until = NULL
 WHERE f.account = :my_account AND f.application = :application
   AND f.message IS NULL AND f.removed_at IS NULL
   AND COALESCE(f.thread, 0) = :before;

-- name: compose_business_mail :one
-- anyone: whom a desk writes to; the thread was found as its own
SELECT c.mail, COALESCE(m.name, '') AS desk, o.name AS company
  FROM message_thread t
  JOIN application p ON p.id = t.application
  JOIN account c ON c.id = p.account
  JOIN organisation o ON o.id = t.organisation
  LEFT JOIN ministry m ON m.id = t.ministry
 WHERE t.id = :thread;

-- name: compose_assignee_mails :many
-- anyone: whom a business writes to; the thread was found as its own
-- Whoever has its application, or last had one of its notices.
SELECT DISTINCT c.mail
  FROM message_thread t
  JOIN application a ON a.id = t.application
  JOIN review_unit u ON u.application = a.id AND u.role = t.role
                    AND u.ministry = t.ministry
  JOIN account c ON c.id = u.assignee AND c.state = 'active'
 WHERE t.id = :thread
 UNION
SELECT c.mail
  FROM message_thread t
  JOIN application a ON a.parent = t.application
  JOIN review_unit u ON u.application = a.id AND u.role = t.role
                    AND u.ministry = t.ministry
  JOIN account c ON c.id = u.assignee AND c.state = 'active'
 WHERE t.id = :thread;

-- name: compose_desk_mails :many
-- anyone: whom a business writes to; the thread was found as its own
-- Nobody has it: the people of the desk, as far as that is a few.
SELECT DISTINCT STRAIGHT_JOIN c.mail
  FROM message_thread t
  JOIN membership b ON b.role = t.role
  JOIN organisation o ON o.id = b.organisation
                     AND o.ministry <=> NULLIF(t.ministry, 0)
  JOIN account c ON c.id = b.account AND c.state = 'active'
 WHERE t.id = :thread
 LIMIT 20;
