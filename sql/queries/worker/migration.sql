-- Changes of the tables that were made (sesshuctl migrate).

-- name: migration_load :one
SELECT sha256 FROM schema_migration WHERE name = :name;

-- name: migration_insert :exec
INSERT INTO schema_migration (name, sha256, applied_at)
VALUES (:name, :sha256, :now);
