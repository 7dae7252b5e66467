-- 引き継ぎ: somebody else acts for a business from now on. Either whoever acts
-- for it names the successor, or, if that mailbox is dead, the successor asks
-- and a ministry decides. Both end with a link to the new mailbox.

CREATE TABLE takeover (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  public_id BINARY(16) NOT NULL COMMENT 'random id for URLs',
  revision BIGINT NOT NULL DEFAULT 1 COMMENT 'counts changes; a stale form is told',
  application BIGINT NULL COMMENT 'which one the number is of; NULL: of none, which nobody is told',
  number VARCHAR(30) NOT NULL COMMENT 'registration or receipt number, as typed',
  company VARCHAR(100) NOT NULL COMMENT 'name of the business, as typed',
  company_tel VARCHAR(20) NOT NULL COMMENT 'its telephone number, as typed',
  name VARCHAR(100) NOT NULL COMMENT 'who asks',
  mail VARCHAR(50) NOT NULL COMMENT 'where the link would go',
  tel VARCHAR(20) NOT NULL COMMENT 'telephone number of who asks',
  reason VARCHAR(2000) NOT NULL COMMENT 'why the one before cannot hand over',
  file BIGINT NULL COMMENT 'the proof; it is removed some time after the decision',
  state VARCHAR(10) NOT NULL COMMENT 'open, approved, declined',
  why VARCHAR(10) NOT NULL DEFAULT '' COMMENT 'declined: proof, person, again, other',
  note VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'what staff wrote down with the decision; for staff alone',
  decided_by BIGINT NULL COMMENT 'who decided',
  decided_at DATETIME(6) NULL COMMENT 'when',
  asked_at DATETIME(6) NOT NULL COMMENT 'when it came',
  PRIMARY KEY (id),
  UNIQUE KEY takeover_public (public_id),
  KEY takeover_state (state, asked_at),
  KEY takeover_application (application, state),
  CONSTRAINT takeover_application FOREIGN KEY (application) REFERENCES application (id),
  CONSTRAINT takeover_decided FOREIGN KEY (decided_by) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='somebody asks to take a business over whose mailbox is dead';

CREATE TABLE handover (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  public_id BINARY(16) NOT NULL COMMENT 'random id',
  organisation BIGINT NOT NULL COMMENT 'for whom somebody else will act',
  account BIGINT NULL COMMENT 'who hands over; NULL: a ministry has approved it',
  takeover BIGINT NULL COMMENT 'what the ministry approved',
  link BIGINT NOT NULL COMMENT 'the link in the new mailbox',
  name VARCHAR(100) NOT NULL COMMENT 'successor',
  mail VARCHAR(50) NOT NULL COMMENT 'address of the successor',
  tel VARCHAR(20) NOT NULL COMMENT 'telephone number of the successor',
  state VARCHAR(10) NOT NULL COMMENT 'asked, done, ended (a newer one, or taken back)',
  successor BIGINT NULL COMMENT 'done: the account that acts from now on',
  asked_at DATETIME(6) NOT NULL COMMENT 'when it was begun',
  done_at DATETIME(6) NULL COMMENT 'when the successor confirmed it',
  PRIMARY KEY (id),
  UNIQUE KEY handover_public (public_id),
  UNIQUE KEY handover_link (link),
  KEY handover_organisation (organisation, state),
  KEY handover_takeover (takeover),
  CONSTRAINT handover_organisation FOREIGN KEY (organisation) REFERENCES organisation (id),
  CONSTRAINT handover_account FOREIGN KEY (account) REFERENCES account (id),
  CONSTRAINT handover_takeover FOREIGN KEY (takeover) REFERENCES takeover (id),
  CONSTRAINT handover_successor FOREIGN KEY (successor) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='引き継ぎ: who acts for a business from now on';

ALTER TABLE session ADD KEY session_organisation (organisation);
