-- Files on disk. Whose they are stands in the table that names them.

-- name: file_insert :exec
-- anyone: nobody owns it before the row that names it
INSERT INTO file (public_id, name, kind, size, sha256, created_at, keep_until)
VALUES (:id, :name, :kind, :size, :sha256, :now, :keep_until);
