-- After registration: a change notice (変更届出) and a renewal (更新) are
-- applications of their own that belong to the one that was registered. Their
-- version 1 is a copy of what was in force when they were begun, so that what
-- they change is the difference of two of their own versions.

ALTER TABLE application
  ADD COLUMN kind VARCHAR(10) NOT NULL DEFAULT 'first' COMMENT 'first: 登録申請; change: 変更届出; renewal: 更新' AFTER state,
  ADD COLUMN parent BIGINT NULL COMMENT 'change, renewal: the application that was registered' AFTER kind,
  ADD COLUMN origin BIGINT NULL COMMENT 'change, renewal: the version that was in force when it was begun' AFTER parent,
  ADD COLUMN base BIGINT NULL COMMENT 'change, renewal: its own version that what it changes is counted from' AFTER origin,
  ADD COLUMN secured_on DATE NULL COMMENT 'change: day from which a newly secured institution counts' AFTER sent_at,
  ADD KEY application_parent (parent, state),
  ADD KEY application_organisation (organisation, parent),
  ADD CONSTRAINT application_parent FOREIGN KEY (parent) REFERENCES application (id),
  ADD CONSTRAINT application_origin FOREIGN KEY (origin) REFERENCES version (id),
  ADD CONSTRAINT application_base FOREIGN KEY (base) REFERENCES version (id);

-- The list of a desk says what it is; its first index has all that it shows.
ALTER TABLE review_unit
  ADD COLUMN kind VARCHAR(10) NOT NULL DEFAULT 'first' COMMENT 'as in the application, for lists' AFTER application_id,
  DROP KEY review_unit_since,
  ADD KEY review_unit_since (role, ministry, state, since, id, application_id, receipt, name, pref, offices, persons, due_on, assignee, kind);

CREATE TABLE registration_version (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number, later ones are higher',
  registration BIGINT NOT NULL COMMENT 'of which registration',
  version BIGINT NOT NULL COMMENT 'that came into force',
  application BIGINT NOT NULL COMMENT 'by which application: the first, a change, a renewal',
  kind VARCHAR(10) NOT NULL COMMENT 'first, change, light (軽微: at once, without a desk), renewal',
  from_at DATETIME(6) NOT NULL COMMENT 'from when on, until the next one',
  PRIMARY KEY (id),
  KEY registration_version_at (registration, from_at),
  CONSTRAINT registration_version_registration FOREIGN KEY (registration) REFERENCES registration (id),
  CONSTRAINT registration_version_version FOREIGN KEY (version) REFERENCES version (id),
  CONSTRAINT registration_version_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='which version of a registration was in force when';

INSERT INTO registration_version (registration, version, application, kind, from_at)
SELECT id, version, application, 'first', at FROM registration;
