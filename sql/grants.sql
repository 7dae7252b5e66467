-- grants.sql - what each kind of program may do to each table (security AR-01,
-- DB-01). The server's administrator runs it in the database of Sesshu after
-- every sesshuctl migrate; the users are made by conf/mariadb/users.sql.
--
-- A new table needs lines below, one for each program that works with it; what
-- has no line is forbidden. Give columns where the rest of the row is nobody's
-- business. Never a whole database, never GRANT OPTION. The owner of the
-- tables (sesshuctl migrate, create-staff, generate, import-…) has its rights
-- from users.sql.

REVOKE ALL PRIVILEGES, GRANT OPTION
  FROM sesshu_public@localhost, sesshu_intranet@localhost,
       sesshu_worker@localhost;

-- Reference data: read by all that show or check something.
GRANT SELECT ON prefecture TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT ON city TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT ON postal TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT ON holiday TO sesshu_public@localhost, sesshu_intranet@localhost, sesshu_worker@localhost;
GRANT SELECT ON ministry TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT ON business_type TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT ON parameter TO sesshu_public@localhost, sesshu_intranet@localhost, sesshu_worker@localhost;
GRANT SELECT ON data_stamp TO sesshu_public@localhost, sesshu_intranet@localhost;

-- Accounts. A company's account is made when it sends its application; those
-- of staff are made on the host, so the intranet makes none.
GRANT SELECT, INSERT ON organisation TO sesshu_public@localhost;
GRANT SELECT ON organisation TO sesshu_intranet@localhost;
GRANT SELECT,
      INSERT (public_id, login, mail, tel, name, second_step, created_at),
      UPDATE (revision, mail, tel, name, password, password_at, must_change, login_at)
   ON account TO sesshu_public@localhost;
GRANT SELECT,
      UPDATE (revision, mail, tel, name, password, password_at, must_change, login_at)
   ON account TO sesshu_intranet@localhost;
GRANT SELECT (id, mail) ON account TO sesshu_worker@localhost;
GRANT SELECT ON account_mail TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT, INSERT, DELETE ON membership TO sesshu_public@localhost;
GRANT SELECT ON membership TO sesshu_intranet@localhost;
GRANT SELECT (account, role) ON membership TO sesshu_worker@localhost;
GRANT SELECT, INSERT ON login_record TO sesshu_public@localhost, sesshu_intranet@localhost;

-- 引き継ぎ. Whoever asks to take a business over sees nothing of it; staff
-- decide, and never make the successor themselves.
GRANT SELECT, INSERT, UPDATE (state, successor, done_at)
   ON handover TO sesshu_public@localhost;
GRANT SELECT, INSERT, UPDATE (state) ON handover TO sesshu_intranet@localhost;
GRANT SELECT (id, application, state), INSERT
   ON takeover TO sesshu_public@localhost;
GRANT SELECT, UPDATE (revision, state, why, note, decided_by, decided_at)
   ON takeover TO sesshu_intranet@localhost;

-- Sessions and forms.
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT (ends_at, application), DELETE ON session TO sesshu_worker@localhost;
GRANT SELECT, INSERT ON ended_session TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT (ended_at), DELETE ON ended_session TO sesshu_worker@localhost;
GRANT SELECT, INSERT ON form_key TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT (at), DELETE ON form_key TO sesshu_worker@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON kept_form TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT (at), DELETE ON kept_form TO sesshu_worker@localhost;

-- Links and codes. Only the worker makes what opens something: a page that was
-- taken over can neither add a token nor choose the digits.
GRANT SELECT,
      INSERT (purpose, account, application, mail, created_at, expires_at),
      UPDATE (used_at, ended_at)
   ON link TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT, DELETE ON link TO sesshu_worker@localhost;
GRANT SELECT ON link_token TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT, INSERT, DELETE ON link_token TO sesshu_worker@localhost;
GRANT SELECT,
      INSERT (session, account, mail, created_at, expires_at),
      UPDATE (used_at)
   ON passcode TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT (id, account, expires_at, used_at), UPDATE (code), DELETE
   ON passcode TO sesshu_worker@localhost;
