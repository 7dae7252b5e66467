-- The end of a registration, and what comes back: by the business, by the
-- registrar, by the worker. A change or a renewal under way is an application
-- of its own; the registration belongs to the one it came from.

-- part: standing_renewing
-- A renewal that was sent in and is not decided: until then it holds.
       EXISTS (SELECT 1 FROM application w
                WHERE w.parent = r.application AND w.kind = 'renewal'
                  AND w.state IN ('submitted', 'under_inquiry',
                                  'ministry_confirmed')) AS renewing

-- part: standing_columns
SELECT r.id, r.public_id, r.number, r.state, r.registered_on, r.valid_until,
       r.ends_on, r.warned, p.public_id AS application, c.mail,
       a.name, a.chief,
{standing_renewing}

-- part: standing_of_mine
-- Of whoever asks.
  FROM application mine
  JOIN registration r ON r.application = COALESCE(mine.parent, mine.id)

-- part: standing_of_asked
-- Of an application on one's desk.
  FROM application asked
  JOIN review_unit u ON u.application = asked.id AND u.role = :my_role
                    AND u.ministry = :my_ministry
                    AND u.state NOT IN ('waiting', 'dropped')
  JOIN registration r ON r.application = COALESCE(asked.parent, asked.id)

-- part: standing_tables
  JOIN application p ON p.id = r.application
  JOIN account c ON c.id = p.account
  JOIN applicant a ON a.version = r.version

-- name: standing_own :one
{standing_columns}
{standing_of_mine}
{standing_tables}
 WHERE mine.id = :my_application;

-- name: standing_desk :one
{standing_columns}
{standing_of_asked}
{standing_tables}
 WHERE asked.public_id = :id;

-- name: standing_lock_own :one
-- Whoever comes second waits here, and then sees what the first one did.
{standing_columns}
{standing_of_mine}
{standing_tables}
 WHERE mine.id = :my_application
   AND :my_role = 'applicant'
   FOR UPDATE;

-- name: standing_lock_desk :one
{standing_columns}
{standing_of_asked}
{standing_tables}
 WHERE asked.public_id = :id
   AND u.role = 'registrar'
   FOR UPDATE;

-- name: standing_lock :one
-- anyone: the worker ends everybody's; :my_site says that it is the worker
SELECT r.id, r.public_id, r.number, r.state, r.registered_on, r.valid_until,
       r.ends_on, r.warned, p.public_id AS application, c.mail,
       a.name, '' AS chief,
{standing_renewing}
  FROM registration r
{standing_tables}
 WHERE r.id = :registration AND :my_site = 'worker'
   FOR UPDATE;

-- name: standing_write :exec
-- anyone: locked by one of the above, which asks whose it is
-- publish: the worker writes what came back into the public register.
UPDATE registration
   SET state = :state, valid_until = :valid_until,
       ends_on = NULLIF(:ends_on, ''),
       publish_due = IF(:stays = 1, publish_due, :publish)
 WHERE id = :registration;

-- name: standing_warned :exec
-- anyone: the worker tells everybody
UPDATE registration SET warned = :warned WHERE id = :registration;

-- name: standing_event :exec
-- As whom is never said by a form.
INSERT INTO registration_event (registration, act, at, account, org, role,
       state, day, reason, text)
VALUES (:registration, :act, :now, NULLIF(:my_account, 0), NULLIF(:my_org, 0),
        :my_role, :state, NULLIF(:day, ''), :reason, :text);

-- name: standing_events_own :many
-- What happened, the newest first. A ministry acts, not a person.
SELECT e.act, e.at, e.role, e.state, e.day, e.reason, e.text, '' AS who
{standing_of_mine}
  JOIN registration_event e ON e.registration = r.id
 WHERE mine.id = :my_application
 ORDER BY e.id DESC;

-- name: standing_events_desk :many
-- Names of the registrar's officials only among themselves.
SELECT e.act, e.at, e.role, e.state, e.day, e.reason, e.text,
       IF(u.role = 'registrar' OR e.role = 'applicant', COALESCE(c.name, ''),
          '') AS who
{standing_of_asked}
  JOIN registration_event e ON e.registration = r.id
  LEFT JOIN account c ON c.id = e.account
 WHERE asked.public_id = :id
 ORDER BY e.id DESC;

-- part: standing_last_columns
-- What ended it, or will.
SELECT e.act, e.at, e.day, e.reason, e.text

-- part: standing_last_event
  JOIN registration_event e ON e.registration = r.id
                           AND e.act IN ('announce', 'abolish', 'cancel')
                           AND e.role <> ''

-- name: standing_last_own :one
{standing_last_columns}
{standing_of_mine}
{standing_last_event}
 WHERE mine.id = :my_application
 ORDER BY e.id DESC
 LIMIT 1;

-- name: standing_last_desk :one
{standing_last_columns}
{standing_of_asked}
{standing_last_event}
 WHERE asked.public_id = :id
 ORDER BY e.id DESC
 LIMIT 1;

-- name: standing_due_abolish :many
SELECT r.id
  FROM registration r
 WHERE r.state = 'active' AND r.ends_on <= :today
 ORDER BY r.ends_on
 LIMIT 100;

-- name: standing_due_expire :many
-- anyone: the worker ends everybody's
-- Not one whose renewal was sent in and is not decided.
SELECT r.id
  FROM registration r
  LEFT JOIN application c ON c.parent = r.application AND c.kind = 'renewal'
                         AND c.state IN ('submitted', 'under_inquiry',
                                         'ministry_confirmed')
 WHERE r.state = 'active' AND r.valid_until < :today AND c.id IS NULL
 ORDER BY r.valid_until
 LIMIT 100;

-- name: standing_due_warn :many
-- warned: how many mails there were.
SELECT r.id
  FROM registration r
 WHERE r.state = 'active' AND r.warned = :warned AND r.valid_until <= :until
 ORDER BY r.valid_until
 LIMIT 100;

-- name: standing_due_publish :many
SELECT r.id FROM registration r WHERE r.publish_due = 1 LIMIT 100;

-- name: standing_published :exec
-- Of several workers one does it.
UPDATE registration
   SET publish_due = 0
 WHERE id = :registration AND publish_due = 1 AND state = 'active';
