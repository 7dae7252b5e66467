-- System A: applications and their versions. What was sent is never changed:
-- a version is frozen, editing works on a draft version.

CREATE TABLE application (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  public_id BINARY(16) NOT NULL COMMENT 'random id for URLs',
  state VARCHAR(20) NOT NULL COMMENT 'draft, submitted, under_inquiry, ministry_confirmed, registered, …',
  mail VARCHAR(50) NOT NULL COMMENT 'the first address: becomes the login id',
  account BIGINT NULL COMMENT 'made when it is sent',
  organisation BIGINT NULL COMMENT 'made when it is sent',
  draft BIGINT NULL COMMENT 'the version that may be changed, if any',
  sent BIGINT NULL COMMENT 'the last version that was sent',
  receipt VARCHAR(30) NULL COMMENT 'receipt number, T-YYYYMMDD-NNNNNNN',
  created_at DATETIME(6) NOT NULL COMMENT 'when the first link was asked for',
  changed_at DATETIME(6) NOT NULL COMMENT 'last change of the draft',
  sent_at DATETIME(6) NULL COMMENT 'when it was first sent',
  PRIMARY KEY (id),
  UNIQUE KEY application_public (public_id),
  UNIQUE KEY application_receipt (receipt),
  KEY application_mail (mail, state),
  KEY application_account (account),
  KEY application_state (state, changed_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='one employer and its registration';

CREATE TABLE version (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  application BIGINT NOT NULL COMMENT 'of which application',
  number INT NOT NULL COMMENT '1, 2, 3 …',
  created_at DATETIME(6) NOT NULL COMMENT 'when the draft was begun',
  frozen_at DATETIME(6) NULL COMMENT 'when it was sent; never changed after that',
  next_office INT NOT NULL DEFAULT 1 COMMENT 'number for the next new office',
  PRIMARY KEY (id),
  UNIQUE KEY version_number (application, number),
  CONSTRAINT version_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='the application as it was sent once, or the draft of the next sending';

CREATE TABLE applicant (
  version BIGINT NOT NULL COMMENT 'of which version',
  public_id BINARY(16) NOT NULL COMMENT 'the same over all versions',
  revision BIGINT NOT NULL DEFAULT 1 COMMENT 'counts changes; a stale form is told',
  founder VARCHAR(10) NOT NULL DEFAULT '' COMMENT 'private, public; empty: not chosen yet',
  saved_at DATETIME(6) NULL COMMENT 'when the page was complete for the first time',
  consent TINYINT NOT NULL DEFAULT 0 COMMENT '1: nothing in it is untrue',
  body VARCHAR(12) NOT NULL DEFAULT '' COMMENT 'state, prefecture, municipality; public bodies only',
  name VARCHAR(100) NOT NULL DEFAULT '' COMMENT 'full legal name',
  kana VARCHAR(100) NOT NULL DEFAULT '' COMMENT 'in hiragana',
  chief VARCHAR(50) NOT NULL DEFAULT '' COMMENT 'representative',
  chief_kana VARCHAR(50) NOT NULL DEFAULT '' COMMENT 'in hiragana',
  at_zip VARCHAR(7) NOT NULL DEFAULT '' COMMENT 'postal code',
  at_pref VARCHAR(2) NOT NULL DEFAULT '' COMMENT 'prefecture',
  at_city VARCHAR(6) NOT NULL DEFAULT '' COMMENT 'municipality code with check digit',
  at_town VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'town, number, building',
  tel VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'digits',
  fax VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'digits',
  mail VARCHAR(50) NOT NULL DEFAULT '' COMMENT 'where notices shall go; counts once confirmed',
  physician VARCHAR(3) NOT NULL DEFAULT '' COMMENT 'yes, no: an industrial physician is appointed',
  plan VARCHAR(3) NOT NULL DEFAULT '' COMMENT 'yes, no: there is a business continuity plan',
  note1 VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'permit or corporate number',
  note2 VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'statements of public bodies and agents',
  agency TINYINT NOT NULL DEFAULT 0 COMMENT '1: files for its franchisees',
  agency_physician TINYINT NOT NULL DEFAULT 0 COMMENT '1: states that every principal has a physician',
  agency_plan TINYINT NOT NULL DEFAULT 0 COMMENT '1: states that every principal has a plan',
  search_key VARCHAR(400) NOT NULL DEFAULT '' COMMENT 'name for searching',
  PRIMARY KEY (version),
  KEY applicant_search (search_key),
  CONSTRAINT applicant_version FOREIGN KEY (version) REFERENCES version (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='who applies';

CREATE TABLE office (
  version BIGINT NOT NULL COMMENT 'of which version',
  number INT NOT NULL COMMENT 'stays the same over all versions and in workbooks',
  public_id BINARY(16) NOT NULL COMMENT 'random id for URLs, the same over all versions',
  revision BIGINT NOT NULL DEFAULT 1 COMMENT 'counts changes; a stale form is told',
  name VARCHAR(140) NOT NULL COMMENT 'with the prefix of an agent, if any',
  kana VARCHAR(100) NOT NULL COMMENT 'in hiragana',
  principal VARCHAR(100) NOT NULL DEFAULT '' COMMENT 'agency: for whom it is filed',
  at_zip VARCHAR(7) NOT NULL COMMENT 'postal code',
  at_pref VARCHAR(2) NOT NULL COMMENT 'prefecture',
  at_city VARCHAR(6) NOT NULL COMMENT 'municipality code with check digit',
  at_town VARCHAR(200) NOT NULL COMMENT 'town, number, building',
  tel VARCHAR(20) NOT NULL COMMENT 'digits',
  fax VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'digits',
  mail VARCHAR(50) NOT NULL DEFAULT '' COMMENT 'address',
  staff INT NULL COMMENT 'all own staff there; NULL: not given',
  inst_secured VARCHAR(3) NOT NULL COMMENT 'yes, no: an institution will vaccinate',
  inst_name VARCHAR(100) NOT NULL DEFAULT '' COMMENT 'the institution',
  inst_kana VARCHAR(100) NOT NULL DEFAULT '' COMMENT 'in hiragana',
  inst_at_zip VARCHAR(7) NOT NULL DEFAULT '' COMMENT 'postal code',
  inst_at_pref VARCHAR(2) NOT NULL DEFAULT '' COMMENT 'prefecture',
  inst_at_city VARCHAR(6) NOT NULL DEFAULT '' COMMENT 'municipality code',
  inst_at_town VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'town, number, building',
  inst_tel VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'digits',
  inst_fax VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'digits',
  inst_mail VARCHAR(50) NOT NULL DEFAULT '' COMMENT 'address',
  inst_plan VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'not secured: what is being considered',
  search_key VARCHAR(600) NOT NULL DEFAULT '' COMMENT 'name and town for searching and matching',
  persons INT NOT NULL DEFAULT 0 COMMENT 'sum of its businesses, own and external',
  PRIMARY KEY (version, number),
  UNIQUE KEY office_public (version, public_id),
  KEY office_kana (version, kana, number),
  KEY office_place (version, at_city, number),
  KEY office_persons (version, persons, number),
  CONSTRAINT office_version FOREIGN KEY (version) REFERENCES version (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='a place of work and the institution that vaccinates there';

CREATE TABLE business (
  version BIGINT NOT NULL COMMENT 'of which version',
  office INT NOT NULL COMMENT 'number of the office',
  position INT NOT NULL COMMENT '1 to 20, as entered',
  type VARCHAR(12) NOT NULL COMMENT 'business type',
  detail1 VARCHAR(12) NOT NULL COMMENT 'first detail',
  detail2 VARCHAR(12) NOT NULL DEFAULT '' COMMENT 'second detail, where the master has one',
  own INT NOT NULL COMMENT 'own staff, full-time equivalent',
  external INT NOT NULL COMMENT 'external staff, full-time equivalent',
  note VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'how the number is made up',
  basis_own VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'calculation of own, if the calculator was used',
  basis_external VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'calculation of external, likewise',
  PRIMARY KEY (version, office, position),
  KEY business_type (version, type, detail1, detail2),
  CONSTRAINT business_office FOREIGN KEY (version, office) REFERENCES office (version, number) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='a kind of business at an office, with its head counts';

CREATE TABLE attachment (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  application BIGINT NOT NULL COMMENT 'to which application',
  file BIGINT NOT NULL COMMENT 'the file',
  purpose VARCHAR(20) NOT NULL COMMENT 'mandate, physician, plan, basis',
  created_at DATETIME(6) NOT NULL COMMENT 'when it was attached',
  removed_at DATETIME(6) NULL COMMENT 'taken back by the applicant before sending',
  PRIMARY KEY (id),
  KEY attachment_application (application),
  CONSTRAINT attachment_application FOREIGN KEY (application) REFERENCES application (id),
  CONSTRAINT attachment_file FOREIGN KEY (file) REFERENCES file (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='a document that goes with an application';

CREATE TABLE accepted_question (
  version BIGINT NOT NULL COMMENT 'of which version',
  question VARCHAR(120) NOT NULL COMMENT 'rule, and the object it asks about',
  at DATETIME(6) NOT NULL COMMENT 'when it was ticked',
  PRIMARY KEY (version, question),
  CONSTRAINT accepted_question_version FOREIGN KEY (version) REFERENCES version (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='questions to which the applicant said: leave it so';

CREATE TABLE receipt_counter (
  day DATE NOT NULL COMMENT 'Japanese day',
  last INT NOT NULL COMMENT 'last number given that day',
  PRIMARY KEY (day)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='receipt numbers';

CREATE TABLE upload (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  public_id BINARY(16) NOT NULL COMMENT 'random id for URLs',
  version BIGINT NOT NULL COMMENT 'into which draft',
  file BIGINT NOT NULL COMMENT 'the workbook',
  state VARCHAR(10) NOT NULL COMMENT 'read, taken, refused',
  trouble VARCHAR(30) NOT NULL DEFAULT '' COMMENT 'refused: what was wrong with the file',
  row_count INT NOT NULL DEFAULT 0 COMMENT 'rows read',
  offices INT NOT NULL DEFAULT 0 COMMENT 'offices without a mistake',
  added INT NOT NULL DEFAULT 0 COMMENT 'of these, new ones',
  changed INT NOT NULL DEFAULT 0 COMMENT 'of these, changed ones',
  same INT NOT NULL DEFAULT 0 COMMENT 'of these, the same as before',
  bad INT NOT NULL DEFAULT 0 COMMENT 'offices with a mistake',
  tidied INT NOT NULL DEFAULT 0 COMMENT 'values that were tidied',
  created_at DATETIME(6) NOT NULL COMMENT 'when it was read',
  taken_at DATETIME(6) NULL COMMENT 'when it was taken over',
  PRIMARY KEY (id),
  UNIQUE KEY upload_public (public_id),
  KEY upload_version (version),
  CONSTRAINT upload_version FOREIGN KEY (version) REFERENCES version (id),
  CONSTRAINT upload_file FOREIGN KEY (file) REFERENCES file (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='a workbook that was read';

CREATE TABLE upload_remark (
  upload BIGINT NOT NULL COMMENT 'which workbook',
  number INT NOT NULL COMMENT '1, 2, 3 … in the order of the sheet',
  bad TINYINT NOT NULL COMMENT '1: a mistake; 0: something that was tidied',
  sheet_row INT NOT NULL COMMENT 'row of the sheet',
  col INT NOT NULL COMMENT 'column of the sheet from 0; -1: the row as a whole',
  place VARCHAR(60) NOT NULL COMMENT 'field',
  message VARCHAR(60) NOT NULL COMMENT 'key of the message',
  args VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'JSON: what the message has in braces',
  raw VARCHAR(600) NOT NULL DEFAULT '' COMMENT 'the value in the sheet, cut',
  stored VARCHAR(600) NOT NULL DEFAULT '' COMMENT 'tidied: the value as stored',
  PRIMARY KEY (upload, number),
  KEY upload_remark_bad (upload, bad, number),
  CONSTRAINT upload_remark_upload FOREIGN KEY (upload) REFERENCES upload (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what reading a workbook found, cell by cell';

CREATE TABLE upload_fix (
  upload BIGINT NOT NULL COMMENT 'which workbook',
  sheet_row INT NOT NULL COMMENT 'row of the sheet',
  place VARCHAR(60) NOT NULL COMMENT 'field',
  value VARCHAR(2000) NOT NULL COMMENT 'typed on the screen instead of the cell',
  PRIMARY KEY (upload, sheet_row, place),
  CONSTRAINT upload_fix_upload FOREIGN KEY (upload) REFERENCES upload (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='cells put right on the screen';
