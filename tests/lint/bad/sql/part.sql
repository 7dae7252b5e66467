-- A part has no bind of whoever asks either.

-- part: part_rows
  FROM thing_of_somebody
 WHERE name = :name

-- name: part_load :one
SELECT id
{part_rows};
