-- 変更届出: what is different between two versions, and what of it needs a
-- notice. The rule is WEB 登録の事務 Q&A 問6 (seed 002): a notice for the names,
-- places and types, for the applicant's telephone and address of mail, for the
-- institution's name, place and telephone, and for the head count when the
-- registration as a whole changes by 5 % or more; all else is light (軽微).

-- part: change_head
-- By office: other types, other head counts, other remarks.
SELECT k.office, MAX(k.types) AS types, MAX(k.heads) AS heads,
       MAX(k.notes) AS notes
  FROM (SELECT x.office,
               SUM(IF(x.version = :to, 1, -1)) <> 0 AS types,
               SUM(IF(x.version = :to, x.own, -x.own)) <> 0
                 OR SUM(IF(x.version = :to, x.external, -x.external)) <> 0
                 AS heads,
               COUNT(DISTINCT x.note) > 1
                 OR COUNT(DISTINCT x.basis_own) > 1
                 OR COUNT(DISTINCT x.basis_external) > 1 AS notes
          FROM business x FORCE INDEX (PRIMARY)
         WHERE x.version IN (:from, :to)
         GROUP BY x.office, x.type, x.detail1, x.detail2) k
 GROUP BY k.office
HAVING types OR heads OR notes

-- part: change_all
-- Every office that is not the same; the flags say in what.
SELECT n.number, COALESCE(b.public_id, a.public_id) AS id,
       COALESCE(b.shown_name, a.shown_name) AS name,
       b.number IS NULL AS gone, a.number IS NULL AS fresh,
       COALESCE(NOT (a.name = b.name AND a.principal = b.principal), 0)
         AS named,
       COALESCE(NOT (a.at_pref = b.at_pref AND a.at_city = b.at_city
                     AND a.at_town = b.at_town), 0) AS placed,
       COALESCE(a.inst_secured = 'no' AND b.inst_secured = 'yes', 0)
         AS secured,
       COALESCE(a.inst_secured = 'yes'
                AND NOT (b.inst_secured = 'yes' AND a.inst_name = b.inst_name
                         AND a.inst_at_pref = b.inst_at_pref
                         AND a.inst_at_city = b.inst_at_city
                         AND a.inst_at_town = b.inst_at_town
                         AND a.inst_tel = b.inst_tel), 0) AS institution,
       COALESCE(h.types, 0) AND a.number IS NOT NULL AND b.number IS NOT NULL
         AS types,
       COALESCE(h.heads, 0) AND NOT COALESCE(h.types, 0) AS heads,
       a.number IS NOT NULL AND b.number IS NOT NULL
         AND (COALESCE(h.notes, 0)
              OR NOT (a.staff <=> b.staff
                   AND (a.kana, a.at_zip, a.tel, a.fax, a.mail)
                     = (b.kana, b.at_zip, b.tel, b.fax, b.mail)
                   AND (a.inst_secured <> b.inst_secured
                        OR (a.inst_kana, a.inst_at_zip, a.inst_fax,
                            a.inst_mail, a.inst_plan)
                         = (b.inst_kana, b.inst_at_zip, b.inst_fax,
                            b.inst_mail, b.inst_plan)))) AS light,
       a.persons AS persons_was, b.persons AS persons_now
  FROM (SELECT DISTINCT o.number FROM office o
         WHERE o.version IN (:from, :to)) n
  LEFT JOIN office a ON a.version = :from AND a.number = n.number
  LEFT JOIN office b ON b.version = :to AND b.number = n.number
  LEFT JOIN (
{change_head}
       ) h ON h.office = n.number
HAVING gone OR fresh OR named OR placed OR secured OR institution OR types
    OR heads OR light

-- part: change_needs
       c.gone OR c.fresh OR c.named OR c.placed OR c.secured OR c.institution
         OR c.types OR (c.heads AND :large)

-- name: change_offices :many
-- One's own, a page behind a number.
SELECT c.number, c.id, c.name, c.gone, c.fresh, c.named, c.placed, c.secured,
       c.institution, c.types, c.heads, c.light, c.persons_was, c.persons_now,
{change_needs}
         AS notice
  FROM (
{change_all}
       ) c
 WHERE c.number > :after
   AND EXISTS (SELECT 1 FROM version v
                WHERE v.id = :to AND v.application = :my_application)
 ORDER BY c.number
 LIMIT :limit;

