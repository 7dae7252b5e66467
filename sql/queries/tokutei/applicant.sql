-- The applicant (申請者) of one version. :my_draft is the version that whoever
-- asks may still change.

-- name: founder_load :one
SELECT public_id AS id, revision, founder
  FROM applicant
 WHERE version = :my_draft;

-- name: founder_update :exec
-- The next page asks other things now: it has to be gone through again.
UPDATE applicant
   SET saved_at = IF(founder = :founder, saved_at, NULL),
       revision = revision + 1, founder = :founder
 WHERE version = :my_draft AND revision = :revision;

-- name: applicant_load :one
SELECT public_id AS id, revision, founder, consent, body, name, kana, chief,
       chief_kana, at_zip, at_pref, at_city, at_town, tel, fax, mail,
       physician, plan, agency, agency_physician, agency_plan, note1, note2
  FROM applicant
 WHERE version = :my_draft;

-- name: applicant_update :exec
-- founder stays: it is chosen on a page of its own.
UPDATE applicant
   SET revision = revision + 1, saved_at = :now, consent = :consent,
       body = :body, name = :name, kana = :kana, chief = :chief,
       chief_kana = :chief_kana, at_zip = :at_zip, at_pref = :at_pref,
       at_city = :at_city, at_town = :at_town, tel = :tel, fax = :fax,
       mail = :mail, physician = :physician, plan = :plan, agency = :agency,
       agency_physician = :agency_physician, agency_plan = :agency_plan,
       note1 = :note1, note2 = :note2, search_key = :search_key
 WHERE version = :my_draft AND revision = :revision;

-- name: applicant_no_principals :exec
-- The offices stay; only that they are filed for somebody else goes.
UPDATE office
   SET principal = '', revision = revision + 1
 WHERE version = :my_draft AND principal <> '';

-- name: applicant_load_version :one
-- Whatever version one may see: only those of one's own application.
SELECT a.public_id AS id, a.revision, a.founder, a.consent, a.body, a.name,
       a.kana, a.chief, a.chief_kana, a.at_zip, a.at_pref, a.at_city,
       a.at_town, a.tel, a.fax, a.mail, a.physician, a.plan, a.agency,
       a.agency_physician, a.agency_plan, a.note1, a.note2
  FROM applicant a
  JOIN version v ON v.id = a.version
 WHERE a.version = :version AND v.application = :my_application;
