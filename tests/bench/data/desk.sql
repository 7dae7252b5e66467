-- Applications on the desks, @many of them, made inside the server: each with
-- one version and one unit at one of three ministries. Names are made up; what
-- the work list asks about (state, prefecture, type, size, time, assignee) is
-- spread evenly. Each table is filled by one statement while it is empty, which
-- the server does by sorting (checks off), some ten times as fast as row by
-- row; so the triggers are taken away before, and what they do is done here.

SET unique_checks = 0, foreign_key_checks = 0;
SET @epoch = UTC_TIMESTAMP() - INTERVAL 300 DAY;
SET @step = 200 * 86400 / @many;

INSERT INTO organisation (id, public_id, kind, name, ministry, created_at)
SELECT 100 + m.id, UNHEX(MD5(CONCAT('o', m.id))), 'ministry', m.name, m.id,
       @epoch
  FROM ministry m;

INSERT INTO account (id, public_id, login, mail, name, created_at)
SELECT 100 * m.id + s.seq, UNHEX(MD5(CONCAT('c', m.id, '-', s.seq))),
       CONCAT('bench', m.id, '-', s.seq), 'bench@example.jp',
       CONCAT(ELT(s.seq, '見本', '試作', '例田', '仮山', '雛形'), ' ',
              ELT(s.seq, '太郎', '花子', '一郎', '桜', '健')), @epoch
  FROM ministry m, seq_1_to_5 s;

INSERT INTO membership (account, organisation, role, since)
SELECT 100 * m.id + s.seq, 100 + m.id, 'reviewer', @epoch
  FROM ministry m, seq_1_to_5 s;

SELECT 'application';
INSERT INTO application (id, public_id, state, mail, sent, receipt, created_at,
       changed_at, sent_at)
SELECT s.seq, UNHEX(MD5(CONCAT('a', s.seq))),
       ELT(1 + s.seq DIV 3 % 4, 'submitted', 'under_inquiry', 'submitted',
           'ministry_confirmed'),
       CONCAT('bench', s.seq, '@example.jp'), s.seq,
       CONCAT('T-20260105-', LPAD(s.seq, 7, '0')), @epoch, @epoch,
       @epoch + INTERVAL s.seq * @step SECOND
  FROM seq_1_to_100000000 s
 WHERE s.seq <= @many;

SELECT 'version';
INSERT INTO version (id, application, number, created_at, frozen_at)
SELECT s.seq, s.seq, 1, @epoch, @epoch
  FROM seq_1_to_100000000 s
 WHERE s.seq <= @many;

SELECT 'applicant';
INSERT INTO applicant (version, public_id, founder, saved_at, name, at_pref,
       search_key)
SELECT s.seq, UNHEX(MD5(CONCAT('v', s.seq))), 'private', @epoch,
       CONCAT('見本商事', s.seq, '株式会社'), LPAD(1 + s.seq DIV 12 % 47, 2, '0'),
       CONCAT('見本商事', s.seq, '株式会社')
  FROM seq_1_to_100000000 s
 WHERE s.seq <= @many;

SELECT 'review_unit';
DROP TRIGGER review_unit_insert;
DROP TRIGGER review_unit_application;
INSERT INTO review_unit (id, public_id, application, application_id, role,
       ministry, state, since, due_on, assignee, receipt, name, search_key,
       pref, founder, offices, persons, sent_at)
SELECT s.seq, UNHEX(MD5(CONCAT('u', s.seq))), s.seq,
       UNHEX(MD5(CONCAT('a', s.seq))), 'reviewer',
       ELT(1 + s.seq % 3, 5, 7, 8),
       ELT(1 + s.seq DIV 3 % 4, 'open', 'inquiry', 'answered', 'confirmed'),
       @epoch + INTERVAL s.seq * @step SECOND,
       IF(s.seq DIV 3 % 4 = 1,
          UTC_DATE() - INTERVAL 5 DAY + INTERVAL s.seq % 290 DAY, NULL),
       IF(s.seq DIV 12 % 3 = 0,
          100 * ELT(1 + s.seq % 3, 5, 7, 8) + 1 + s.seq DIV 36 % 5, NULL),
       CONCAT('T-20260105-', LPAD(s.seq, 7, '0')),
       CONCAT('見本商事', s.seq, '株式会社'), CONCAT('見本商事', s.seq),
       LPAD(1 + s.seq DIV 12 % 47, 2, '0'),
       IF(s.seq DIV 12 % 20 = 0, 'public', 'private'), 10,
       10 + s.seq * 7919 % 3000, @epoch + INTERVAL s.seq * @step SECOND
  FROM seq_1_to_100000000 s
 WHERE s.seq <= @many;

SELECT 'unit_type';
INSERT INTO unit_type (unit, type, role, ministry, state, since)
SELECT u.id, ELT(1 + u.id % 3, 'T09', 'T26', 'T30'), u.role, u.ministry,
       u.state, u.since
  FROM review_unit u;

-- As sql/schema has it.
INSERT INTO unit_count (role, ministry, state, units)
SELECT role, ministry, state, COUNT(*)
  FROM review_unit
 GROUP BY role, ministry, state;
CREATE TRIGGER review_unit_insert AFTER INSERT ON review_unit FOR EACH ROW
  INSERT INTO unit_count (role, ministry, state, units)
  VALUES (NEW.role, NEW.ministry, NEW.state, 1)
  ON DUPLICATE KEY UPDATE units = units + 1;
CREATE TRIGGER review_unit_application BEFORE INSERT ON review_unit FOR EACH ROW
  SET NEW.application_id = (SELECT public_id FROM application
                             WHERE id = NEW.application);
ANALYZE TABLE account, application, version, applicant, review_unit, unit_type,
        unit_count;
