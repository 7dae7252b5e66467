-- 履歴: the audit trail of one application, as far as a desk may see it.

-- name: history_list :many
-- Of the other ministries only what concerns all, and no names.
SELECT t.at, t.act, t.role, t.site,
       IF(mine.role = 'registrar' OR t.site = 'public'
          OR t.role = 'registrar' OR o.ministry = mine.ministry,
          COALESCE(c.name, ''), '') AS who,
       COALESCE(m.name, '') AS ministry,
       t.role = mine.role AND COALESCE(o.ministry, 0) = mine.ministry AS mine
  FROM review_unit mine
  JOIN application p ON p.id = mine.application
  JOIN audit t ON t.object_id = p.public_id AND t.object = 'application'
  LEFT JOIN account c ON c.id = t.account
  LEFT JOIN organisation o ON o.id = t.org
  LEFT JOIN ministry m ON m.id = o.ministry
 WHERE mine.application = :application AND mine.role = :my_role
   AND mine.ministry = :my_ministry AND mine.state <> 'dropped'
   AND (:views = 1 OR t.act NOT IN ('application.view', 'registration.asof'))
   AND (mine.role = 'registrar' OR t.site = 'public'
        OR o.ministry = mine.ministry
        OR (t.role = 'registrar'
            AND t.act NOT IN ('application.view', 'application.note',
                              'registration.asof'))
        OR t.site = 'worker'
        OR t.act IN ('application.confirm', 'application.reopen',
                     'application.inquiry.send', 'application.inquiry.close',
                     'application.inquiry.cancel'))
 ORDER BY t.id DESC
 LIMIT :limit OFFSET :offset;

-- name: history_inquiries :many
SELECT IF(i.unit = mine.id OR mine.role = 'registrar', i.public_id, NULL) AS id,
       i.number, i.state, DATEDIFF(i.due_on, '1970-01-01') AS due_on,
       i.sent_at, COALESCE(m.name, '') AS name, i.unit = mine.id AS mine
  FROM review_unit mine
  JOIN inquiry i ON i.application = mine.application
                AND (i.unit = mine.id OR i.state <> 'draft')
  JOIN review_unit u ON u.id = i.unit
  LEFT JOIN ministry m ON m.id = u.ministry
 WHERE mine.application = :application AND mine.role = :my_role
   AND mine.ministry = :my_ministry AND mine.state <> 'dropped'
 ORDER BY i.number DESC;

-- name: history_last_mail :one
-- The last one that was tried; those that wait say nothing yet.
SELECT b.state = 'failed' AS failed
  FROM review_unit u
  JOIN application p ON p.id = u.application
  JOIN account c ON c.id = p.account
  JOIN outbox b ON b.recipient = c.mail AND b.state <> 'queued'
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.state <> 'dropped'
 ORDER BY b.created_at DESC
 LIMIT 1;
