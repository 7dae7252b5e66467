-- What came of one's own application, for the applicant: no names of officials.

-- name: own_registration :one
SELECT r.number, r.state, r.registered_on, r.valid_until, r.offices,
       r.persons, r.version, a.name, a.founder = 'public' AS public
  FROM registration r
  JOIN applicant a ON a.version = r.version
 WHERE r.application = (SELECT COALESCE(p.parent, p.id) FROM application p
                         WHERE p.id = :my_application);

-- name: own_refusal :one
SELECT f.reason, f.text, f.at
  FROM refusal f
 WHERE f.application = :my_application;

-- name: own_begun :one
-- May it still be withdrawn?
SELECT p.begun_at IS NOT NULL AS begun, p.kind, p.receipt
  FROM application p
 WHERE p.id = :my_application;

-- name: own_versions :many
-- What was sent; of a change not what it was counted from.
SELECT v.number, IF(v.number = COALESCE(base.number, 0) + 1, p.kind, 'again')
         AS kind,
       v.frozen_at AS at, COALESCE(s.offices, 0) AS offices,
       COALESCE(s.persons, 0) AS persons
  FROM application p
  JOIN version last ON last.id = p.sent
  LEFT JOIN version base ON base.id = p.base
  JOIN version v ON v.application = p.id AND v.frozen_at IS NOT NULL
                AND v.number > COALESCE(base.number, 0)
                AND v.number <= last.number
  LEFT JOIN office_sum s ON s.version = v.id
 WHERE p.id = :my_application
 ORDER BY v.number DESC;

-- name: own_inquiries :many
-- What was sent. A ministry asks, not a person.
SELECT i.number, i.state, i.sent_at, i.due_on, i.answered_at, i.ended_at,
       COALESCE(m.name, '') AS ministry,
       (SELECT COUNT(*) FROM inquiry_item t WHERE t.inquiry = i.id) AS items
  FROM inquiry i
  JOIN review_unit u ON u.id = i.unit
  LEFT JOIN ministry m ON m.id = u.ministry
 WHERE i.application = :my_application AND i.state <> 'draft'
 ORDER BY i.number DESC;

-- name: own_end :one
SELECT p.state, p.sent_at, p.ended_at
  FROM application p
 WHERE p.id = :my_application;
