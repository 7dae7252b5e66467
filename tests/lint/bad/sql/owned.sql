-- A file for the test of the lint.

-- name: a :one
SELECT id FROM thing_of_somebody WHERE public_id = :id;
