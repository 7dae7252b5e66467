-- A file for the test of the lint.

-- name: a :one
SELECT p.* FROM place p;
