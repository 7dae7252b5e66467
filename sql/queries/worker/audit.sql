-- The chain that proves the audit trail (security LG-03). Web programs only
-- add to the trail; the worker chains it.

-- name: audit_head :one
SELECT seq, hash FROM audit_chain ORDER BY seq DESC LIMIT 1 FOR UPDATE;

-- name: audit_floor :one
-- Below that number no row is missing in the chain, but for those of very
-- long transactions.
SELECT COALESCE(MIN(audit) - 1, 0) AS audit
  FROM audit_chain
 WHERE seq > :head - 10000 AND seq <= :head;

-- name: audit_open :many
SELECT a.id, a.at, a.account, a.org, a.role, a.site, a.act, a.object,
       a.object_id, a.detail, a.request
  FROM audit a
  LEFT JOIN audit_chain c ON c.audit = a.id
 WHERE a.id > :floor AND c.audit IS NULL
 ORDER BY a.id
 LIMIT 500;

-- name: audit_link :exec
INSERT INTO audit_chain (seq, audit, hash, at)
VALUES (:seq, :audit, :hash, :now);

-- name: audit_verify :many
SELECT c.seq, c.audit, c.hash, a.id, a.at, a.account, a.org, a.role, a.site,
       a.act, a.object, a.object_id, a.detail, a.request
  FROM audit_chain c
  LEFT JOIN audit a ON a.id = c.audit
 ORDER BY c.seq;

-- name: audit_forgotten :one
SELECT COUNT(*) AS n
  FROM audit a
  LEFT JOIN audit_chain c ON c.audit = a.id
 WHERE c.audit IS NULL AND a.at < :before;
