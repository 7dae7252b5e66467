-- Deadlines and limits with the day from which they hold.

-- name: parameter_load :many
-- One row or none; many, because only those are remembered for a while.
SELECT value
  FROM parameter
 WHERE name = :name
   AND valid_from <= DATE(:now + INTERVAL 9 HOUR)
 ORDER BY valid_from DESC
 LIMIT 1;

-- name: parameter_list :many
SELECT name, DATE_FORMAT(valid_from, '%Y-%m-%d') AS valid_from, value, unit
  FROM parameter
 ORDER BY name, valid_from;

-- name: parameter_put :exec
-- What is there stays as the administrators have made it.
INSERT INTO parameter (name, valid_from, value, unit)
VALUES (:name, :valid_from, :value, :unit)
    ON DUPLICATE KEY UPDATE name = name;
