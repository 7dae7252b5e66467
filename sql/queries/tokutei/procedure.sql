-- Change notices and renewals (変更届出, 更新): applications that belong to one
-- that was registered.

-- part: procedure_renewing
       EXISTS (SELECT 1 FROM application w
                WHERE w.parent = p.id AND w.kind = 'renewal'
                  AND w.state IN ('submitted', 'under_inquiry',
                                  'ministry_confirmed')) AS renewing

-- name: procedure_registered :one
-- What is in force of whoever asks; locked, so that two who begin at once get
-- one procedure.
SELECT p.id AS parent, p.public_id AS id, p.account, p.organisation,
       r.id AS registration, r.version, r.number, r.state, r.valid_until,
       r.offices, r.persons,
{procedure_renewing}
  FROM application c
  JOIN application p ON p.id = COALESCE(c.parent, c.id)
  JOIN registration r ON r.application = p.id
 WHERE c.id = :my_application
   FOR UPDATE;

-- name: procedure_draft :one
-- One of a kind is filled in at a time.
SELECT c.id, c.public_id, c.draft
  FROM application c
 WHERE c.parent = :parent AND c.organisation = :my_org AND c.kind = :kind
   AND c.state = 'draft'
 LIMIT 1;

-- name: procedure_insert :exec
INSERT INTO application (public_id, state, kind, parent, origin, mail, account,
       organisation, created_at, changed_at)
SELECT :id, 'draft', :kind, p.id, r.version, p.mail, p.account, p.organisation,
       :now, :now
  FROM application p
  JOIN registration r ON r.application = p.id
 WHERE p.id = :parent AND p.organisation = :my_org;

-- name: procedure_ready :exec
UPDATE application SET base = :base, draft = :draft, changed_at = :now
 WHERE id = :my_application AND state = 'draft';

-- name: procedure_rebase :exec
UPDATE application SET base = :base WHERE id = :my_application;

-- name: procedure_wear :exec
-- The session goes on with that application, if it is of the same business.
UPDATE session s
  JOIN application c ON c.public_id = :id AND c.organisation = :my_org
                    AND c.account IS NOT NULL
   SET s.application = c.id
 WHERE s.id = :my_session;

-- name: procedure_of :one
-- The one that the session is about.
SELECT c.kind, c.state, c.origin, c.base, c.draft, c.sent, c.secured_on,
       c.public_id AS id, c.receipt, p.public_id AS parent,
       COALESCE(r.number, '') AS number, r.valid_until,
       COALESCE(r.state, '') AS standing, r.id AS registration,
       r.version AS in_force,
{procedure_renewing}
  FROM application c
  JOIN application p ON p.id = COALESCE(c.parent, c.id)
  LEFT JOIN registration r ON r.application = p.id
 WHERE c.id = :my_application;

-- name: procedure_list :many
-- All of a registration, the newest first.
SELECT c.public_id AS id, c.kind, c.state, COALESCE(c.receipt, '') AS receipt,
       c.changed_at, c.sent_at, c.ended_at, c.id = :my_application AS current
  FROM application me
  JOIN application c ON c.parent = COALESCE(me.parent, me.id)
 WHERE me.id = :my_application AND c.state <> 'discarded'
 ORDER BY c.id DESC
 LIMIT 200;

-- name: procedure_discard :exec
UPDATE application
   SET state = 'discarded', draft = NULL, ended_at = :now
 WHERE id = :my_application AND state = 'draft' AND kind <> 'first';

-- name: procedure_claim :one
SELECT c.kind, c.base, c.draft, c.receipt, c.account, c.public_id AS id,
       a.name, m.mail, r.id AS registration, r.version AS in_force,
       c.origin
  FROM application c
  JOIN applicant a ON a.version = c.draft
  JOIN account m ON m.id = c.account
  JOIN registration r ON r.application = c.parent
 WHERE c.id = :my_application AND c.draft = :my_draft AND c.state = 'draft'
   AND r.state = 'active'
   FOR UPDATE;

-- name: procedure_sent :exec
UPDATE application
   SET state = :state, sent = draft, draft = NULL, receipt = :receipt,
       sent_at = :now, changed_at = :now,
       secured_on = NULLIF(:secured_on, ''),
       ended_at = IF(:state = 'accepted', :now, NULL)
 WHERE id = :my_application AND draft = :my_draft;

-- name: force_registration :exec
-- anyone: in an act that has locked the registration
-- What counts from now on. Of a public body the external staff alone.
UPDATE registration
   SET version = :version,
       offices = (SELECT COUNT(DISTINCT b.office)
                    FROM business b
                    JOIN applicant a ON a.version = b.version
                   WHERE b.version = :version
                     AND (a.founder <> 'public' OR b.external > 0)),
       persons = (SELECT SUM(IF(a.founder = 'public', 0, b.own) + b.external)
                    FROM business b
                    JOIN applicant a ON a.version = b.version
                   WHERE b.version = :version)
 WHERE id = :registration;

-- name: force_note :exec
-- anyone: in an act that has locked the registration
INSERT INTO registration_version (registration, version, application, kind,
       from_at)
VALUES (:registration, :version, :application, :kind, :now);

-- name: procedure_mine :one
SELECT c.id FROM application c
 WHERE c.public_id = :id AND c.organisation = :my_org;

-- name: procedure_parts :exec
-- What each ministry checked of it: so it sees both sides of a change.
INSERT INTO version_part (version, ministry, office, persons)
SELECT :version, q.ministry, q.office, q.persons
  FROM version_part q
 WHERE q.version = :from
   AND EXISTS (SELECT 1 FROM version v
                WHERE v.id = :version AND v.application = :my_application);
