-- Ministries and agencies.

-- name: ministry_options :many
SELECT code AS value, name AS label
  FROM ministry
 ORDER BY sort, code;

-- name: ministry_load :one
SELECT id, code, name
  FROM ministry
 WHERE id = :id;

-- name: ministry_by_code :one
SELECT id, code, name
  FROM ministry
 WHERE code = :code;

-- name: ministry_put :exec
-- What is there stays as the administrators have made it.
INSERT INTO ministry (id, code, name, sort)
VALUES (:id, :code, :name, :sort)
    ON DUPLICATE KEY UPDATE id = id;
