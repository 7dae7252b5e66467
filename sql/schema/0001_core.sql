-- Who there is, who is signed in, what was typed and not yet taken, what is
-- to be mailed, and what was done. Times are UTC.

CREATE TABLE organisation (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  public_id BINARY(16) NOT NULL COMMENT 'random id for URLs',
  kind VARCHAR(20) NOT NULL COMMENT 'business, venue, medical, municipality, prefecture, ministry, registrar, itdesk, operator',
  name VARCHAR(200) NOT NULL COMMENT 'as shown to its own people',
  ministry BIGINT NULL COMMENT 'kind ministry: the desk of the master table',
  created_at DATETIME(6) NOT NULL COMMENT 'when it was made',
  PRIMARY KEY (id),
  UNIQUE KEY organisation_public (public_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='an employer, a municipality, a ministry desk';

CREATE TABLE account (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  public_id BINARY(16) NOT NULL COMMENT 'random id for URLs',
  revision BIGINT NOT NULL DEFAULT 1 COMMENT 'counts changes; a stale form is told',
  login VARCHAR(50) NOT NULL COMMENT 'login id: the first address, lower case',
  mail VARCHAR(254) NOT NULL COMMENT 'where notices go',
  tel VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'digits; asked when a password was forgotten',
  name VARCHAR(100) NOT NULL DEFAULT '' COMMENT 'shown to the person and in lists of staff',
  password VARCHAR(128) NOT NULL DEFAULT '' COMMENT 'Argon2id string; empty: none set yet',
  password_at DATETIME(6) NULL COMMENT 'when it was set',
  must_change TINYINT NOT NULL DEFAULT 0 COMMENT '1: a new password before anything else',
  state VARCHAR(10) NOT NULL DEFAULT 'active' COMMENT 'active, disabled',
  second_step TINYINT NOT NULL DEFAULT 0 COMMENT '1: a mailed code at each login',
  login_at DATETIME(6) NULL COMMENT 'last login',
  created_at DATETIME(6) NOT NULL COMMENT 'when it was made',
  PRIMARY KEY (id),
  UNIQUE KEY account_public (public_id),
  UNIQUE KEY account_login (login),
  KEY account_mail (mail)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='one person who can sign in';

CREATE TABLE account_mail (
  account BIGINT NOT NULL COMMENT 'whose',
  mail VARCHAR(254) NOT NULL COMMENT 'an address to which codes may be sent',
  PRIMARY KEY (account, mail),
  CONSTRAINT account_mail_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='registered addresses for the code at login';

CREATE TABLE membership (
  account BIGINT NOT NULL COMMENT 'who',
  organisation BIGINT NOT NULL COMMENT 'belongs to which',
  role VARCHAR(20) NOT NULL COMMENT 'a role of the rights table',
  since DATETIME(6) NOT NULL COMMENT 'from when',
  PRIMARY KEY (account, organisation, role),
  KEY membership_organisation (organisation),
  CONSTRAINT membership_account FOREIGN KEY (account) REFERENCES account (id),
  CONSTRAINT membership_organisation FOREIGN KEY (organisation) REFERENCES organisation (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='which hats an account may wear';

CREATE TABLE session (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  public_id BINARY(16) NOT NULL COMMENT 'random id for the list of my logins',
  token BINARY(32) NOT NULL COMMENT 'SHA-256 of the cookie',
  site VARCHAR(10) NOT NULL COMMENT 'public, intranet: a cookie of one is nothing on the other',
  stage VARCHAR(10) NOT NULL COMMENT 'link: came by a mailed link; code: password given, code awaited; full: signed in',
  account BIGINT NULL COMMENT 'who; none for an applicant without account',
  organisation BIGINT NULL COMMENT 'the hat',
  role VARCHAR(20) NOT NULL COMMENT 'a role of the rights table',
  application BIGINT NULL COMMENT 'the application it may see',
  link BIGINT NULL COMMENT 'stage link: the link that opened it',
  device VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'browser as it named itself',
  ip VARCHAR(45) NOT NULL DEFAULT '' COMMENT 'address it came from',
  created_at DATETIME(6) NOT NULL COMMENT 'when it began',
  seen_at DATETIME(6) NOT NULL COMMENT 'last request, to the minute',
  idle_seconds INT NOT NULL COMMENT 'ends when unused for so long',
  ends_at DATETIME(6) NOT NULL COMMENT 'ends at the latest',
  PRIMARY KEY (id),
  UNIQUE KEY session_public (public_id),
  UNIQUE KEY session_token (token),
  KEY session_account (account),
  KEY session_link (link),
  KEY session_ends (ends_at),
  CONSTRAINT session_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='one browser that may do something';

CREATE TABLE ended_session (
  token BINARY(32) NOT NULL COMMENT 'SHA-256 of the cookie',
  why VARCHAR(10) NOT NULL COMMENT 'idle, absolute, logout, ended, password',
  ended_at DATETIME(6) NOT NULL COMMENT 'when',
  PRIMARY KEY (token),
  KEY ended_session_at (ended_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='so that the next page can say why it asks for a login';

CREATE TABLE login_record (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  account BIGINT NOT NULL COMMENT 'whose',
  at DATETIME(6) NOT NULL COMMENT 'when',
  device VARCHAR(200) NOT NULL COMMENT 'browser as it named itself',
  ip VARCHAR(45) NOT NULL COMMENT 'address it came from',
  outcome VARCHAR(10) NOT NULL COMMENT 'ok, wrong, code, reset',
  PRIMARY KEY (id),
  KEY login_record_account (account, at),
  CONSTRAINT login_record_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='logins as their owner may see them';

CREATE TABLE link (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  purpose VARCHAR(20) NOT NULL COMMENT 'draft, password, reset, invite, address',
  account BIGINT NULL COMMENT 'whose password it sets',
  application BIGINT NULL COMMENT 'which draft it opens',
  mail VARCHAR(254) NOT NULL COMMENT 'where it was sent',
  created_at DATETIME(6) NOT NULL COMMENT 'when it was asked for',
  expires_at DATETIME(6) NOT NULL COMMENT 'until when it works',
  used_at DATETIME(6) NULL COMMENT 'when its purpose was done; by a POST alone',
  ended_at DATETIME(6) NULL COMMENT 'when a newer link or act ended it',
  PRIMARY KEY (id),
  KEY link_account (account, purpose),
  KEY link_mail (mail, created_at),
  KEY link_application (application, purpose),
  KEY link_expires (expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what a mailed link is for';

CREATE TABLE link_token (
  token BINARY(32) NOT NULL COMMENT 'SHA-256 of what stands in the mail',
  link BIGINT NOT NULL COMMENT 'of which link; one row per attempt to send',
  PRIMARY KEY (token),
  KEY link_token_link (link),
  CONSTRAINT link_token_link FOREIGN KEY (link) REFERENCES link (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='made by the sender alone, so that no live token is ever stored';

CREATE TABLE passcode (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  session BIGINT NOT NULL COMMENT 'the login that awaits it',
  account BIGINT NOT NULL COMMENT 'whose',
  mail VARCHAR(254) NOT NULL COMMENT 'where it is sent',
  code VARCHAR(128) NOT NULL DEFAULT '' COMMENT 'Argon2id string, set by the sender',
  created_at DATETIME(6) NOT NULL COMMENT 'when it was asked for',
  expires_at DATETIME(6) NOT NULL COMMENT 'until when it works',
  used_at DATETIME(6) NULL COMMENT 'when it was given rightly, or a newer one was asked for',
  PRIMARY KEY (id),
  KEY passcode_session (session),
  KEY passcode_account (account, created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='six digits mailed at a login';

CREATE TABLE passcode_failure (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  account BIGINT NOT NULL COMMENT 'whose code was given wrongly',
  session BIGINT NOT NULL COMMENT 'by which login',
  at DATETIME(6) NOT NULL COMMENT 'when',
  PRIMARY KEY (id),
  KEY passcode_failure_account (account, at),
  KEY passcode_failure_session (session)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='wrong codes; a new code does not reset the count';

CREATE TABLE form_key (
  id BINARY(16) NOT NULL COMMENT 'the random key of one shown form',
  owner BINARY(32) NOT NULL COMMENT 'hash of the cookie that sent it',
  result VARCHAR(500) NOT NULL COMMENT 'where the first sending led',
  cookie VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'that it was answered with, sealed with the one that sent it',
  at DATETIME(6) NOT NULL COMMENT 'when it was sent',
  PRIMARY KEY (id),
  KEY form_key_at (at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='a form that was sent; sent again it leads to the same place';

CREATE TABLE kept_form (
  owner BINARY(32) NOT NULL COMMENT 'hash of the cookie that typed it',
  place VARCHAR(200) NOT NULL COMMENT 'screen and object',
  input MEDIUMTEXT NOT NULL COMMENT 'JSON: what was typed, without passwords',
  problems MEDIUMTEXT NOT NULL COMMENT 'JSON: what was wrong with it',
  at DATETIME(6) NOT NULL COMMENT 'when',
  PRIMARY KEY (owner, place),
  KEY kept_form_at (at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what was typed and could not be taken yet';

CREATE TABLE outbox (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  public_id BINARY(16) NOT NULL COMMENT 'also the Message-ID, the same over all tries',
  template VARCHAR(40) NOT NULL COMMENT 'file in templates/mail',
  recipient VARCHAR(254) NOT NULL COMMENT 'one address',
  data TEXT NOT NULL COMMENT 'JSON: what the template needs; no secret',
  link BIGINT NULL COMMENT 'a token of this link is made when it is sent',
  passcode BIGINT NULL COMMENT 'the digits are made when it is sent',
  state VARCHAR(10) NOT NULL DEFAULT 'queued' COMMENT 'queued, sent, failed, dropped',
  tries INT NOT NULL DEFAULT 0 COMMENT 'how often it was tried',
  next_at DATETIME(6) NOT NULL COMMENT 'not before',
  created_at DATETIME(6) NOT NULL COMMENT 'in the transaction of the act',
  sent_at DATETIME(6) NULL COMMENT 'when the mail server took it',
  PRIMARY KEY (id),
  UNIQUE KEY outbox_public (public_id),
  KEY outbox_due (state, next_at),
  KEY outbox_recipient (recipient, created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='mails to be sent, each written with the act that it tells of';

CREATE TABLE mail_attempt (
  outbox BIGINT NOT NULL COMMENT 'which mail',
  number INT NOT NULL COMMENT 'which try',
  at DATETIME(6) NOT NULL COMMENT 'when',
  outcome VARCHAR(10) NOT NULL COMMENT 'sent, later, refused',
  reply VARCHAR(200) NOT NULL COMMENT 'code of the server or of the library, no address',
  PRIMARY KEY (outbox, number),
  CONSTRAINT mail_attempt_outbox FOREIGN KEY (outbox) REFERENCES outbox (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what happened to each try';

CREATE TABLE audit (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'order of writing',
  at DATETIME(6) NOT NULL COMMENT 'when',
  account BIGINT NULL COMMENT 'who',
  org BIGINT NULL COMMENT 'under which hat',
  role VARCHAR(20) NOT NULL COMMENT 'in which role',
  site VARCHAR(10) NOT NULL COMMENT 'public, intranet, worker, host',
  act VARCHAR(60) NOT NULL COMMENT 'what: login, office.save …',
  object VARCHAR(40) NOT NULL COMMENT 'to what kind of thing',
  object_id BINARY(16) NOT NULL COMMENT 'to which; zeros: none',
  detail TEXT NOT NULL COMMENT 'JSON: names of fields, ids, counts; nothing personal',
  request VARCHAR(64) NOT NULL COMMENT 'request id, as in the logs',
  PRIMARY KEY (id),
  KEY audit_object (object_id, id),
  KEY audit_account (account, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='who did what; only ever added to';

CREATE TABLE audit_chain (
  seq BIGINT NOT NULL COMMENT '1, 2, 3 … without a gap',
  audit BIGINT NOT NULL COMMENT 'the row of the trail',
  hash BINARY(32) NOT NULL COMMENT 'SHA-256 over the hash before and all columns of the row',
  at DATETIME(6) NOT NULL COMMENT 'when it was chained',
  PRIMARY KEY (seq),
  UNIQUE KEY audit_chain_audit (audit),
  CONSTRAINT audit_chain_audit FOREIGN KEY (audit) REFERENCES audit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='proves that the trail was not changed';

CREATE TABLE file (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  public_id BINARY(16) NOT NULL COMMENT 'random id, also the name on disk',
  name VARCHAR(200) NOT NULL COMMENT 'as the sender called it',
  kind VARCHAR(20) NOT NULL COMMENT 'xlsx, pdf, png, jpeg',
  size BIGINT NOT NULL COMMENT 'bytes',
  sha256 BINARY(32) NOT NULL COMMENT 'of the bytes',
  created_at DATETIME(6) NOT NULL COMMENT 'when it came',
  keep_until DATETIME(6) NULL COMMENT 'removed after that; NULL: kept with its owner',
  PRIMARY KEY (id),
  UNIQUE KEY file_public (public_id),
  KEY file_keep (keep_until)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='a file on disk, outside of everything that is served';
