-- Types of business (事業の種類) and their details (細目①, 細目②): three lists,
-- each of which depends on the one before.

-- What has ended stands behind the others and says so: where it was sent it may
-- stay, and lists find it.

-- part: choice
SELECT code AS value,
       IF(DATE(:now + INTERVAL 9 HOUR) <= valid_to, name,
          CONCAT(name, '（', DATE_FORMAT(valid_to, '%Y年%c月%e日'), 'で終了）'))
         AS label
  FROM business_type

-- part: choice_order
   AND DATE(:now + INTERVAL 9 HOUR) >= valid_from
 ORDER BY DATE(:now + INTERVAL 9 HOUR) > valid_to, code;

-- name: type_options :many
{choice}
 WHERE parent IS NULL
{choice_order}

-- name: type_names :many
-- Those that have ended too: what was sent must stay readable.
SELECT code AS value, name AS label
  FROM business_type
 WHERE parent IS NULL
 ORDER BY code;

-- name: detail1_options :many
{choice}
 WHERE parent = :type AND level = 2
{choice_order}

-- name: detail2_options :many
-- Empty for most: then there is nothing to choose.
{choice}
 WHERE parent = :detail1 AND level = 3
{choice_order}

-- name: business_choice_load :one
-- One choice through all levels, :detail2 '' for none: names, and the desk
-- that checks it. It may have ended: what was sent must stay readable.
SELECT t.name AS type_name, a.name AS detail1_name,
       COALESCE(b.name, '') AS detail2_name,
       COALESCE(b.class, a.class) AS class,
       COALESCE(b.ministry, a.ministry) AS ministry,
       COALESCE(b.physician, a.physician) AS physician,
       COALESCE(b.priority, a.priority) AS priority
  FROM business_type t
  JOIN business_type a ON a.parent = t.code AND a.code = :detail1
  LEFT JOIN business_type b ON b.parent = a.code AND b.code = :detail2
 WHERE t.code = :type;

-- name: business_type_list :many
-- The whole tree as it can be chosen today, every branch behind its stem.
SELECT t.code, COALESCE(t.parent, '') AS parent, t.level, t.name, t.class,
       COALESCE(m.code, '') AS ministry, t.physician, t.priority
  FROM business_type t
  LEFT JOIN ministry m ON m.id = t.ministry
 WHERE DATE(:now + INTERVAL 9 HOUR) BETWEEN t.valid_from AND t.valid_to
 ORDER BY t.code;

-- name: business_type_put :exec
-- What is there stays as the administrators have made it; a desk is given to
-- what has none.
INSERT INTO business_type (code, parent, level, name, class, ministry,
       physician, priority, valid_from, valid_to, note)
VALUES (:code, NULLIF(:parent, ''), :level, :name, :class,
       (SELECT id FROM ministry WHERE code = :ministry),
       :physician, :priority, :valid_from, :valid_to, :note)
    ON DUPLICATE KEY UPDATE
       ministry = COALESCE(business_type.ministry, VALUES(ministry));
