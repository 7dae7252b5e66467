-- 申し送り: notes of a desk for its own people.

-- name: note_list :many
SELECT n.at, c.name, n.text
  FROM review_unit u
  JOIN review_note n ON n.unit = u.id
  JOIN account c ON c.id = n.account
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.state <> 'dropped'
 ORDER BY n.id DESC
 LIMIT 100;

-- name: note_insert :exec
INSERT INTO review_note (unit, account, at, text)
SELECT u.id, :my_account, :now, :text
  FROM review_unit u
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.state <> 'dropped';
