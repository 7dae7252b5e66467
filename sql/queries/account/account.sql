-- Accounts, the organisations they belong to, and their hats.

-- name: account_load :one
SELECT a.id, a.public_id, a.login, a.mail, a.tel, a.name, a.password, a.state,
       a.must_change, a.second_step, a.login_at, m.organisation, m.role,
       o.kind AS org_kind, o.name AS org_name
  FROM account a
  LEFT JOIN membership m ON m.account = a.id
  LEFT JOIN organisation o ON o.id = m.organisation
 WHERE a.id = :id
 ORDER BY m.since, m.organisation, m.role
 LIMIT 1;

-- name: account_by_login :one
SELECT a.id, a.public_id, a.login, a.mail, a.tel, a.name, a.password, a.state,
       a.must_change, a.second_step, a.login_at, m.organisation, m.role,
       o.kind AS org_kind, o.name AS org_name
  FROM account a
  LEFT JOIN membership m ON m.account = a.id
  LEFT JOIN organisation o ON o.id = m.organisation
 WHERE a.login = :login
 ORDER BY m.since, m.organisation, m.role
 LIMIT 1;

-- name: account_find_by_mail :one
-- The first address is the login id; notices may have moved to another.
SELECT id
  FROM (SELECT id, 1 AS place FROM account WHERE login = :login
         UNION ALL
        SELECT id, 2 FROM account WHERE mail = :mail) found
 ORDER BY place, id
 LIMIT 1;

-- name: account_insert :exec
INSERT INTO account (public_id, login, mail, tel, name, second_step,
                     created_at)
VALUES (:public_id, :login, :mail, :tel, :name, :second_step, :now);

-- name: membership_insert :exec
INSERT INTO membership (account, organisation, role, since)
VALUES (:account, :organisation, :role, :now);

-- name: organisation_insert :exec
INSERT INTO organisation (public_id, kind, name, ministry, created_at)
VALUES (:public_id, :kind, :name, NULLIF(:ministry, 0), :now);

-- name: organisation_by_name :one
SELECT id FROM organisation WHERE kind = :kind AND name = :name
 ORDER BY id LIMIT 1;

-- name: ministry_by_word :one
-- The desk of the master table that is called so, by name or by code.
SELECT id, name FROM ministry WHERE code = :word OR name = :word;

-- name: account_set_password :exec
UPDATE account
   SET password = :password, password_at = :now, must_change = 0,
       revision = revision + 1
 WHERE id = :id;

-- name: account_set_mail :exec
UPDATE account SET mail = :mail, revision = revision + 1 WHERE id = :id;

-- name: account_rehash :exec
-- The same password, hashed as it is done today.
UPDATE account SET password = :password WHERE id = :id;

-- name: account_take_password :exec
-- Somebody else may know it: nobody comes in until a new one is set.
UPDATE account
   SET password = '', must_change = 1, revision = revision + 1
 WHERE id = :id;

-- name: account_logged_in :exec
UPDATE account SET login_at = :now WHERE id = :id;

-- name: account_mails :many
-- Where a code may be sent: the address of notices first.
SELECT mail FROM account WHERE id = :account
 UNION
SELECT mail FROM account_mail WHERE account = :account;

-- name: login_record_insert :exec
INSERT INTO login_record (account, at, device, ip, outcome)
VALUES (:account, :now, :device, :ip, :outcome);
