-- What the worker asks before it throws kept pages away.

-- name: register_changes :one
SELECT changes FROM register_stamp WHERE id = 1;