-- name: change_count :one
SELECT COUNT(*) AS offices,
       CAST(COALESCE(SUM(
{change_needs}
       ), 0) AS SIGNED) AS notices,
       CAST(COALESCE(SUM(c.light OR (c.heads AND NOT :large)), 0) AS SIGNED)
         AS lights,
       CAST(COALESCE(SUM(c.secured), 0) AS SIGNED) AS secured
  FROM (
{change_all}
       ) c
 WHERE EXISTS (SELECT 1 FROM version v
                WHERE v.id = :to AND v.application = :my_application);

-- name: change_persons :one
-- The whole registration before and after.
SELECT COALESCE(a.persons, 0) AS persons_was,
       COALESCE(b.persons, 0) AS persons_now
  FROM version v
  LEFT JOIN office_sum a ON a.version = :from
  LEFT JOIN office_sum b ON b.version = v.id
 WHERE v.id = :to AND v.application = :my_application;

-- part: applicant_needs
       NOT (a.name = b.name) AS named, NOT (a.tel = b.tel) AS tel,
       NOT (a.mail = b.mail) AS mail

-- name: change_applicant :one
SELECT
{applicant_needs}
       , NOT (a.founder = b.founder AND a.body = b.body AND a.kana = b.kana
              AND a.chief = b.chief AND a.chief_kana = b.chief_kana
              AND a.at_zip = b.at_zip AND a.at_pref = b.at_pref
              AND a.at_city = b.at_city AND a.at_town = b.at_town
              AND a.fax = b.fax AND a.physician = b.physician
              AND a.plan = b.plan AND a.note1 = b.note1 AND a.note2 = b.note2
              AND a.agency = b.agency
              AND a.agency_physician = b.agency_physician
              AND a.agency_plan = b.agency_plan) AS light
  FROM version v
  JOIN applicant a ON a.version = :from
  JOIN applicant b ON b.version = v.id
 WHERE v.id = :to AND v.application = :my_application;

-- name: change_concerned :many
-- anyone: in the sending, which has locked the application
-- Ministries that what needs a notice belongs to: of an office those that check
-- something there, before or after; of a type the one that checks it; all of
-- them for the applicant's name, telephone and mail.
SELECT DISTINCT q.ministry
  FROM version_part q
 WHERE q.version IN (:from, :to)
   AND EXISTS (SELECT 1
                 FROM (SELECT
{applicant_needs}
                         FROM applicant a
                         JOIN applicant b ON b.version = :to
                        WHERE a.version = :from) p
                WHERE p.named OR p.tel OR p.mail)
UNION
SELECT q.ministry
  FROM (
{change_all}
       ) c
  JOIN version_part q ON q.version IN (:from, :to) AND q.office = c.number
 WHERE c.gone OR c.fresh OR c.named OR c.placed OR c.secured OR c.institution
UNION
SELECT COALESCE(t.ministry, (SELECT m.id FROM ministry m
                              WHERE m.code = 'mhlw'))
  FROM (SELECT x.detail1, x.detail2,
               SUM(IF(x.version = :to, 1, -1)) <> 0 AS types,
               SUM(IF(x.version = :to, x.own, -x.own)) <> 0
                 OR SUM(IF(x.version = :to, x.external, -x.external)) <> 0
                 AS heads
          FROM business x
         WHERE x.version IN (:from, :to)
         GROUP BY x.office, x.type, x.detail1, x.detail2) k
  JOIN business_type t
    ON t.code = IF(k.detail2 <> '', k.detail2, k.detail1)
 WHERE k.types OR (k.heads AND :large);

-- name: change_light_applicant :exec
-- What is light of :from is taken over by :to.
UPDATE applicant b
  JOIN applicant a ON a.version = :from
   SET b.founder = a.founder, b.body = a.body, b.kana = a.kana,
       b.chief = a.chief, b.chief_kana = a.chief_kana, b.at_zip = a.at_zip,
       b.at_pref = a.at_pref, b.at_city = a.at_city, b.at_town = a.at_town,
       b.fax = a.fax, b.physician = a.physician, b.plan = a.plan,
       b.note1 = a.note1, b.note2 = a.note2, b.agency = a.agency,
       b.agency_physician = a.agency_physician, b.agency_plan = a.agency_plan
 WHERE b.version = :to
   AND b.version IN (SELECT v.id FROM version v
                      WHERE v.application = :my_application);

