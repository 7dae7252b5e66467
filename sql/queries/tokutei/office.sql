-- Offices (事業所) of one version of an application. :my_draft is the version
-- that whoever asks may still change; what was sent is never updated.

-- name: office_load :one
SELECT public_id AS id, revision, number, name, kana, principal, at_zip,
       at_pref, at_city, at_town, tel, fax, mail, staff, inst_secured,
       inst_name, inst_kana, inst_at_zip, inst_at_pref, inst_at_city,
       inst_at_town, inst_tel, inst_fax, inst_mail, inst_plan
  FROM office
 WHERE public_id = :id AND version = :my_draft;

-- name: office_insert :exec
INSERT INTO office (version, number, public_id, revision, name, kana,
                    principal, at_zip, at_pref, at_city, at_town, tel, fax,
                    mail, staff, inst_secured, inst_name, inst_kana,
                    inst_at_zip, inst_at_pref, inst_at_city, inst_at_town,
                    inst_tel, inst_fax, inst_mail, inst_plan, search_key,
                    persons, types)
VALUES (:my_draft, :number, :id, 1, :name, :kana, :principal, :at_zip,
        :at_pref, :at_city, :at_town, :tel, :fax, :mail, :staff,
        :inst_secured, :inst_name, :inst_kana, :inst_at_zip, :inst_at_pref,
        :inst_at_city, :inst_at_town, :inst_tel, :inst_fax, :inst_mail,
        :inst_plan, :search_key, :persons, :types);

-- name: office_update :exec
-- Changes no row if somebody else saved first: form_save() says ST_STALE.
UPDATE office
   SET revision = revision + 1, name = :name, kana = :kana,
       principal = :principal, at_zip = :at_zip, at_pref = :at_pref,
       at_city = :at_city, at_town = :at_town, tel = :tel, fax = :fax,
       mail = :mail, staff = :staff, inst_secured = :inst_secured,
       inst_name = :inst_name, inst_kana = :inst_kana,
       inst_at_zip = :inst_at_zip, inst_at_pref = :inst_at_pref,
       inst_at_city = :inst_at_city, inst_at_town = :inst_at_town,
       inst_tel = :inst_tel, inst_fax = :inst_fax, inst_mail = :inst_mail,
       inst_plan = :inst_plan, search_key = :search_key, persons = :persons,
       types = :types
 WHERE public_id = :id AND version = :my_draft AND revision = :revision;

-- name: office_remove :exec
-- Its businesses go with it.
DELETE FROM office WHERE public_id = :id AND version = :my_draft;

-- name: office_remove_all :exec
DELETE FROM office WHERE version = :my_draft;

-- name: office_take_number :exec
UPDATE version SET next_office = next_office + 1
 WHERE id = :my_draft AND frozen_at IS NULL;

-- name: office_taken_number :one
SELECT v.next_office - 1 AS number,
       (SELECT COUNT(*) FROM office o WHERE o.version = v.id) AS offices
  FROM version v
 WHERE v.id = :my_draft;

-- name: draft_touch :exec
-- Always changes the row, or it would count as none: also what was begun in the
-- same piece of work.
UPDATE application
   SET changed_at = GREATEST(:now, changed_at + INTERVAL 1 MICROSECOND)
 WHERE id = :my_application AND draft = :my_draft;

-- name: business_load :many
SELECT b.type, b.detail1, b.detail2, b.own, b.external, b.note, b.basis_own,
       b.basis_external
  FROM business b
 WHERE b.version = :my_draft AND b.office = :number
 ORDER BY b.position;

-- name: business_insert :exec
INSERT INTO business (version, office, position, type, detail1, detail2, own,
                      external, note, basis_own, basis_external)
VALUES (:my_draft, :number, :position, :type, :detail1, :detail2, :own,
        :external, :note, :basis_own, :basis_external);

-- name: business_remove :exec
DELETE FROM business WHERE version = :my_draft AND office = :number;
