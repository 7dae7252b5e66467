-- A file for the test of the lint.

-- name: a :one
SELECT id FROM place ORDER BY RAND();
