-- The desks: who checks what of an application, what they ask back, what comes
-- of it. Times are UTC, days are Japanese.

CREATE TABLE version_part (
  version BIGINT NOT NULL COMMENT 'of which version that was sent',
  ministry BIGINT NOT NULL COMMENT 'desk that checks it',
  office INT NOT NULL COMMENT 'number of the office',
  persons INT NOT NULL COMMENT 'sum of its businesses that this desk checks',
  PRIMARY KEY (version, ministry, office),
  CONSTRAINT version_part_version FOREIGN KEY (version) REFERENCES version (id) ON DELETE CASCADE,
  CONSTRAINT version_part_ministry FOREIGN KEY (ministry) REFERENCES ministry (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='which offices of a sent version a ministry may see and checks';

CREATE TABLE review_unit (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  public_id BINARY(16) NOT NULL COMMENT 'random id for URLs',
  revision BIGINT NOT NULL DEFAULT 1 COMMENT 'counts changes; a stale form is told',
  application BIGINT NOT NULL COMMENT 'of which application',
  role VARCHAR(20) NOT NULL COMMENT 'reviewer: the desk of a ministry; registrar: the desk that registers',
  ministry BIGINT NOT NULL COMMENT 'the desk; 0: the registrar, who sees it all',
  state VARCHAR(12) NOT NULL COMMENT 'waiting, open, inquiry, answered, confirmed, done, dropped',
  since DATETIME(6) NOT NULL COMMENT 'in this state since',
  due_on DATE NULL COMMENT 'inquiry: day until which it is to be answered',
  opinion VARCHAR(10) NOT NULL DEFAULT '' COMMENT 'confirmed: register, refuse',
  reason VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'why so, or why it was sent back',
  assignee BIGINT NULL COMMENT 'who works on it',
  assigned_at DATETIME(6) NULL COMMENT 'since when',
  confirmed_by BIGINT NULL COMMENT 'who confirmed; may not register it',
  confirmed_at DATETIME(6) NULL COMMENT 'when',
  confirmed_version BIGINT NULL COMMENT 'the version that was confirmed; a newer one has changes since',
  receipt VARCHAR(30) NOT NULL COMMENT 'receipt number, for lists',
  name VARCHAR(100) NOT NULL COMMENT 'applicant, for lists',
  search_key VARCHAR(400) NOT NULL COMMENT 'name for searching',
  pref VARCHAR(2) NOT NULL COMMENT 'prefecture of the applicant',
  founder VARCHAR(10) NOT NULL COMMENT 'private, public',
  offices INT NOT NULL COMMENT 'offices of this desk',
  persons INT NOT NULL COMMENT 'head count of this desk',
  sent_at DATETIME(6) NOT NULL COMMENT 'when the application was first sent',
  PRIMARY KEY (id),
  UNIQUE KEY review_unit_public (public_id),
  UNIQUE KEY review_unit_desk (application, role, ministry),
  KEY review_unit_since (role, ministry, state, since, id),
  KEY review_unit_due (role, ministry, state, due_on, id),
  KEY review_unit_persons (role, ministry, state, persons, id),
  KEY review_unit_pref (role, ministry, state, pref, since, id),
  KEY review_unit_founder (role, ministry, state, founder, since, id),
  KEY review_unit_assignee (assignee, state, since, id),
  KEY review_unit_receipt (receipt),
  KEY review_unit_search (role, ministry, search_key(60)),
  CONSTRAINT review_unit_application FOREIGN KEY (application) REFERENCES application (id),
  CONSTRAINT review_unit_assignee FOREIGN KEY (assignee) REFERENCES account (id),
  CONSTRAINT review_unit_confirmed FOREIGN KEY (confirmed_by) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='an application on the desk of one ministry, or of the registrar';

CREATE TABLE unit_type (
  unit BIGINT NOT NULL COMMENT 'of which unit',
  type VARCHAR(12) NOT NULL COMMENT 'business type that this desk checks in it',
  role VARCHAR(20) NOT NULL COMMENT 'as in the unit',
  ministry BIGINT NOT NULL COMMENT 'as in the unit',
  state VARCHAR(12) NOT NULL COMMENT 'as in the unit',
  since DATETIME(6) NOT NULL COMMENT 'as in the unit',
  PRIMARY KEY (unit, type),
  KEY unit_type_since (role, ministry, type, state, since, unit),
  CONSTRAINT unit_type_unit FOREIGN KEY (unit) REFERENCES review_unit (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='so that the work list can be narrowed to a type; follows the unit by triggers';

CREATE TABLE unit_count (
  role VARCHAR(20) NOT NULL COMMENT 'reviewer, registrar',
  ministry BIGINT NOT NULL COMMENT 'the desk',
  state VARCHAR(12) NOT NULL COMMENT 'of the units',
  units BIGINT NOT NULL COMMENT 'how many',
  PRIMARY KEY (role, ministry, state)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='units by state; kept by triggers, no program may write here';

CREATE TRIGGER review_unit_insert AFTER INSERT ON review_unit FOR EACH ROW
  INSERT INTO unit_count (role, ministry, state, units)
  VALUES (NEW.role, NEW.ministry, NEW.state, 1)
  ON DUPLICATE KEY UPDATE units = units + 1;

CREATE TRIGGER review_unit_left AFTER UPDATE ON review_unit FOR EACH ROW
  UPDATE unit_count SET units = units - 1
   WHERE role = OLD.role AND ministry = OLD.ministry AND state = OLD.state
     AND NEW.state <> OLD.state;

CREATE TRIGGER review_unit_came AFTER UPDATE ON review_unit FOR EACH ROW FOLLOWS review_unit_left
  IF NEW.state <> OLD.state THEN
    INSERT INTO unit_count (role, ministry, state, units)
    VALUES (NEW.role, NEW.ministry, NEW.state, 1)
    ON DUPLICATE KEY UPDATE units = units + 1; END IF;

CREATE TRIGGER review_unit_types AFTER UPDATE ON review_unit FOR EACH ROW FOLLOWS review_unit_came
  IF NEW.state <> OLD.state OR NEW.since <> OLD.since THEN
    UPDATE unit_type SET state = NEW.state, since = NEW.since
     WHERE unit = NEW.id; END IF;

CREATE TABLE review_note (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  unit BIGINT NOT NULL COMMENT 'on which desk; colleagues of that desk read it',
  account BIGINT NOT NULL COMMENT 'who wrote it',
  at DATETIME(6) NOT NULL COMMENT 'when',
  text VARCHAR(2000) NOT NULL COMMENT 'for colleagues; the applicant never sees it',
  PRIMARY KEY (id),
  KEY review_note_unit (unit, id),
  CONSTRAINT review_note_unit FOREIGN KEY (unit) REFERENCES review_unit (id),
  CONSTRAINT review_note_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='notes of a desk';

CREATE TABLE inquiry (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  public_id BINARY(16) NOT NULL COMMENT 'random id for URLs',
  revision BIGINT NOT NULL DEFAULT 1 COMMENT 'counts changes; a stale form is told',
  application BIGINT NOT NULL COMMENT 'of which application',
  unit BIGINT NOT NULL COMMENT 'the desk that asks',
  number INT NOT NULL COMMENT '1, 2, 3 … of the application',
  state VARCHAR(10) NOT NULL COMMENT 'draft, sent, answered, closed, cancelled',
  before_version BIGINT NOT NULL COMMENT 'the version that is asked about',
  after_version BIGINT NULL COMMENT 'the version that answered',
  due_on DATE NULL COMMENT 'sent: last day for the answer',
  message VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'for all items together',
  reply VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'of the applicant, for all items together',
  reason VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'cancelled: why',
  asked_by BIGINT NOT NULL COMMENT 'who asks',
  created_at DATETIME(6) NOT NULL COMMENT 'when it was begun',
  sent_at DATETIME(6) NULL COMMENT 'when the applicant was told',
  answered_at DATETIME(6) NULL COMMENT 'when the answer came',
  ended_at DATETIME(6) NULL COMMENT 'closed or cancelled',
  reminded TINYINT NOT NULL DEFAULT 0 COMMENT '1: before the due day, 2: after it',
  PRIMARY KEY (id),
  UNIQUE KEY inquiry_public (public_id),
  UNIQUE KEY inquiry_number (application, number),
  KEY inquiry_unit (unit, state),
  KEY inquiry_due (state, reminded, due_on),
  CONSTRAINT inquiry_application FOREIGN KEY (application) REFERENCES application (id),
  CONSTRAINT inquiry_unit FOREIGN KEY (unit) REFERENCES review_unit (id),
  CONSTRAINT inquiry_asked FOREIGN KEY (asked_by) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='疑義照会: what a desk asks back';

CREATE TABLE inquiry_item (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  public_id BINARY(16) NOT NULL COMMENT 'random id for URLs',
  revision BIGINT NOT NULL DEFAULT 1 COMMENT 'counts changes; a stale form is told',
  inquiry BIGINT NOT NULL COMMENT 'of which inquiry',
  number INT NOT NULL COMMENT '1, 2, 3 …',
  target VARCHAR(12) NOT NULL COMMENT 'applicant, office, business, institution, document',
  office INT NOT NULL DEFAULT 0 COMMENT 'number of the office; 0: the applicant',
  position INT NOT NULL DEFAULT 0 COMMENT 'business: 1 to 20',
  field VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'name in the form that the target belongs to: name, at, own …; empty: a document',
  reason VARCHAR(20) NOT NULL COMMENT 'from the list of reasons',
  text VARCHAR(2000) NOT NULL COMMENT 'what is asked',
  suggestion VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'how it could read',
  state VARCHAR(10) NOT NULL DEFAULT 'open' COMMENT 'open, changed, answered: by the applicant; closed, again: by the desk',
  reply VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'of the applicant',
  before_text VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'the value when it was asked',
  after_text VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'the value when it was answered',
  previous BIGINT NULL COMMENT 'asked again: the item before',
  PRIMARY KEY (id),
  UNIQUE KEY inquiry_item_public (public_id),
  UNIQUE KEY inquiry_item_number (inquiry, number),
  CONSTRAINT inquiry_item_inquiry FOREIGN KEY (inquiry) REFERENCES inquiry (id) ON DELETE CASCADE,
  CONSTRAINT inquiry_item_previous FOREIGN KEY (previous) REFERENCES inquiry_item (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='one thing that is asked';

ALTER TABLE attachment
  ADD COLUMN item BIGINT NULL COMMENT 'the item of an inquiry that it answers' AFTER purpose,
  ADD KEY attachment_item (item),
  ADD CONSTRAINT attachment_item FOREIGN KEY (item) REFERENCES inquiry_item (id);

CREATE TABLE duplicate_verdict (
  application BIGINT NOT NULL COMMENT 'the one under review',
  other BIGINT NOT NULL COMMENT 'the one that looks like it',
  verdict VARCHAR(10) NOT NULL COMMENT 'same, different',
  note VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'why',
  account BIGINT NOT NULL COMMENT 'who says so',
  at DATETIME(6) NOT NULL COMMENT 'when',
  PRIMARY KEY (application, other),
  CONSTRAINT duplicate_verdict_application FOREIGN KEY (application) REFERENCES application (id),
  CONSTRAINT duplicate_verdict_other FOREIGN KEY (other) REFERENCES application (id),
  CONSTRAINT duplicate_verdict_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='同じ／別: what a desk found about two applications';

CREATE TABLE refusal (
  application BIGINT NOT NULL COMMENT 'which one',
  reason VARCHAR(20) NOT NULL COMMENT 'from the list of reasons',
  text VARCHAR(2000) NOT NULL COMMENT 'shown to the applicant as written',
  account BIGINT NOT NULL COMMENT 'who refused',
  at DATETIME(6) NOT NULL COMMENT 'when',
  PRIMARY KEY (application),
  CONSTRAINT refusal_application FOREIGN KEY (application) REFERENCES application (id),
  CONSTRAINT refusal_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='不登録: why';

CREATE TABLE registration_counter (
  year SMALLINT NOT NULL COMMENT 'Japanese calendar year',
  last INT NOT NULL COMMENT 'last number given that year',
  PRIMARY KEY (year)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='registration numbers';

CREATE TABLE registration (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  public_id BINARY(16) NOT NULL COMMENT 'random id',
  application BIGINT NOT NULL COMMENT 'which application; has one number for ever',
  version BIGINT NOT NULL COMMENT 'the version in force',
  number VARCHAR(20) NOT NULL COMMENT 'R-YYYY-NNNNNN',
  state VARCHAR(12) NOT NULL COMMENT 'active, expired, abolished, cancelled',
  registered_on DATE NOT NULL COMMENT 'Japanese day',
  valid_until DATE NOT NULL COMMENT 'last day',
  offices INT NOT NULL COMMENT 'registered offices',
  persons INT NOT NULL COMMENT 'registered head count',
  registered_by BIGINT NOT NULL COMMENT 'who did it',
  at DATETIME(6) NOT NULL COMMENT 'when',
  PRIMARY KEY (id),
  UNIQUE KEY registration_public (public_id),
  UNIQUE KEY registration_application (application),
  UNIQUE KEY registration_number (number),
  KEY registration_valid (state, valid_until),
  CONSTRAINT registration_application FOREIGN KEY (application) REFERENCES application (id),
  CONSTRAINT registration_version FOREIGN KEY (version) REFERENCES version (id),
  CONSTRAINT registration_by FOREIGN KEY (registered_by) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='登録: its number and how long it holds';

ALTER TABLE application
  ADD COLUMN begun_at DATETIME(6) NULL COMMENT 'when a desk first did something; no withdrawal after that',
  ADD COLUMN ended_at DATETIME(6) NULL COMMENT 'registered, refused, withdrawn';

ALTER TABLE applicant
  ADD KEY applicant_tel (tel),
  ADD KEY applicant_note1 (note1(20)),
  ADD KEY applicant_place (at_zip, at_city);
