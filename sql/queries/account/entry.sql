-- Sessions that a mailed link opened.

-- name: entry_trim :exec
-- Of those to which nobody came back, the newest stay. The list is a table of
-- its own, because a DELETE may not read what it deletes from.
DELETE s
  FROM session s
  JOIN (SELECT id,
               ROW_NUMBER() OVER (ORDER BY created_at DESC, id DESC) AS place
          FROM session
         WHERE link = :link AND seen_at = created_at) unused
    ON unused.id = s.id
 WHERE unused.place > :most;
