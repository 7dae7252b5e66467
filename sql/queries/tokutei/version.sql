-- Versions (版): copied whole. From is a version of the application of whoever
-- asks, or the one in force of the registration that it belongs to.

-- part: version_own
   AND EXISTS (SELECT 1 FROM application p
                WHERE p.id = :my_application
                  AND (v.application = p.id OR
                       v.id = (SELECT r.version FROM registration r
                                WHERE r.application = p.parent)))

-- name: version_next :exec
-- The number after the one that was sent last; a draft that waits has given it
-- up before.
INSERT INTO version (application, number, created_at, next_office)
SELECT :my_application,
       (SELECT COALESCE(MAX(n.number), 0) + 1 FROM version n
         WHERE n.application = :my_application AND n.frozen_at IS NOT NULL),
       :now, v.next_office
  FROM version v
 WHERE v.id = :from
{version_own}
;

-- name: version_copy_applicant :exec
INSERT INTO applicant (version, public_id, revision, founder, saved_at, consent,
       body, name, kana, chief, chief_kana, at_zip, at_pref, at_city, at_town,
       tel, fax, mail, physician, plan, note1, note2, agency, agency_physician,
       agency_plan, search_key)
SELECT :version, a.public_id, a.revision, a.founder, a.saved_at, a.consent,
       a.body, a.name, a.kana, a.chief, a.chief_kana, a.at_zip, a.at_pref,
       a.at_city, a.at_town, a.tel, a.fax, a.mail, a.physician, a.plan, a.note1,
       a.note2, a.agency, a.agency_physician, a.agency_plan, a.search_key
  FROM version v
  JOIN applicant a ON a.version = v.id
 WHERE v.id = :from
{version_own}
;

-- name: version_copy_pause :exec
INSERT INTO office_sum_pause (version)
SELECT v.id FROM version v
 WHERE v.id = :version AND v.application = :my_application;

-- name: version_copy_offices :exec
INSERT INTO office (version, number, public_id, revision, name, kana, principal,
       at_zip, at_pref, at_city, at_town, tel, fax, mail, staff, inst_secured,
       inst_name, inst_kana, inst_at_zip, inst_at_pref, inst_at_city,
       inst_at_town, inst_tel, inst_fax, inst_mail, inst_plan, search_key,
       persons, types)
SELECT :version, o.number, o.public_id, o.revision, o.name, o.kana, o.principal,
       o.at_zip, o.at_pref, o.at_city, o.at_town, o.tel, o.fax, o.mail, o.staff,
       o.inst_secured, o.inst_name, o.inst_kana, o.inst_at_zip, o.inst_at_pref,
       o.inst_at_city, o.inst_at_town, o.inst_tel, o.inst_fax, o.inst_mail,
       o.inst_plan, o.search_key, o.persons, o.types
  FROM version v
  JOIN office o ON o.version = v.id
 WHERE v.id = :from
{version_own}
;

-- name: version_copy_businesses :exec
INSERT INTO business (version, office, position, type, detail1, detail2, own,
       external, note, basis_own, basis_external)
SELECT :version, b.office, b.position, b.type, b.detail1, b.detail2, b.own,
       b.external, b.note, b.basis_own, b.basis_external
  FROM version v
  JOIN business b ON b.version = v.id
 WHERE v.id = :from
{version_own}
;

-- name: version_copy_count :exec
DELETE s
  FROM office_sum_pause s
  JOIN version v ON v.id = s.version
 WHERE s.version = :version AND v.application = :my_application;

-- name: version_copy_questions :exec
INSERT INTO accepted_question (version, question, at)
SELECT :version, q.question, q.at
  FROM version v
  JOIN accepted_question q ON q.version = v.id
 WHERE v.id = :from
{version_own}
;

-- name: version_seal :exec
UPDATE version SET frozen_at = :now
 WHERE id = :version AND application = :my_application AND frozen_at IS NULL;

-- name: version_behind :exec
-- A draft makes room for a version that is in force before it.
UPDATE version SET number = number + 1
 WHERE id = :my_draft AND application = :my_application AND frozen_at IS NULL;
