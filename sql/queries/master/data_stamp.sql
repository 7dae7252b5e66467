-- Which edition of the reference data is loaded.

-- name: data_stamp_load :one
SELECT DATE_FORMAT(data_date, '%Y-%m-%d') AS data_date, source, checksum,
       row_count, loaded_at
  FROM data_stamp
 WHERE name = :name;

-- name: data_stamp_list :many
SELECT name, DATE_FORMAT(data_date, '%Y-%m-%d') AS data_date, source,
       row_count, loaded_at
  FROM data_stamp
 ORDER BY name;

-- name: data_stamp_put :exec
INSERT INTO data_stamp (name, data_date, source, checksum, row_count,
       loaded_at)
VALUES (:name, :data_date, :source, :checksum, :row_count, :now)
    ON DUPLICATE KEY UPDATE data_date = VALUES(data_date),
       source = VALUES(source), checksum = VALUES(checksum),
       row_count = VALUES(row_count), loaded_at = VALUES(loaded_at);
