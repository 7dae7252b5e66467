-- 変更点: two versions of an application, office by office.

-- name: difference_offices :many
-- Numbers of my offices that are not the same in both versions, some of them.
-- An office that left my part is gone for me, whoever has it now.
SELECT g.number
  FROM (SELECT s.number, MAX(s.was) AS was, MAX(s.new) AS new
          FROM ((SELECT q.office AS number, q.version = :from AS was,
                        q.version = :to AS new
                   FROM version_part q
                  WHERE :my_role = 'reviewer' AND q.version IN (:from, :to)
                    AND q.ministry = :my_ministry AND q.office > :after)
                UNION ALL
                (SELECT o.number, o.version = :from, o.version = :to
                   FROM office o
                  WHERE :my_role = 'registrar' AND o.version IN (:from, :to)
                    AND o.number > :after)) s
         GROUP BY s.number) g
  LEFT JOIN office a ON a.version = :from AND a.number = g.number
  LEFT JOIN office b ON b.version = :to AND b.number = g.number
 WHERE EXISTS (SELECT 1
                 FROM review_unit u
                 JOIN version v ON v.application = u.application
                WHERE v.id = :to AND u.role = :my_role
                  AND u.ministry = :my_ministry AND u.state <> 'dropped')
   AND (g.was <> g.new
        OR NOT (a.name = b.name AND a.kana = b.kana
                AND a.principal = b.principal AND a.at_zip = b.at_zip
                AND a.at_pref = b.at_pref AND a.at_city = b.at_city
                AND a.at_town = b.at_town AND a.tel = b.tel
                AND a.fax = b.fax AND a.mail = b.mail AND a.staff <=> b.staff
                AND a.inst_secured = b.inst_secured
                AND a.inst_name = b.inst_name AND a.inst_kana = b.inst_kana
                AND a.inst_at_zip = b.inst_at_zip
                AND a.inst_at_pref = b.inst_at_pref
                AND a.inst_at_city = b.inst_at_city
                AND a.inst_at_town = b.inst_at_town
                AND a.inst_tel = b.inst_tel AND a.inst_fax = b.inst_fax
                AND a.inst_mail = b.inst_mail AND a.inst_plan = b.inst_plan)
        OR EXISTS (SELECT 1
                     FROM business x
                     JOIN business_type t
                       ON t.code = IF(x.detail2 <> '', x.detail2, x.detail1)
                     LEFT JOIN business y
                       ON y.version = IF(x.version = :from, :to, :from)
                      AND y.office = x.office AND y.type = x.type
                      AND y.detail1 = x.detail1 AND y.detail2 = x.detail2
                    WHERE x.version IN (:from, :to) AND x.office = g.number
                      AND (:my_role = 'registrar' OR
                           COALESCE(t.ministry, (SELECT m.id FROM ministry m
                                                  WHERE m.code = 'mhlw'))
                             = :my_ministry)
                      AND NOT COALESCE(y.own = x.own
                                       AND y.external = x.external
                                       AND y.note = x.note, 0)))
 ORDER BY g.number
 LIMIT :limit;

-- name: difference_rows :many
-- Both sides of those offices. part: of my part in that version.
SELECT o.version, o.public_id AS id, o.revision, o.number, o.name,
       o.shown_name, o.kana, o.principal, o.at_zip, o.at_pref, o.at_city,
       o.at_town, o.tel, o.fax, o.mail, o.staff, o.inst_secured, o.inst_name,
       o.inst_kana, o.inst_at_zip, o.inst_at_pref, o.inst_at_city,
       o.inst_at_town, o.inst_tel, o.inst_fax, o.inst_mail, o.inst_plan
  FROM JSON_TABLE(:numbers, '$[*]' COLUMNS (number INT PATH '$')) n
  JOIN office o ON o.version IN (:from, :to) AND o.number = n.number
 WHERE EXISTS (SELECT 1
                 FROM review_unit u
                 JOIN version v ON v.application = u.application
                WHERE v.id = o.version AND u.role = :my_role
                  AND u.ministry = :my_ministry AND u.state <> 'dropped')
   AND (:my_role = 'registrar' OR
        EXISTS (SELECT 1 FROM version_part q
                 WHERE q.version = o.version AND q.ministry = :my_ministry
                   AND q.office = o.number))
 ORDER BY o.number, o.version;

-- name: difference_businesses :many
SELECT b.version, b.office, b.type, b.detail1, b.detail2, b.own, b.external,
       b.note, b.basis_own, b.basis_external
  FROM JSON_TABLE(:numbers, '$[*]' COLUMNS (number INT PATH '$')) n
  JOIN business b ON b.version IN (:from, :to) AND b.office = n.number
  JOIN business_type t ON t.code = IF(b.detail2 <> '', b.detail2, b.detail1)
 WHERE EXISTS (SELECT 1
                 FROM review_unit u
                 JOIN version v ON v.application = u.application
                WHERE v.id = b.version AND u.role = :my_role
                  AND u.ministry = :my_ministry AND u.state <> 'dropped')
   AND (:my_role = 'registrar' OR
        COALESCE(t.ministry, (SELECT m.id FROM ministry m
                               WHERE m.code = 'mhlw')) = :my_ministry)
 ORDER BY b.office, b.version, b.position;
