-- National holidays. Days go in and out as numbers, from 1970-01-01.

-- name: holiday_between :many
SELECT DATEDIFF(day, '1970-01-01') AS day, name
  FROM holiday
 WHERE day BETWEEN DATE '1970-01-01' + INTERVAL :first DAY
       AND DATE '1970-01-01' + INTERVAL :last DAY
 ORDER BY day;

-- name: holiday_put :exec
-- What is there stays as the administrators have made it.
INSERT INTO holiday (day, name)
VALUES (:day, :name)
    ON DUPLICATE KEY UPDATE day = day;
