-- A file for the test of the lint.

-- name: good_load :one
SELECT id, COUNT(*) AS n, 2 * price AS twice
  FROM thing_of_somebody
 WHERE public_id = :id AND owner = :my_org AND note <> 'now()'
 GROUP BY id;

-- name: good_all :many
-- anyone: the worker looks at all of them
SELECT id FROM thing_of_somebody LIMIT 50; -- not rand()

-- part: good_rows
-- Lines that two share.
  FROM thing_of_somebody
 WHERE owner = :my_org

-- name: good_first :one
SELECT id
{good_rows}
 LIMIT 1;

-- name: good_count :one
SELECT COUNT(*) AS n
{good_rows};