GRANT SELECT, INSERT ON passcode_failure TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT (at), DELETE ON passcode_failure TO sesshu_worker@localhost;

-- Mail. Pages put mails in and count them; only the worker reads them.
GRANT SELECT (recipient, template, created_at),
      INSERT (public_id, template, recipient, data, link, passcode, next_at, created_at)
   ON outbox TO sesshu_public@localhost, sesshu_intranet@localhost;
-- Staff see that an applicant's mailbox takes nothing.
GRANT SELECT (state) ON outbox TO sesshu_intranet@localhost;
GRANT SELECT,
      INSERT (public_id, template, recipient, data, link, passcode, next_at, created_at),
      UPDATE (state, tries, next_at, sent_at), DELETE
   ON outbox TO sesshu_worker@localhost;
GRANT SELECT, INSERT, UPDATE (outcome, reply), DELETE
   ON mail_attempt TO sesshu_worker@localhost;

-- The audit trail is only ever added to (security LG-02). Nobody has UPDATE,
-- DELETE or DROP; triggers refuse them even to the owner.
GRANT INSERT ON audit TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT, INSERT ON audit TO sesshu_worker@localhost;
-- Staff read what was done to an application (履歴), not what else is noted.
GRANT SELECT (id, at, account, org, role, site, act, object, object_id)
   ON audit TO sesshu_intranet@localhost;
GRANT SELECT, INSERT ON audit_chain TO sesshu_worker@localhost;

-- Jobs of the worker: staff see how they go and ask for one.
GRANT SELECT, UPDATE (requested_at) ON worker_job TO sesshu_intranet@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON worker_job TO sesshu_worker@localhost;

-- Files.
GRANT SELECT, INSERT, UPDATE (keep_until) ON file TO sesshu_public@localhost;
GRANT SELECT ON file TO sesshu_intranet@localhost;
GRANT SELECT (id, public_id, keep_until), UPDATE (keep_until), DELETE
   ON file TO sesshu_worker@localhost;

-- Applications. The public site writes; staff look. The worker removes drafts
-- that nobody has touched for long, without reading them.
GRANT SELECT, INSERT, UPDATE ON application TO sesshu_public@localhost;
GRANT SELECT, UPDATE (state, draft, begun_at, ended_at)
   ON application TO sesshu_intranet@localhost;
GRANT SELECT (id, public_id, state, account, changed_at, sent_at), UPDATE (state, base), DELETE
   ON application TO sesshu_worker@localhost;
GRANT SELECT, INSERT, UPDATE ON version TO sesshu_public@localhost;
GRANT SELECT, INSERT ON version TO sesshu_intranet@localhost;
GRANT SELECT (id, application), DELETE ON version TO sesshu_worker@localhost;
GRANT SELECT, INSERT, UPDATE ON applicant TO sesshu_public@localhost;
-- A change that is accepted may have to be put upon another one, as a new
-- version; nothing that was sent can be changed.
GRANT SELECT, INSERT ON applicant TO sesshu_intranet@localhost;
GRANT SELECT (version, name), DELETE ON applicant TO sesshu_worker@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON office TO sesshu_public@localhost;
GRANT SELECT, INSERT ON office TO sesshu_intranet@localhost;
GRANT SELECT (version), DELETE ON office TO sesshu_worker@localhost;
GRANT SELECT ON office_sum TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT ON business_sum TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT, INSERT, DELETE ON office_sum_pause TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON business TO sesshu_public@localhost;
GRANT SELECT, INSERT ON business TO sesshu_intranet@localhost;
GRANT SELECT, INSERT, UPDATE (removed_at) ON attachment TO sesshu_public@localhost;
GRANT SELECT ON attachment TO sesshu_intranet@localhost;
GRANT SELECT (application, file, removed_at), DELETE ON attachment TO sesshu_worker@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON accepted_question TO sesshu_public@localhost;
GRANT SELECT ON accepted_question TO sesshu_intranet@localhost;
GRANT SELECT (version), DELETE ON accepted_question TO sesshu_worker@localhost;
GRANT SELECT, INSERT, UPDATE ON receipt_counter TO sesshu_public@localhost;

