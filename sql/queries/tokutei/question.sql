-- The check before sending: what might be wrong with the draft, each rule by
-- one statement over all offices. id zeros: the applicant itself. field is the
-- control that is to be looked at; a and b stand in the message.

-- name: question_facts :one
SELECT COALESCE(SUM(b.external), 0) AS external,
       COALESCE(MAX(b.external > 0 AND b.type <> 'T01'), 0) AS beyond_welfare,
       MAX(a.note2 LIKE '%産業医%') AS says_physician,
       MAX(a.note2 REGEXP '(業務|事業)継続計画|BCP|ＢＣＰ') AS says_plan,
       EXISTS (SELECT 1 FROM attachment t
                WHERE t.application = :my_application
                  AND t.purpose = 'mandate' AND t.removed_at IS NULL)
         AS mandate,
       (SELECT COUNT(*) FROM office o
         WHERE o.version = :my_draft AND o.inst_secured = 'no')
         AS not_secured
  FROM applicant a
  LEFT JOIN business b ON b.version = a.version
 WHERE a.version = :my_draft
 GROUP BY a.version;

-- name: question_principal :many
SELECT o.public_id AS id, o.shown_name AS name, 'principal' AS field, '' AS a, '' AS b,
       COUNT(*) OVER () AS total
  FROM applicant a
  JOIN office o ON o.version = a.version
 WHERE a.version = :my_draft AND a.agency = 1 AND o.principal = ''
 ORDER BY o.number
 LIMIT 5;

-- name: question_type :many
-- Types that have ended; a: which, b: until when. What an earlier version of
-- the same application says, or the registration that it changes, may stay; a
-- renewal begins anew.
SELECT o.public_id AS id, o.shown_name AS name,
       CONCAT('business.', b.position - 1, '.type') AS field, t.name AS a,
       DATE_FORMAT(t.valid_to, '%Y年%c月%e日') AS b, COUNT(*) OVER () AS total
  FROM business b
  JOIN business_type t
    ON t.code = IF(b.detail2 <> '', b.detail2,
                   IF(b.detail1 <> '', b.detail1, b.type))
  JOIN office o ON o.version = b.version AND o.number = b.office
 WHERE b.version = :my_draft
   AND DATE(:now + INTERVAL 9 HOUR) > t.valid_to
   AND NOT EXISTS (SELECT 1
                     FROM application p
                     JOIN business k
                       ON k.version = COALESCE(p.sent,
                                               IF(p.kind = 'change', p.base, 0))
                      AND k.office = b.office AND k.type = b.type
                      AND k.detail1 = b.detail1 AND k.detail2 = b.detail2
                    WHERE p.id = :my_application)
 ORDER BY b.office, b.position
 LIMIT 5;

-- name: question_principals :many
-- Each principal once; whether its name is short is for the program to see.
SELECT MIN(o.public_id) AS id, MIN(o.shown_name) AS name, 'principal' AS field,
       o.principal AS a, '' AS b
  FROM office o
 WHERE o.version = :my_draft AND o.principal <> ''
 GROUP BY o.principal
 ORDER BY MIN(o.number);

