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
       inst_plan = :inst_plan, search_key = :search_key, persons = :persons,
       types = :types
 WHERE version = :my_draft AND number = :number;

-- name: import_remove :exec
-- Its businesses go with it.
DELETE FROM office WHERE version = :my_draft AND number = :number;

-- name: import_pause :exec
-- The sums of the draft rest until the row is gone again (schema 0030).
INSERT INTO office_sum_pause (version) VALUES (:my_draft);

-- name: import_resume :exec
DELETE FROM office_sum_pause WHERE version = :my_draft;

-- name: upload_insert :exec
INSERT INTO upload (public_id, version, file, state, row_count, offices, added,
                    changed, same, missing, bad, mistakes, tidied, apart,
                    created_at)
VALUES (:id, :my_draft, :file, 'read', :row_count, :offices, :added, :changed,
        :same, :missing, :bad, :mistakes, :tidied, :apart, :now);

-- name: upload_update :exec
-- Read once more, with what was put right on the screen.
UPDATE upload
   SET row_count = :row_count, offices = :offices, added = :added,
       changed = :changed, same = :same, missing = :missing, bad = :bad,
       mistakes = :mistakes, tidied = :tidied, apart = :apart
 WHERE public_id = :id AND version = :my_draft;

-- name: upload_load :one
SELECT u.id AS number, u.public_id AS id, u.state, u.row_count, u.offices,
       u.added, u.changed, u.same, u.missing, u.bad, u.mistakes, u.tidied,
       u.apart, u.created_at, u.taken_at, f.public_id AS file, f.name
  FROM upload u
  JOIN file f ON f.id = u.file
 WHERE u.public_id = :id AND u.version = :my_draft;

-- name: upload_claim :one
-- Taken over once, whoever presses first; the second one waits here.
SELECT id
  FROM upload
 WHERE public_id = :id AND version = :my_draft AND state = 'read'
   FOR UPDATE;

-- name: upload_take :exec
UPDATE upload SET state = 'taken', taken_at = :now
 WHERE public_id = :id AND version = :my_draft;

-- name: upload_forget :exec
-- The file has done what it was for: the worker removes it.
UPDATE upload u
  JOIN file f ON f.id = u.file
   SET f.keep_until = :now
 WHERE u.public_id = :id AND u.version = :my_draft;

-- name: upload_last :one
-- The one that waits to be taken over, if any.
SELECT u.public_id AS id, f.name, u.created_at
  FROM upload u
  JOIN file f ON f.id = u.file
 WHERE u.version = :my_draft AND u.state = 'read' AND f.keep_until > :now
 ORDER BY u.id DESC
 LIMIT 1;

-- name: upload_remark_insert :exec
-- anyone: of an upload that upload_insert or upload_claim has found to be ours
INSERT INTO upload_remark (upload, number, bad, sheet_row, col, place,
                           message, args, raw, stored)
VALUES (:upload, :number, :bad, :sheet_row, :col, :place, :message, :args,
        :raw, :stored);

-- name: upload_remark_clear :exec
-- anyone: as above
DELETE FROM upload_remark WHERE upload = :upload;

-- name: upload_remark_list :many
SELECT r.sheet_row, r.col, r.place, r.message, r.args, r.raw, r.stored
  FROM upload_remark r
  JOIN upload u ON u.id = r.upload
 WHERE u.public_id = :id AND u.version = :my_draft AND r.bad = :bad
 ORDER BY r.number
 LIMIT :most;

-- name: upload_fix_list :many
SELECT x.sheet_row, x.place, x.value
  FROM upload_fix x
  JOIN upload u ON u.id = x.upload
 WHERE u.public_id = :id AND u.version = :my_draft
 ORDER BY x.sheet_row, x.place;

-- name: upload_fix_put :exec
-- anyone: of an upload that upload_claim has found to be ours
INSERT INTO upload_fix (upload, sheet_row, place, value)
VALUES (:upload, :sheet_row, :place, :value)
    ON DUPLICATE KEY UPDATE value = VALUES(value);

-- name: export_lines :many
-- One row a business, as a workbook has them.
SELECT o.number, o.name, o.kana, o.principal, o.at_zip, o.at_pref, o.at_city,
       o.at_town, o.tel, o.fax, o.mail, o.staff, o.inst_secured, o.inst_name,
       o.inst_kana, o.inst_at_zip, o.inst_at_pref, o.inst_at_city,
       o.inst_at_town, o.inst_tel, o.inst_fax, o.inst_mail, o.inst_plan,
       b.type, b.detail1, b.detail2, b.own, b.external, b.note
  FROM office o
  JOIN business b ON b.version = o.version AND b.office = o.number
 WHERE o.version = :my_draft
 ORDER BY o.number, b.position;
