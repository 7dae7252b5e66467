-- 接種実施医療機関が未確保の事業所 of whoever asks: in the draft, if there is
-- one, else in the version in force.

-- name: missing_mine :one
SELECT r.number, COALESCE(s.without_institution, 0) AS offices,
       p.draft IS NOT NULL AS draft, p.changed_at
  FROM application p
  JOIN registration r ON r.application = COALESCE(p.parent, p.id)
                     AND r.state = 'active'
  LEFT JOIN office_sum s ON s.version = COALESCE(p.draft, r.version)
 WHERE p.id = :my_application;

-- name: missing_offices :many
-- :id: the office that the page begins with; zeros: the first one.
SELECT o.public_id AS id, o.number, o.shown_name AS name,
       CONCAT(COALESCE(f.name, ''), COALESCE(c.name, ''), o.at_town) AS place,
       o.inst_plan AS plan
  FROM application p
  JOIN registration r ON r.application = COALESCE(p.parent, p.id)
                     AND r.state = 'active'
  JOIN office o ON o.version = COALESCE(p.draft, r.version)
  LEFT JOIN prefecture f ON f.code = o.at_pref
  LEFT JOIN city c ON c.code = o.at_city
 WHERE p.id = :my_application AND o.inst_secured <> 'yes'
   AND o.number >= COALESCE((SELECT b.number FROM office b
                              WHERE b.version = COALESCE(p.draft, r.version)
                                AND b.public_id = :id), 0)
 ORDER BY o.number
 LIMIT :limit;

-- name: missing_fill :exec
-- :picks: public ids, commas between; :everyone 1: all that lie open.
UPDATE office
   SET revision = revision + 1, inst_secured = 'yes', inst_name = :inst_name,
       inst_kana = :inst_kana, inst_at_zip = :inst_at_zip,
       inst_at_pref = :inst_at_pref, inst_at_city = :inst_at_city,
       inst_at_town = :inst_at_town, inst_tel = :inst_tel,
       inst_fax = :inst_fax, inst_mail = :inst_mail, inst_plan = ''
 WHERE version = :my_draft AND inst_secured <> 'yes'
   AND (:everyone = 1 OR FIND_IN_SET(LOWER(HEX(public_id)), :picks) > 0);
