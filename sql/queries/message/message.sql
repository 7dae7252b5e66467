-- メッセージ: single messages and their documents, of a thread that was found as
-- one's own before (thread.sql); each statement asks once more whose it is.

-- part: message_party
   AND (t.organisation = :my_org
        OR (t.role = :my_role AND t.ministry = :my_ministry))

-- name: message_list :many
-- The newest of them, and one more than is shown. Who wrote it is for
-- colleagues; the business reads the name of the desk.
SELECT g.id AS message, g.side, g.text, g.at, g.read_at,
       IF(g.side = 'desk' AND :my_role <> 'applicant', c.name, '') AS name
  FROM message_thread t
  JOIN message g ON g.thread = t.id AND g.id < :before
  JOIN account c ON c.id = g.account
 WHERE t.id = :thread
{message_party}
 ORDER BY g.id DESC
 LIMIT :limit;

-- name: message_files :many
SELECT f.message, x.public_id AS id, x.name, x.size
  FROM message_thread t
  JOIN message_file f ON f.thread = t.id AND f.message BETWEEN :first AND :last
  JOIN file x ON x.id = f.file
 WHERE t.id = :thread
{message_party}
 ORDER BY f.id;

-- name: message_read :exec
-- Those that were shown, by whoever had not seen them yet.
UPDATE message_thread t
  JOIN message g ON g.thread = t.id AND g.id BETWEEN :first AND :last
   SET g.read_at = :now, g.read_by = :my_account
 WHERE t.id = :thread AND g.side = :side AND g.read_at IS NULL
{message_party};

-- name: message_insert :exec
INSERT INTO message (thread, side, account, text, at)
VALUES (:thread, :side, :my_account, :text, :now);

-- name: message_file_load :one
-- A document of a message, or of one's own that is not sent yet.
SELECT x.name, x.kind, f.created_at AS at, p.public_id AS application,
       COALESCE(p.receipt, '') AS receipt,
       t.public_id AS thread
  FROM file x
  JOIN message_file f ON f.file = x.id AND f.removed_at IS NULL
  JOIN application p ON p.id = f.application
  LEFT JOIN message_thread t ON t.id = f.thread
 WHERE x.public_id = :id
   AND ((f.message IS NULL AND f.account = :my_account)
        OR (f.message IS NOT NULL
            AND (t.organisation = :my_org
                 OR (t.role = :my_role AND t.ministry = :my_ministry))));
