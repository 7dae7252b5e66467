-- 定期処理: jobs of the worker, as it keeps them and as administrators see them.

-- name: job_enrol :exec
INSERT INTO worker_job (name, period, enrolled_at, next_at)
VALUES (:name, :period, :now, :now)
    ON DUPLICATE KEY UPDATE period = VALUES(period);

-- name: job_retire :exec
-- :names: those that there are, commas between.
DELETE FROM worker_job WHERE NOT FIND_IN_SET(name, :names);

-- name: job_requested :many
SELECT name FROM worker_job WHERE requested_at IS NOT NULL;

-- name: job_take :exec
-- One of several workers gets it.
UPDATE worker_job SET requested_at = NULL
 WHERE name = :name AND requested_at IS NOT NULL;

-- name: job_started :exec
UPDATE worker_job SET started_at = :now WHERE name = :name;

-- name: job_ended :exec
UPDATE worker_job
   SET started_at = :started, ended_at = :now, result = :result, note = :note,
       done = :done, failures = IF(:result = 'ok', 0, failures + :failures),
       next_at = :next
 WHERE name = :name;

-- part: job_stands
-- Three failures in a row; or no sign of life for three periods, for those of
-- a second at least three minutes.
       (failures >= 3 OR
        GREATEST(enrolled_at, COALESCE(started_at, enrolled_at),
                 COALESCE(ended_at, enrolled_at)) <
        :now - INTERVAL 3 * GREATEST(period, 60) SECOND)

-- name: job_list :many
SELECT name, period, started_at, ended_at, result, note, done, failures,
       next_at, requested_at,
{job_stands}
       AS stands
  FROM worker_job
 ORDER BY period, name;

-- name: job_stopped :one
-- No row at all: no worker has ever been started.
SELECT COUNT(*) AS jobs, CAST(COALESCE(SUM(
{job_stands}
       ), 0) AS SIGNED) AS stopped
  FROM worker_job;

-- name: job_request :exec
UPDATE worker_job SET requested_at = COALESCE(requested_at, :now)
 WHERE name = :name;

-- name: job_find :one
SELECT name FROM worker_job WHERE name = :name;