-- name: change_light_offices :exec
UPDATE office b
  JOIN office a ON a.version = :from AND a.number = b.number
   SET b.kana = a.kana, b.at_zip = a.at_zip, b.tel = a.tel, b.fax = a.fax,
       b.mail = a.mail, b.staff = a.staff,
       b.inst_kana = IF(b.inst_secured = a.inst_secured, a.inst_kana,
                        b.inst_kana),
       b.inst_at_zip = IF(b.inst_secured = a.inst_secured, a.inst_at_zip,
                          b.inst_at_zip),
       b.inst_fax = IF(b.inst_secured = a.inst_secured, a.inst_fax,
                       b.inst_fax),
       b.inst_mail = IF(b.inst_secured = a.inst_secured, a.inst_mail,
                        b.inst_mail),
       b.inst_plan = IF(b.inst_secured = a.inst_secured, a.inst_plan,
                        b.inst_plan)
 WHERE b.version = :to
   AND b.version IN (SELECT v.id FROM version v
                      WHERE v.application = :my_application);

-- name: change_light_heads_off :exec
-- Head counts of offices whose types stay the same; rows of businesses are
-- replaced, never changed.
DELETE b
  FROM business b
  JOIN (
{change_head}
       ) h ON h.office = b.office AND NOT h.types
 WHERE b.version = :to AND NOT :large
   AND b.version IN (SELECT v.id FROM version v
                      WHERE v.application = :my_application);

-- name: change_light_heads_on :exec
INSERT INTO business (version, office, position, type, detail1, detail2, own,
       external, note, basis_own, basis_external)
SELECT b.version, x.office, x.position, x.type, x.detail1, x.detail2, x.own,
       x.external, x.note, x.basis_own, x.basis_external
  FROM office b
  JOIN business x ON x.version = :from AND x.office = b.number
 WHERE b.version = :to AND NOT :large
   AND NOT EXISTS (SELECT 1 FROM business y
                    WHERE y.version = b.version AND y.office = b.number)
   AND EXISTS (SELECT 1 FROM version v
                WHERE v.id = :to AND v.application = :my_application);

-- Two procedures of one registration at the same time: what one of them changes
-- (:from to :to, versions of its own) is put upon what is in force meanwhile, as
-- a new version; nothing that was sent is touched. What both changed is as the
-- one says that is accepted last; an office that is gone stays gone.

-- name: merge_version :exec
-- anyone: in an act that has locked the application
INSERT INTO version (application, number, created_at, frozen_at, next_office)
SELECT :my_application,
       (SELECT MAX(n.number) + 1 FROM version n
         WHERE n.application = :my_application),
       :now, :now,
       GREATEST(z.next_office, t.next_office)
         + (SELECT COUNT(*) FROM office o
             WHERE o.version = :to
               AND NOT EXISTS (SELECT 1 FROM office f
                                WHERE f.version = :from
                                  AND f.public_id = o.public_id))
  FROM version z
  JOIN version t ON t.id = :to AND t.application = :my_application
 WHERE z.id = :in_force;

-- name: merge_pause :exec
INSERT INTO office_sum_pause (version)
SELECT v.id FROM version v
 WHERE v.id = :version AND v.application = :my_application;

-- name: merge_applicant :exec
INSERT INTO applicant (version, public_id, revision, saved_at, consent,
       founder, body, name, kana, chief, chief_kana, at_zip, at_pref,
       at_city, at_town, tel, fax, mail, physician, plan, note1, note2,
       agency, agency_physician, agency_plan, search_key)