-- Workbooks that were read.
GRANT SELECT, INSERT, UPDATE, DELETE ON upload TO sesshu_public@localhost;
GRANT SELECT (version, file), DELETE ON upload TO sesshu_worker@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON upload_remark TO sesshu_public@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON upload_fix TO sesshu_public@localhost;

-- The desks. Sending makes the units; staff work on them; the applicant
-- answers inquiries. The counts are kept by triggers alone.
GRANT SELECT, INSERT, DELETE ON version_part TO sesshu_public@localhost;
GRANT SELECT, INSERT ON version_part TO sesshu_intranet@localhost;
GRANT SELECT, INSERT, UPDATE ON review_unit TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT (id, application, role, ministry, assignee, name, receipt)
   ON review_unit TO sesshu_worker@localhost;
GRANT SELECT, INSERT, DELETE ON unit_type TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT ON unit_count TO sesshu_intranet@localhost;
GRANT SELECT ON unit_due TO sesshu_intranet@localhost;
GRANT SELECT, INSERT ON review_note TO sesshu_intranet@localhost;
GRANT SELECT,
      UPDATE (revision, state, after_version, reply, answered_at, ended_at)
   ON inquiry TO sesshu_public@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON inquiry TO sesshu_intranet@localhost;
GRANT SELECT (id, public_id, application, unit, state, due_on, sent_at, reminded, asked_by),
      UPDATE (reminded) ON inquiry TO sesshu_worker@localhost;
GRANT SELECT, UPDATE (revision, state, reply, after_text)
   ON inquiry_item TO sesshu_public@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON inquiry_item TO sesshu_intranet@localhost;
GRANT SELECT, INSERT, UPDATE ON duplicate_verdict TO sesshu_intranet@localhost;
GRANT SELECT, INSERT ON refusal TO sesshu_intranet@localhost;
GRANT SELECT ON refusal TO sesshu_public@localhost;
GRANT SELECT, INSERT, UPDATE ON registration_counter TO sesshu_intranet@localhost;
GRANT SELECT, INSERT, UPDATE ON registration TO sesshu_intranet@localhost;
GRANT SELECT, UPDATE (state, valid_until, ends_on, warned, publish_due, version, offices, persons)
   ON registration TO sesshu_public@localhost;
GRANT SELECT, INSERT ON registration_version TO sesshu_public@localhost, sesshu_intranet@localhost;
-- How a registration ends and comes back. The worker knows the day.
GRANT SELECT (id, public_id, application, version, number, state, registered_on, valid_until,
              ends_on, warned, publish_due, offices),
      UPDATE (state, valid_until, ends_on, warned, publish_due)
   ON registration TO sesshu_worker@localhost;
GRANT SELECT, INSERT ON registration_event TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT INSERT ON registration_event TO sesshu_worker@localhost;

-- Offices without an institution: triggers keep the rows; the worker reminds.
GRANT SELECT ON registration_missing TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT ON missing_day TO sesshu_intranet@localhost;
GRANT SELECT (registration, role, active, application, application_id, number, name, since, step, remind_on),
      UPDATE (step, remind_on, reminded_at) ON registration_missing TO sesshu_worker@localhost;

-- The public register. The registering writes it, and the worker what comes
-- back; everybody reads it. The public site can only take off what has ended,
-- and publishes nothing.
GRANT SELECT, DELETE ON register_business TO sesshu_public@localhost;
GRANT SELECT, INSERT, DELETE
   ON register_business TO sesshu_intranet@localhost, sesshu_worker@localhost;
GRANT SELECT ON register_office TO sesshu_public@localhost;
GRANT SELECT, INSERT ON register_office TO sesshu_intranet@localhost, sesshu_worker@localhost;
GRANT SELECT ON register_cell TO sesshu_public@localhost;
GRANT SELECT, INSERT ON register_cell TO sesshu_intranet@localhost, sesshu_worker@localhost;
GRANT SELECT ON register_ending TO sesshu_public@localhost;
GRANT SELECT, INSERT, UPDATE
   ON register_ending TO sesshu_intranet@localhost, sesshu_worker@localhost;
