-- Documents that came with an application. Those that answer an inquiry are
-- for the desk that asked, once the answer was sent.

-- name: document_list :many
SELECT f.public_id AS id, f.name, f.kind, f.size, t.purpose,
       t.created_at AS at, f.kind <> 'pdf' AS image
  FROM review_unit u
  JOIN attachment t ON t.application = u.application
                   AND t.removed_at IS NULL
  JOIN file f ON f.id = t.file
  LEFT JOIN inquiry_item i ON i.id = t.item
  LEFT JOIN inquiry q ON q.id = i.inquiry
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.state <> 'dropped'
   AND (t.item IS NULL OR (q.answered_at IS NOT NULL
                           AND (q.unit = u.id OR u.role = 'registrar')))
 ORDER BY t.id;

-- name: document_load :one
SELECT f.name, f.kind, t.purpose, t.created_at AS at,
       p.public_id AS application, COALESCE(p.receipt, '') AS receipt
  FROM file f
  JOIN attachment t ON t.file = f.id AND t.removed_at IS NULL
  JOIN review_unit u ON u.application = t.application AND u.role = :my_role
                    AND u.ministry = :my_ministry AND u.state <> 'dropped'
                    AND (u.role <> 'registrar' OR u.state <> 'waiting')
  JOIN application p ON p.id = t.application
  LEFT JOIN inquiry_item i ON i.id = t.item
  LEFT JOIN inquiry q ON q.id = i.inquiry
 WHERE f.public_id = :id
   AND (t.item IS NULL OR (q.answered_at IS NOT NULL
                           AND (q.unit = u.id OR u.role = 'registrar')));
