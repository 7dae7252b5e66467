-- 担当: who works on which unit of a desk.

-- name: assign_look :many
-- In the order in which they are locked: two who take the same do not wait for
-- each other in a circle.
SELECT p.public_id AS id, u.receipt, u.name, COALESCE(u.assignee, 0) AS assignee,
       c.name AS assignee_name, COALESCE(u.assignee = :my_account, 0) AS mine
  FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id CHAR(32) PATH '$')) j
  JOIN application p ON p.public_id = UNHEX(j.id)
  JOIN review_unit u ON u.application = p.id AND u.role = :my_role
                    AND u.ministry = :my_ministry
                    AND u.state NOT IN ('waiting', 'dropped')
  LEFT JOIN account c ON c.id = u.assignee
 ORDER BY p.id;

-- name: assign_hand :exec
-- Changes no row if a colleague was quicker.
UPDATE review_unit
   SET assignee = NULLIF(:to, 0), assigned_at = IF(:to = 0, NULL, :now)
 WHERE id = :unit AND role = :my_role AND ministry = :my_ministry
   AND COALESCE(assignee, 0) = :was;

-- name: assign_note :exec
-- anyone: on the unit that flow_lock has found on the desk
INSERT INTO review_note (unit, account, at, text)
VALUES (:unit, :my_account, :now, :text);
