-- name: a :one
SELECT id FROM place;
