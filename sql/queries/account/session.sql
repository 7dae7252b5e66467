-- Sessions. A request begins with one statement, whoever asks.

-- part: session_columns
SELECT s.id AS session, s.public_id, s.stage, s.role, s.account,
       s.organisation AS org, s.seen_at, s.idle_seconds, s.ends_at, a.name,
       a.state AS account_state, a.must_change, a.hats, o.name AS org_name,
       o.ministry, f.input AS kept_input, f.problems AS kept_problems,
       f.at AS kept_at

-- part: session_key_columns
       , k.result AS key_result, k.cookie AS key_cookie, k.at AS key_at

-- part: session_draft_columns
       , p.id AS application, p.public_id AS application_id,
       p.state AS application_state, p.draft, t.founder,
       t.saved_at IS NOT NULL AS applicant, t.physician, t.plan, t.agency,
       z.offices, z.persons, z.without_institution

-- part: session_tables
  FROM session s
  LEFT JOIN account a ON a.id = s.account
  LEFT JOIN organisation o ON o.id = s.organisation

-- part: session_draft_tables
-- What the journey of a draft asks on every page comes along: the columns of
-- application_progress. An applicant sees what the session says, or else what
-- the business of the hat began with; what came after its registration are
-- children of that.
  LEFT JOIN application ap ON ap.organisation = s.organisation
                          AND ap.parent IS NULL AND s.application IS NULL
                          AND s.role = 'applicant'
  LEFT JOIN application p ON p.id = COALESCE(s.application, ap.id)
  LEFT JOIN applicant t ON t.version = p.draft
  LEFT JOIN office_sum z ON z.version = p.draft
  LEFT JOIN kept_form f
    ON f.owner = COALESCE(CONCAT(X'00000000000000000000000000000000',
                                 p.public_id), s.token)
   AND f.place = :place

-- part: session_key_table
  LEFT JOIN form_key k ON k.id = :key

-- part: session_asked
 WHERE s.token = :token AND s.site = :site

-- name: session_load :one
-- anyone: this finds out who asks.
-- No row: there is no such session.
{session_columns}
{session_draft_columns}
{session_tables}
{session_draft_tables}
{session_asked}
;

-- name: session_load_sent :one
-- anyone: this finds out who asks.
-- Also whether the form that is sent came before.
{session_columns}
{session_draft_columns}
{session_key_columns}
{session_tables}
{session_draft_tables}
{session_key_table}
{session_asked}
;

-- part: session_staff_tables
-- On the intranet nobody has an application of his own.
  LEFT JOIN kept_form f ON f.owner = s.token AND f.place = :place

-- name: session_staff :one
-- anyone: this finds out who asks.
{session_columns}
{session_tables}
{session_staff_tables}
{session_asked}
;

-- name: session_staff_sent :one
-- anyone: this finds out who asks.
{session_columns}
{session_key_columns}
{session_tables}
{session_staff_tables}
{session_key_table}
{session_asked}
;

-- name: session_none :one
-- anyone: this finds out who asks.
-- Always one row: without a session there may still be the form key, what was
-- kept, and why a session has ended.
SELECT e.why AS ended, k.result AS key_result, k.cookie AS key_cookie,
       k.at AS key_at, f.input AS kept_input, f.problems AS kept_problems,
       f.at AS kept_at
  FROM (SELECT 1 AS one) one
  LEFT JOIN ended_session e ON e.token = :token
  LEFT JOIN form_key k ON k.id = :key
  LEFT JOIN kept_form f ON f.owner = :token AND f.place = :place;

-- name: session_insert :exec
INSERT INTO session (public_id, token, site, stage, account, organisation,
                     role, application, link, device, ip, created_at, seen_at,
                     idle_seconds, ends_at)
VALUES (:public_id, :token, :site, :stage, NULLIF(:account, 0),
        NULLIF(:organisation, 0), :role, NULLIF(:application, 0),
        NULLIF(:link, 0), :device, :ip, :now, :now, :idle, :ends_at);

-- name: session_note_end :exec
INSERT IGNORE INTO ended_session (token, why, ended_at)
SELECT token, :why, :now FROM session WHERE id = :session;

-- name: session_delete :exec
DELETE FROM session WHERE id = :session;

-- name: session_note_others :exec
INSERT IGNORE INTO ended_session (token, why, ended_at)
SELECT token, :why, :now FROM session
 WHERE account = :account AND id <> :except;

-- name: session_delete_others :exec
DELETE FROM session WHERE account = :account AND id <> :except;

-- name: session_note_all :exec
INSERT IGNORE INTO ended_session (token, why, ended_at)
SELECT token, :why, :now FROM session;

-- name: session_delete_all :exec
DELETE FROM session;

-- name: session_touch :exec
UPDATE session SET seen_at = :now WHERE id = :session;

-- name: form_key_insert :exec
INSERT INTO form_key (id, owner, result, cookie, at)
VALUES (:key, :owner, :result, :cookie, :now);

-- name: form_key_load :one
SELECT result, cookie, at FROM form_key WHERE id = :key;

-- name: kept_put :exec
INSERT INTO kept_form (owner, place, input, problems, at)
VALUES (:owner, :place, :input, :problems, :now)
ON DUPLICATE KEY UPDATE input = VALUES(input), problems = VALUES(problems),
                        at = VALUES(at);

-- name: kept_load :one
SELECT input FROM kept_form WHERE owner = :owner AND place = :place;

-- name: kept_drop :exec
DELETE FROM kept_form WHERE owner = :owner AND place = :place;
