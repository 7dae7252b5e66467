-- Applications (登録申請) and their versions (版).

-- name: application_of_mail :one
-- anyone: the link to what is found goes to this very address
SELECT id
  FROM application
 WHERE mail = :mail AND state = 'draft' AND draft IS NOT NULL
   AND account IS NULL
 ORDER BY changed_at DESC
 LIMIT 1;

-- name: application_insert :exec
-- anyone: a draft is made before its link says whose it is
INSERT INTO application (public_id, state, mail, created_at, changed_at)
VALUES (:id, 'draft', :mail, :now, :now);

-- name: version_insert :exec
-- anyone: a draft is made before its link says whose it is
INSERT INTO version (application, number, created_at)
VALUES (:application, :number, :now);

-- name: application_set_draft :exec
-- anyone: a draft is made before its link says whose it is
UPDATE application SET draft = :version, changed_at = :now
 WHERE id = :application;

-- name: applicant_insert :exec
-- anyone: a draft is made before its link says whose it is
-- The address of the first page stands in the form already.
INSERT INTO applicant (version, public_id, mail)
VALUES (:version, :id, :mail);

-- name: application_progress :one
-- What is open in the journey. Pages find the same columns in session_load;
-- whoever may have changed something asks here.
SELECT a.founder, a.saved_at IS NOT NULL AS applicant, a.physician, a.plan,
       a.agency, o.offices, o.persons, o.without_institution
  FROM applicant a
  LEFT JOIN office_sum o ON o.version = a.version
 WHERE a.version = :my_draft;

-- name: application_beyond_welfare :one
SELECT EXISTS (SELECT 1 FROM business b
                WHERE b.version = :my_draft AND b.type <> 'T01') AS yes;

-- name: application_has_mandate :one
SELECT EXISTS (SELECT 1 FROM attachment t
                WHERE t.application IN (:my_application,
                                        (SELECT p.parent FROM application p
                                          WHERE p.id = :my_application))
                  AND t.purpose = 'mandate' AND t.removed_at IS NULL) AS yes;

-- name: application_claim :one
-- Sent once, whoever presses first: the second one waits here, and then finds
-- no draft.
SELECT id FROM application
 WHERE id = :my_application AND draft = :my_draft
   FOR UPDATE;

-- name: application_for_sending :one
-- Locks the application: it is sent once, whoever presses first.
SELECT p.public_id, p.kind, p.mail, p.account, p.organisation, p.state, p.receipt,
       a.name, a.tel, a.mail AS notice_mail
  FROM application p
  JOIN applicant a ON a.version = p.draft
 WHERE p.id = :my_application AND p.draft = :my_draft
   FOR UPDATE;

-- name: version_freeze :exec
UPDATE version SET frozen_at = :now
 WHERE id = :my_draft AND frozen_at IS NULL;

-- name: application_sent :exec
UPDATE application
   SET state = 'submitted', sent = draft, draft = NULL, receipt = :receipt,
       account = :account, organisation = :organisation, sent_at = :now,
       changed_at = :now
 WHERE id = :my_application AND draft = :my_draft;

-- name: receipt_take :exec
INSERT INTO receipt_counter (day, last) VALUES (:day, 1)
ON DUPLICATE KEY UPDATE last = last + 1;

-- name: receipt_taken :one
SELECT last FROM receipt_counter WHERE day = :day;
