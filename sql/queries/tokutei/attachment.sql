-- Documents that go with an application: the copy of a mandate (代理申請).

-- name: attachment_insert :exec
-- None is added to an application that is not one's own.
INSERT INTO attachment (application, file, purpose, item, created_at)
SELECT p.id, :file, :purpose, NULLIF(:item, 0), :now
  FROM application p
 WHERE p.id = :my_application;

-- name: attachment_beside :many
-- Those with the same item, or without one.
SELECT t.id
  FROM attachment t
 WHERE t.application = :my_application AND t.removed_at IS NULL
   AND COALESCE(t.item, 0) = :item;

-- name: attachment_list :many
-- Answers to an inquiry stand with their items.
SELECT f.public_id AS id, f.name, f.kind, f.size, t.purpose, t.created_at
  FROM attachment t
  JOIN file f ON f.id = t.file
 WHERE t.application = :my_application AND t.removed_at IS NULL
   AND t.item IS NULL
 ORDER BY t.id;

-- name: attachment_load :one
SELECT f.public_id AS id, f.name, f.kind, f.size
  FROM attachment t
  JOIN file f ON f.id = t.file
 WHERE t.application = :my_application AND t.removed_at IS NULL
   AND f.public_id = :id;

-- name: attachment_remove :exec
UPDATE attachment t
  JOIN file f ON f.id = t.file
   SET t.removed_at = :now, f.keep_until = :now
 WHERE t.application = :my_application AND t.removed_at IS NULL
   AND f.public_id = :id;