GRANT SELECT, UPDATE (changes)
   ON register_stamp TO sesshu_public@localhost, sesshu_intranet@localhost, sesshu_worker@localhost;
-- What the worker reads to write it.
GRANT SELECT (version, name, kana, founder) ON applicant TO sesshu_worker@localhost;
GRANT SELECT (version, number, shown_name, at_pref, at_city, at_town)
   ON office TO sesshu_worker@localhost;
GRANT SELECT (version, office, position, type, external) ON business TO sesshu_worker@localhost;
GRANT SELECT (kind, parent) ON application TO sesshu_worker@localhost;
-- What was under way when a registration ends.
GRANT UPDATE (draft, ended_at) ON application TO sesshu_worker@localhost;
GRANT UPDATE (state, ended_at, revision), SELECT (revision) ON inquiry TO sesshu_worker@localhost;
GRANT SELECT (id, account), UPDATE (application) ON session TO sesshu_worker@localhost;
GRANT SELECT (organisation) ON membership TO sesshu_worker@localhost;
GRANT SELECT (organisation) ON application TO sesshu_worker@localhost;

-- 所管替え: an administrator plans it, and says until when a type can be
-- chosen; the worker moves what the desks have of it.
GRANT SELECT, INSERT, UPDATE (state, ended_at) ON type_transfer TO sesshu_intranet@localhost;
GRANT SELECT, UPDATE (state, moved, ended_at) ON type_transfer TO sesshu_worker@localhost;
GRANT SELECT, INSERT ON type_transfer_type TO sesshu_intranet@localhost;
GRANT SELECT ON type_transfer_type TO sesshu_worker@localhost;
GRANT SELECT ON type_transfer_item TO sesshu_intranet@localhost;
GRANT SELECT, INSERT, DELETE ON type_transfer_item TO sesshu_worker@localhost;
GRANT UPDATE (valid_to) ON business_type TO sesshu_intranet@localhost;
GRANT SELECT (code, parent, ministry), UPDATE (ministry) ON business_type TO sesshu_worker@localhost;
GRANT SELECT (id, code) ON ministry TO sesshu_worker@localhost;
GRANT SELECT, UPDATE (row_count) ON data_stamp TO sesshu_worker@localhost;
GRANT SELECT (sent, base, receipt) ON application TO sesshu_worker@localhost;
GRANT SELECT (at_pref) ON applicant TO sesshu_worker@localhost;
GRANT SELECT (detail1, detail2, own) ON business TO sesshu_worker@localhost;
GRANT SELECT (inst_secured) ON office TO sesshu_worker@localhost;
GRANT SELECT ON office_sum TO sesshu_worker@localhost;
GRANT SELECT ON business_sum TO sesshu_worker@localhost;
GRANT SELECT, INSERT, DELETE ON version_part TO sesshu_worker@localhost;
GRANT SELECT, INSERT, UPDATE ON review_unit TO sesshu_worker@localhost;
GRANT SELECT, INSERT, DELETE ON unit_type TO sesshu_worker@localhost;
GRANT SELECT (unit), UPDATE (unit) ON review_note TO sesshu_worker@localhost;
GRANT UPDATE (unit) ON inquiry TO sesshu_worker@localhost;
GRANT SELECT (application, role, ministry), UPDATE (ministry) ON message_thread TO sesshu_worker@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON registration_missing TO sesshu_worker@localhost;

-- Messages between businesses and desks. Who attaches a file keeps it; the
-- worker removes files that were never sent.
GRANT SELECT,
      INSERT (public_id, organisation, application, role, ministry, subject, begun_by, created_at, last_at),
      UPDATE (state, last_at, business_unread, desk_unread)
   ON message_thread TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT, INSERT (thread, side, account, text, at), UPDATE (read_at, read_by)
   ON message TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT,
      INSERT (application, account, thread, file, created_at),
      UPDATE (thread, message, removed_at)
   ON message_file TO sesshu_public@localhost, sesshu_intranet@localhost;
GRANT SELECT (file, message), DELETE ON message_file TO sesshu_worker@localhost;
GRANT INSERT, UPDATE (keep_until) ON file TO sesshu_intranet@localhost;
