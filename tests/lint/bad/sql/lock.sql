-- A file for the test of the lint.

-- name: a :exec
LOCK TABLES place WRITE;
