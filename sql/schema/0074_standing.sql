-- The end of a registration: 失効 (its five years are over), 復活 (within some
-- days after that), 廃止 (by the business), 取消 (by the registrar).

ALTER TABLE registration
  ADD COLUMN ends_on DATE NULL COMMENT 'day from which it holds no longer: past for one that has ended, to come for a 廃止 that was sent in; empty: none but the one after valid_until' AFTER valid_until,
  ADD COLUMN warned TINYINT NOT NULL DEFAULT 0 COMMENT 'which mail before the end was the last: 0 none, 1 to 3; begins again when valid_until moves' AFTER ends_on,
  ADD COLUMN publish_due TINYINT NOT NULL DEFAULT 0 COMMENT '1: the worker writes it into the public register' AFTER warned,
  ADD KEY registration_ends (state, ends_on),
  ADD KEY registration_warned (state, warned, valid_until),
  ADD KEY registration_publish (publish_due);

CREATE TRIGGER registration_valid BEFORE UPDATE ON registration FOR EACH ROW
  SET NEW.warned = IF(NEW.valid_until = OLD.valid_until, NEW.warned, 0);

CREATE TABLE registration_event (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number, later ones are higher',
  registration BIGINT NOT NULL COMMENT 'of which registration',
  act VARCHAR(12) NOT NULL COMMENT 'warn, expire, revive, announce (廃止 of a day to come), abolish, cancel',
  at DATETIME(6) NOT NULL COMMENT 'when it was done',
  account BIGINT NULL COMMENT 'who did it; empty: the worker',
  org BIGINT NULL COMMENT 'for which organisation',
  role VARCHAR(20) NOT NULL COMMENT 'as what; empty: the worker',
  state VARCHAR(12) NOT NULL COMMENT 'of the registration, after it',
  day DATE NULL COMMENT 'of the end; revive: the new last day',
  reason VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'from the list of reasons of the act',
  text VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'the reason in words, shown as written',
  PRIMARY KEY (id),
  KEY registration_event_of (registration, id),
  CONSTRAINT registration_event_registration FOREIGN KEY (registration) REFERENCES registration (id),
  CONSTRAINT registration_event_account FOREIGN KEY (account) REFERENCES account (id),
  CONSTRAINT registration_event_org FOREIGN KEY (org) REFERENCES organisation (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what became of a registration after it was made';
