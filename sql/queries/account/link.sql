-- Mailed links. What is stored of a link's secret is its hash, made when the
-- mail is sent; a link is used up by one UPDATE that says whether it was.

-- name: link_insert :exec
INSERT INTO link (purpose, account, application, mail, created_at, expires_at)
VALUES (:purpose, NULLIF(:account, 0), NULLIF(:application, 0), :mail, :now,
        :expires_at);

-- name: link_end_older :exec
-- A link that is asked for again ends the one before it. A draft's link is
-- also known by where it goes, because the draft behind it may be another.
UPDATE link
   SET ended_at = :now
 WHERE account = :account AND purpose = :purpose
   AND used_at IS NULL AND ended_at IS NULL;

-- name: link_end_older_of_application :exec
UPDATE link
   SET ended_at = :now
 WHERE application = :application AND purpose = :purpose
   AND used_at IS NULL AND ended_at IS NULL;

-- name: link_end_older_of_mail :exec
UPDATE link
   SET ended_at = :now
 WHERE mail = :mail AND purpose = :purpose
   AND used_at IS NULL AND ended_at IS NULL;

-- name: link_end_all :exec
UPDATE link
   SET ended_at = :now
 WHERE account = :account AND purpose <> :spared
   AND used_at IS NULL AND ended_at IS NULL;

-- name: link_token_insert :exec
INSERT INTO link_token (token, link) VALUES (:token, :link);

-- name: link_find :one
-- anyone: the token says whose link it is
SELECT l.id, l.purpose, l.account, l.application, l.mail, l.expires_at,
       l.used_at, l.ended_at, a.state AS application_state
  FROM link_token t
  JOIN link l ON l.id = t.link
  LEFT JOIN application a ON a.id = l.application
 WHERE t.token = :token;

-- name: link_mine :one
SELECT l.id, l.purpose, l.account, l.application, l.mail, l.expires_at,
       l.used_at, l.ended_at, a.state AS application_state
  FROM session s
  JOIN link l ON l.id = s.link
  LEFT JOIN application a ON a.id = l.application
 WHERE s.id = :my_session;

-- name: link_use :exec
UPDATE link
   SET used_at = :now
 WHERE id = :id AND used_at IS NULL AND ended_at IS NULL
   AND expires_at > :now;
