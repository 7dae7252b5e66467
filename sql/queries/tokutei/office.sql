-- Offices (事業所) of one version of an application. :my_draft is the version
-- that whoever asks may still change; what was sent is never updated.

-- name: office_load :many
-- With its businesses, one in each row. Sorted where they arrive: in the order
-- of their key already, which the server would not believe.
SELECT o.public_id AS id, o.revision, o.number, o.name, o.kana, o.principal,
       o.at_zip, o.at_pref, o.at_city, o.at_town, o.tel, o.fax, o.mail,
       o.staff, o.inst_secured, o.inst_name, o.inst_kana, o.inst_at_zip,
       o.inst_at_pref, o.inst_at_city, o.inst_at_town, o.inst_tel, o.inst_fax,
       o.inst_mail, o.inst_plan, b.position AS business_position,
       b.type AS business_type, b.detail1 AS business_detail1,
       b.detail2 AS business_detail2, b.own AS business_own,
       b.external AS business_external, b.note AS business_note,
       b.basis_own AS business_basis_own,
       b.basis_external AS business_basis_external
  FROM office o
  LEFT JOIN business b ON b.version = o.version AND b.office = o.number
 WHERE o.public_id = :id AND o.version = :my_draft;

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

-- name: business_insert :exec
INSERT INTO business (version, office, position, type, detail1, detail2, own,
                      external, note, basis_own, basis_external)
VALUES (:my_draft, :number, :position, :type, :detail1, :detail2, :own,
        :external, :note, :basis_own, :basis_external);

-- name: business_remove :exec
DELETE FROM business WHERE version = :my_draft AND office = :number;
