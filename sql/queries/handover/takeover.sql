-- 引き継ぎの申し出: somebody asks whose predecessor is gone, and a desk decides.

-- name: takeover_business :one
-- anyone: nothing of what is found is told to whoever asks
SELECT p.id AS application, p.public_id AS id, o.name AS company,
       COALESCE(c.mail, '') AS mail
  FROM (SELECT application FROM registration WHERE number = :number
         UNION
        SELECT COALESCE(parent, id) FROM application
         WHERE receipt = :number) found
  JOIN application p ON p.id = found.application
  JOIN organisation o ON o.id = p.organisation
  LEFT JOIN account c ON c.id = p.account
 LIMIT 1;

-- name: takeover_insert :exec
-- anyone: whoever asks has no account yet
INSERT INTO takeover (public_id, application, number, company, company_tel,
                      name, mail, tel, reason, file, state, asked_at)
VALUES (:id, NULLIF(:application, 0), :number, :company, :company_tel, :name,
        :mail, :tel, :reason, :document, 'open', :now);

-- part: takeover_columns
SELECT t.public_id AS id, t.number, t.company, t.name, t.state, t.asked_at
  FROM takeover t

-- part: takeover_mine
-- A ministry has what has a unit with it, the registrar has all.
   AND (:my_role = 'registrar' OR
        EXISTS (SELECT 1 FROM review_unit u
                 WHERE u.application = t.application AND u.role = :my_role
                   AND u.ministry = :my_ministry AND u.state <> 'dropped'))

-- name: takeover_open_ones :many
{takeover_columns}
 WHERE t.state = 'open'
{takeover_mine}
 ORDER BY t.asked_at
 LIMIT 200;

-- name: takeover_decided_ones :many
-- Each in the order of the index, then both together.
SELECT latest.id, latest.number, latest.company, latest.name, latest.state,
       latest.asked_at
  FROM ((
{takeover_columns}
 WHERE t.state = 'approved'
{takeover_mine}
 ORDER BY t.asked_at DESC
 LIMIT 50) UNION ALL (
{takeover_columns}
 WHERE t.state = 'declined'
{takeover_mine}
 ORDER BY t.asked_at DESC
 LIMIT 50)) latest
 ORDER BY latest.asked_at DESC
 LIMIT 50;

-- name: takeover_load :one
-- Beside what was typed stands what the business has sent.
SELECT t.public_id AS id, t.id AS number_of_ours, t.revision,
       COALESCE(t.application, 0) AS application, p.public_id AS application_id,
       t.number, t.company, t.company_tel, t.name, t.mail, t.tel, t.reason,
       t.state, t.why, t.note, t.asked_at, t.decided_at,
       COALESCE(d.name, '') AS decided_by,
       COALESCE(p.organisation, 0) AS organisation,
       COALESCE(o.name, '') AS registered,
       COALESCE(a.tel, '') AS registered_tel,
       COALESCE(p.receipt, '') AS receipt,
       COALESCE(r.number, '') AS registration,
       COALESCE(f.name, '') AS file_name, COALESCE(f.kind, '') AS file_kind,
       f.public_id AS file_id,
       COALESCE((SELECT h.state FROM handover h WHERE h.takeover = t.id
                  ORDER BY h.id DESC LIMIT 1), '') AS handover
  FROM takeover t
  LEFT JOIN application p ON p.id = t.application
  LEFT JOIN organisation o ON o.id = p.organisation
  LEFT JOIN registration r ON r.application = p.id
  LEFT JOIN applicant a ON a.version = COALESCE(r.version, p.sent)
  LEFT JOIN account d ON d.id = t.decided_by
  LEFT JOIN file f ON f.id = t.file
 WHERE t.public_id = :id
{takeover_mine};

-- name: takeover_decide :exec
UPDATE takeover
   SET state = :state, why = :why, note = :note, decided_by = :my_account,
       decided_at = :now, revision = revision + 1
 WHERE id = :id AND revision = :revision;

-- name: takeover_keep_proof :exec
-- anyone: who may decide has decided just now
UPDATE takeover t
  JOIN file f ON f.id = t.file
   SET f.keep_until = COALESCE(f.keep_until, :until)
 WHERE t.id = :id;