SELECT :version, z.public_id, z.revision + 1, z.saved_at, z.consent,
       IF(t.founder = f.founder, z.founder, t.founder),
       IF(t.body = f.body, z.body, t.body),
       IF(t.name = f.name, z.name, t.name),
       IF(t.kana = f.kana, z.kana, t.kana),
       IF(t.chief = f.chief, z.chief, t.chief),
       IF(t.chief_kana = f.chief_kana, z.chief_kana, t.chief_kana),
       IF(t.at_zip = f.at_zip, z.at_zip, t.at_zip),
       IF(t.at_pref = f.at_pref, z.at_pref, t.at_pref),
       IF(t.at_city = f.at_city, z.at_city, t.at_city),
       IF(t.at_town = f.at_town, z.at_town, t.at_town),
       IF(t.tel = f.tel, z.tel, t.tel), IF(t.fax = f.fax, z.fax, t.fax),
       IF(t.mail = f.mail, z.mail, t.mail),
       IF(t.physician = f.physician, z.physician, t.physician),
       IF(t.plan = f.plan, z.plan, t.plan),
       IF(t.note1 = f.note1, z.note1, t.note1),
       IF(t.note2 = f.note2, z.note2, t.note2),
       IF(t.agency = f.agency, z.agency, t.agency),
       IF(t.agency_physician = f.agency_physician, z.agency_physician, t.agency_physician),
       IF(t.agency_plan = f.agency_plan, z.agency_plan, t.agency_plan),
       IF(t.name = f.name, z.search_key, t.search_key)
  FROM applicant z
  JOIN applicant f ON f.version = :from
  JOIN applicant t ON t.version = :to
 WHERE z.version = :in_force
   AND EXISTS (SELECT 1 FROM version v
                WHERE v.id = :version AND v.application = :my_application);

-- part: merge_changes
-- Offices of both: in what the later one is different. An address is one thing,
-- and so is an institution.
SELECT b.public_id, b.number,
       NOT (a.at_zip = b.at_zip AND a.at_pref = b.at_pref
            AND a.at_city = b.at_city AND a.at_town = b.at_town) AS placed,
       NOT (a.inst_secured = b.inst_secured AND a.inst_name = b.inst_name
            AND a.inst_kana = b.inst_kana AND a.inst_at_zip = b.inst_at_zip
            AND a.inst_at_pref = b.inst_at_pref
            AND a.inst_at_city = b.inst_at_city
            AND a.inst_at_town = b.inst_at_town AND a.inst_tel = b.inst_tel
            AND a.inst_fax = b.inst_fax AND a.inst_mail = b.inst_mail
            AND a.inst_plan = b.inst_plan) AS inst,
       h.office IS NOT NULL AS heads
  FROM office b
  JOIN office a ON a.version = :from AND a.public_id = b.public_id
  LEFT JOIN (
{change_head}
       ) h ON h.office = b.number
 WHERE b.version = :to

-- name: merge_offices :exec
INSERT INTO office (version, number, public_id, revision,
       name, kana, principal, at_zip, at_pref, at_city, at_town, tel, fax,
       mail, staff, inst_secured, inst_name, inst_kana, inst_at_zip,
       inst_at_pref, inst_at_city, inst_at_town, inst_tel, inst_fax,
       inst_mail, inst_plan, search_key, persons, types)
SELECT :version, z.number, z.public_id, z.revision + 1,
       IF(t.name <=> f.name OR t.number IS NULL, z.name, t.name),
       IF(t.kana <=> f.kana OR t.number IS NULL, z.kana, t.kana),
       IF(t.principal <=> f.principal OR t.number IS NULL, z.principal, t.principal),
       IF(m.placed, t.at_zip, z.at_zip), IF(m.placed, t.at_pref, z.at_pref),
       IF(m.placed, t.at_city, z.at_city),
       IF(m.placed, t.at_town, z.at_town),
       IF(t.tel <=> f.tel OR t.number IS NULL, z.tel, t.tel),
       IF(t.fax <=> f.fax OR t.number IS NULL, z.fax, t.fax),
       IF(t.mail <=> f.mail OR t.number IS NULL, z.mail, t.mail),
       IF(t.staff <=> f.staff OR t.number IS NULL, z.staff, t.staff),
       IF(m.inst, t.inst_secured, z.inst_secured),
       IF(m.inst, t.inst_name, z.inst_name),
       IF(m.inst, t.inst_kana, z.inst_kana),
       IF(m.inst, t.inst_at_zip, z.inst_at_zip),
       IF(m.inst, t.inst_at_pref, z.inst_at_pref),
       IF(m.inst, t.inst_at_city, z.inst_at_city),
       IF(m.inst, t.inst_at_town, z.inst_at_town),
       IF(m.inst, t.inst_tel, z.inst_tel),
       IF(m.inst, t.inst_fax, z.inst_fax),
       IF(m.inst, t.inst_mail, z.inst_mail),
       IF(m.inst, t.inst_plan, z.inst_plan),
       IF(t.search_key <=> f.search_key OR t.number IS NULL, z.search_key, t.search_key),
       IF(m.heads, t.persons, z.persons), IF(m.heads, t.types, z.types)
  FROM office z
  LEFT JOIN office f ON f.version = :from AND f.public_id = z.public_id
  LEFT JOIN office t ON t.version = :to AND t.public_id = z.public_id
  LEFT JOIN (
{merge_changes}
       ) m ON m.public_id = z.public_id
 WHERE z.version = :in_force AND NOT (f.number IS NOT NULL AND t.number IS NULL)
   AND EXISTS (SELECT 1 FROM version v
                WHERE v.id = :version AND v.application = :my_application);