-- name: question_zip :many
-- a: where the code belongs, '' nowhere. Most codes are right, which the join
-- sees at once; of a ward its city is right as well.
SELECT x.id, x.name, x.field, x.total, '' AS b,
       COALESCE((SELECT CONCAT(p.name, c.name, z.town)
                   FROM postal z
                   JOIN city c ON c.code = z.city
                   JOIN prefecture p ON p.code = c.pref
                  WHERE z.zip = x.zip
                  ORDER BY z.kind, z.no
                  LIMIT 1), '') AS a
  FROM (SELECT u.id, u.name, u.field, u.zip, u.number,
               COUNT(*) OVER () AS total
          FROM (SELECT CAST('' AS BINARY(16)) AS id, '' AS name,
                       'at.zip' AS field, a.at_zip AS zip, a.at_city AS city,
                       0 AS number
                  FROM applicant a
                 WHERE a.version = :my_draft
                UNION ALL
                SELECT o.public_id, o.shown_name, 'at.zip', o.at_zip, o.at_city,
                       o.number
                  FROM office o
                  LEFT JOIN postal z ON z.zip = o.at_zip
                                    AND z.city = o.at_city
                 WHERE o.version = :my_draft AND z.zip IS NULL
                UNION ALL
                SELECT o.public_id, o.shown_name, 'inst.at.zip', o.inst_at_zip,
                       o.inst_at_city, o.number
                  FROM office o
                  LEFT JOIN postal z ON z.zip = o.inst_at_zip
                                    AND z.city = o.inst_at_city
                 WHERE o.version = :my_draft AND o.inst_secured = 'yes'
                   AND z.zip IS NULL) u
         WHERE NOT EXISTS (SELECT 1
                             FROM postal z
                             JOIN city c ON c.code = z.city
                            WHERE z.zip = u.zip
                              AND (c.code = u.city OR c.body = u.city))
         ORDER BY u.number, u.field
         LIMIT 5) x
 ORDER BY x.number, x.field;

-- name: question_tel :many
SELECT u.id, u.name, u.field, u.a, '' AS b, COUNT(*) OVER () AS total
  FROM (SELECT o.public_id AS id, o.shown_name AS name, 'tel' AS field, o.tel AS a, o.number
          FROM office o
         WHERE o.version = :my_draft AND o.tel NOT REGEXP '^0[0-9]{9,10}$'
        UNION ALL
        SELECT o.public_id, o.shown_name, 'fax', o.fax, o.number
          FROM office o
         WHERE o.version = :my_draft AND o.fax <> ''
           AND o.fax NOT REGEXP '^0[0-9]{9,10}$'
        UNION ALL
        SELECT o.public_id, o.shown_name, 'inst.tel', o.inst_tel, o.number
          FROM office o
         WHERE o.version = :my_draft AND o.inst_secured = 'yes'
           AND o.inst_tel NOT REGEXP '^0[0-9]{9,10}$'
        UNION ALL
        SELECT o.public_id, o.shown_name, 'inst.fax', o.inst_fax, o.number
          FROM office o
         WHERE o.version = :my_draft AND o.inst_fax <> ''
           AND o.inst_fax NOT REGEXP '^0[0-9]{9,10}$') u
 ORDER BY u.number, u.field
 LIMIT 5;

-- name: question_mails :many
-- All there are; what looks like a slip is for the program to see.
SELECT u.id, u.name, u.field, u.a, '' AS b
  FROM (SELECT o.public_id AS id, o.shown_name AS name, 'mail' AS field, o.mail AS a,
               o.number
          FROM office o
         WHERE o.version = :my_draft AND o.mail <> ''
        UNION ALL
        SELECT o.public_id, o.shown_name, 'inst.mail', o.inst_mail, o.number
          FROM office o
         WHERE o.version = :my_draft AND o.inst_mail <> '') u
 ORDER BY u.number, u.field;

-- name: question_staff :many
-- Own people alone: external ones are not part of the staff.
SELECT o.public_id AS id, o.shown_name AS name, 'staff' AS field,
       CAST(u.own AS CHAR) AS a, CAST(o.staff AS CHAR) AS b,
       COUNT(*) OVER () AS total
  FROM (SELECT b.version, b.office, SUM(b.own) AS own
          FROM business b
         WHERE b.version = :my_draft
         GROUP BY b.version, b.office) u
  JOIN office o ON o.version = u.version AND o.number = u.office
 WHERE u.own > o.staff
 ORDER BY o.number
 LIMIT 5;

-- name: question_accept :exec
INSERT INTO accepted_question (version, question, at)
VALUES (:my_draft, :question, :now)
ON DUPLICATE KEY UPDATE at = VALUES(at);
