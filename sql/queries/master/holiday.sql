-- National holidays. Days go in and out as text, 2026-09-22.

-- name: holiday_between :many
SELECT DATE_FORMAT(day, '%Y-%m-%d') AS day, name
  FROM holiday
 WHERE day BETWEEN :first AND :last
 ORDER BY day;

-- name: holiday_put :exec
-- What is there stays as the administrators have made it.
INSERT INTO holiday (day, name)
VALUES (:day, :name)
    ON DUPLICATE KEY UPDATE day = day;
