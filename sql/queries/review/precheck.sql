-- 事前チェック: what the rules look at. A reviewer's own part, or all of it.

-- name: precheck_facts :one
-- What the applicant's remarks have to say follows from all businesses; only
-- sums of them are asked.
SELECT COALESCE(SUM(s.external), 0) AS external,
       COALESCE(MAX(s.external > 0 AND s.type <> 'T01'), 0) AS beyond_welfare,
       COALESCE(MAX(s.type <> 'T01'), 0) AS needs_physician,
       MAX(a.note2 LIKE '%産業医%') AS says_physician,
       MAX(a.note2 REGEXP '(業務|事業)継続計画|BCP|ＢＣＰ') AS says_plan,
       EXISTS (SELECT 1 FROM attachment t
                WHERE t.application = MAX(v.application)
                  AND t.purpose = 'mandate' AND t.removed_at IS NULL)
         AS mandate
  FROM review_unit u
  JOIN version v ON v.application = u.application AND v.id = :version
  JOIN applicant a ON a.version = v.id
  LEFT JOIN business_sum s ON s.version = v.id AND s.offices > 0
 WHERE u.role = :my_role AND u.ministry = :my_ministry
   AND u.state <> 'dropped'
 GROUP BY v.id;

-- name: precheck_applicant_zip :one
-- belongs: where the code belongs, '' nowhere; of a ward its city is right too.
SELECT NOT EXISTS (SELECT 1
                     FROM postal z
                     JOIN city c ON c.code = z.city
                    WHERE z.zip = a.at_zip
                      AND (c.code = a.at_city OR c.body = a.at_city)) AS wrong,
       COALESCE((SELECT CONCAT(p.name, c.name, z.town)
                   FROM postal z
                   JOIN city c ON c.code = z.city
                   JOIN prefecture p ON p.code = c.pref
                  WHERE z.zip = a.at_zip
                  ORDER BY z.kind, z.no
                  LIMIT 1), '') AS belongs
  FROM review_unit u
  JOIN version v ON v.application = u.application AND v.id = :version
  JOIN applicant a ON a.version = v.id
 WHERE u.role = :my_role AND u.ministry = :my_ministry
   AND u.state <> 'dropped';

-- name: precheck_offices :many
-- Every office of my part once, with the sums of my businesses; the rules are
-- asked while they pass by. Nearly every postal code is right at first sight.
SELECT o.public_id AS id, o.number, o.shown_name AS name, o.principal, o.tel,
       o.fax, o.mail, o.inst_tel, o.inst_fax, o.inst_mail, o.staff,
       o.inst_secured = 'yes' AS secured,
       IF(:my_role = 'registrar', o.persons, mine.persons) AS persons,
       mine.own, mine.sum, mine.least,
       o.name = '' OR o.kana = '' OR o.at_zip = '' OR o.at_pref = ''
         OR o.at_city = '' OR o.at_town = '' OR o.tel = ''
         OR IF(o.inst_secured = 'yes',
               o.inst_name = '' OR o.inst_kana = '' OR o.inst_at_zip = ''
                 OR o.inst_at_city = '' OR o.inst_at_town = ''
                 OR o.inst_tel = '',
               o.inst_plan = '') AS missing,
       NOT (EXISTS (SELECT 1 FROM postal z
                     WHERE z.zip = o.at_zip AND z.city = o.at_city)
            OR EXISTS (SELECT 1 FROM postal z
                         JOIN city c ON c.code = z.city
                        WHERE z.zip = o.at_zip AND c.body = o.at_city))
         AS zip_wrong,
       o.inst_secured = 'yes'
         AND NOT (EXISTS (SELECT 1 FROM postal z
                           WHERE z.zip = o.inst_at_zip
                             AND z.city = o.inst_at_city)
                  OR EXISTS (SELECT 1 FROM postal z
                               JOIN city c ON c.code = z.city
                              WHERE z.zip = o.inst_at_zip
                                AND c.body = o.inst_at_city))
         AS inst_zip_wrong
  FROM (SELECT b.version, b.office AS number,
               COALESCE(MAX(q.persons), -1) AS persons, SUM(b.own) AS own,
               SUM(b.own + b.external) AS sum,
               MIN(b.own + b.external) AS least
          FROM review_unit u
          JOIN version v ON v.application = u.application AND v.id = :version
          JOIN business b ON b.version = v.id
          JOIN business_type t
            ON t.code = IF(b.detail2 <> '', b.detail2, b.detail1)
          LEFT JOIN version_part q ON q.version = b.version
                                  AND q.ministry = :my_ministry
                                  AND q.office = b.office
         WHERE u.role = :my_role AND u.ministry = :my_ministry
           AND u.state <> 'dropped'
           AND (:my_role = 'registrar' OR
                COALESCE(t.ministry, (SELECT m.id FROM ministry m
                                       WHERE m.code = 'mhlw'))
                  = :my_ministry)
         GROUP BY b.version, b.office) mine
  STRAIGHT_JOIN office o
     ON o.version = mine.version AND o.number = mine.number
 ORDER BY mine.number;

-- name: precheck_median :one
-- People at an office of this type, as the desk has them in other applications.
-- Not in all of them: a hundred each of those that are done, confirmed, open,
-- the latest first, which an index gives at once; a median needs no more, and
-- the page stays as quick with a million applications as with ten.
SELECT COUNT(*) AS sample,
       COALESCE(CAST(MAX(y.median) AS SIGNED), 0) AS median
  FROM (SELECT MEDIAN((s.own + s.external) / s.offices) OVER () AS median
          FROM ((SELECT t.unit FROM unit_type t
                  WHERE t.role = :my_role AND t.ministry = :my_ministry
                    AND t.type = :type AND t.state = 'done'
                  ORDER BY t.since DESC LIMIT 100)
                UNION ALL
                (SELECT t.unit FROM unit_type t
                  WHERE t.role = :my_role AND t.ministry = :my_ministry
                    AND t.type = :type AND t.state = 'confirmed'
                  ORDER BY t.since DESC LIMIT 100)
                UNION ALL
                (SELECT t.unit FROM unit_type t
                  WHERE t.role = :my_role AND t.ministry = :my_ministry
                    AND t.type = :type AND t.state = 'open'
                  ORDER BY t.since DESC LIMIT 100)) x
          STRAIGHT_JOIN review_unit u ON u.id = x.unit
          STRAIGHT_JOIN application p ON p.id = u.application
                                     AND p.id <> :application
          STRAIGHT_JOIN business_sum s ON s.version = p.sent
                                      AND s.type = :type
                                      AND s.offices > 0) y;
