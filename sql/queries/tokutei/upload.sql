-- Workbooks of offices (事業所) that were read into a draft, what was found in
-- them, and taking them over. :my_draft as everywhere.

-- name: import_offices :many
-- All offices of the draft, to compare a workbook with.
SELECT public_id AS id, revision, number, name, kana, principal, at_zip,
       at_pref, at_city, at_town, tel, fax, mail, staff, inst_secured,
       inst_name, inst_kana, inst_at_zip, inst_at_pref, inst_at_city,
       inst_at_town, inst_tel, inst_fax, inst_mail, inst_plan, search_key
  FROM office
 WHERE version = :my_draft
 ORDER BY number;

-- name: import_businesses :many
SELECT office, type, detail1, detail2, own, external, note, basis_own,
       basis_external
  FROM business
 WHERE version = :my_draft
 ORDER BY office, position;

-- name: import_lock :one
-- Nobody else adds offices meanwhile.
SELECT next_office
  FROM version
 WHERE id = :my_draft AND frozen_at IS NULL
   FOR UPDATE;

-- name: import_application :one
-- anyone: sesshuctl import-offices, for whoever has the host
SELECT id, draft
  FROM application
 WHERE (id = :number OR public_id = :id) AND draft IS NOT NULL;

-- name: import_numbers :exec
UPDATE version SET next_office = :next WHERE id = :my_draft;

-- name: import_update :exec
-- By number, as a workbook knows an office.
UPDATE office
   SET revision = revision + 1, name = :name, kana = :kana,
       principal = :principal, at_zip = :at_zip, at_pref = :at_pref,
       at_city = :at_city, at_town = :at_town, tel = :tel, fax = :fax,
       mail = :mail, staff = :staff, inst_secured = :inst_secured,
       inst_name = :inst_name, inst_kana = :inst_kana,
       inst_at_zip = :inst_at_zip, inst_at_pref = :inst_at_pref,
       inst_at_city = :inst_at_city, inst_at_town = :inst_at_town,
       inst_tel = :inst_tel, inst_fax = :inst_fax, inst_mail = :inst_mail,
       inst_plan = :inst_plan, search_key = :search_key, persons = :persons
 WHERE version = :my_draft AND number = :number;

-- name: import_remove :exec
-- Its businesses go with it.
DELETE FROM office WHERE version = :my_draft AND number = :number;

-- name: import_pause :exec
-- The sums of the draft rest until the row is gone again (schema 0030).
INSERT INTO office_sum_pause (version) VALUES (:my_draft);

-- name: import_resume :exec
DELETE FROM office_sum_pause WHERE version = :my_draft;