-- name: merge_fresh :exec
-- A number that somebody else's new office has meanwhile gives way.
INSERT INTO office (version, number, public_id, revision,
       name, kana, principal, at_zip, at_pref, at_city, at_town, tel, fax,
       mail, staff, inst_secured, inst_name, inst_kana, inst_at_zip,
       inst_at_pref, inst_at_city, inst_at_town, inst_tel, inst_fax,
       inst_mail, inst_plan, search_key, persons, types)
SELECT :version,
       IF(z.number IS NULL, t.number,
          GREATEST(w.next_office, y.next_office) - 1
          + ROW_NUMBER() OVER (ORDER BY z.number IS NULL, t.number)),
       t.public_id, t.revision,
       t.name, t.kana, t.principal, t.at_zip, t.at_pref, t.at_city,
       t.at_town, t.tel, t.fax, t.mail, t.staff, t.inst_secured, t.inst_name,
       t.inst_kana, t.inst_at_zip, t.inst_at_pref, t.inst_at_city,
       t.inst_at_town, t.inst_tel, t.inst_fax, t.inst_mail, t.inst_plan,
       t.search_key, t.persons, t.types
  FROM office t
  JOIN version w ON w.id = :in_force
  JOIN version y ON y.id = :to AND y.application = :my_application
  LEFT JOIN office z ON z.version = w.id AND z.number = t.number
 WHERE t.version = :to
   AND NOT EXISTS (SELECT 1 FROM office f
                    WHERE f.version = :from AND f.public_id = t.public_id);

-- name: merge_businesses :exec
-- Those of an office are one thing: as they are in force, or as they are now.
INSERT INTO business (version, office, position, type, detail1, detail2, own,
       external, note, basis_own, basis_external)
SELECT :version, n.number, x.position, x.type, x.detail1, x.detail2, x.own,
       x.external, x.note, x.basis_own, x.basis_external
  FROM office n
  LEFT JOIN office z ON z.version = :in_force AND z.public_id = n.public_id
  LEFT JOIN (
{merge_changes}
       ) m ON m.public_id = n.public_id
  LEFT JOIN office t ON t.version = :to AND t.public_id = n.public_id
  JOIN business x
    ON x.version = IF(z.number IS NULL OR m.heads, :to, :in_force)
   AND x.office = IF(z.number IS NULL OR m.heads, t.number, z.number)
 WHERE n.version = :version
   AND EXISTS (SELECT 1 FROM version v
                WHERE v.id = :version AND v.application = :my_application);

-- name: merge_count :exec
DELETE s
  FROM office_sum_pause s
  JOIN version v ON v.id = s.version
 WHERE s.version = :version AND v.application = :my_application;

-- name: merge_straight :one
-- Did nothing else come into force meanwhile?
SELECT r.id AS registration, r.version AS in_force,
       COALESCE(r.version IN (p.origin, p.base), 0) AS straight
  FROM application p
  JOIN registration r ON r.application = p.parent
 WHERE p.id = :my_application
   FOR UPDATE;
