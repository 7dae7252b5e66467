-- 接種実施医療機関が未確保の事業所: which registered businesses have offices
-- without an institution in the version in force, desk by desk. Triggers keep
-- it whenever a version comes into force (registration_version) or a
-- registration ends or comes back, so that no program can forget it, a list of
-- a million businesses is read from one index, and nothing is counted anew.

CREATE TABLE registration_missing (
  registration BIGINT NOT NULL COMMENT 'of which registration',
  role VARCHAR(20) NOT NULL COMMENT 'whose list it stands on: reviewer, its part alone; registrar, all of it',
  ministry BIGINT NOT NULL COMMENT 'the desk; 0: the registrar',
  active TINYINT NOT NULL COMMENT '1: the registration holds; 0: it has ended and may come back',
  application BIGINT NOT NULL COMMENT 'the application that was registered',
  application_id BINARY(16) NOT NULL COMMENT 'its public id, for lists',
  version BIGINT NOT NULL COMMENT 'in force; the last one that was counted',
  number VARCHAR(20) NOT NULL COMMENT 'registration number, for lists',
  name VARCHAR(100) NOT NULL COMMENT 'business, for lists',
  search_key VARCHAR(400) NOT NULL COMMENT 'name for searching, without its legal form in front',
  pref VARCHAR(2) NOT NULL COMMENT 'prefecture of the business',
  offices INT NOT NULL COMMENT 'offices without an institution, of this desk; never 0',
  since DATETIME(6) NOT NULL COMMENT 'since when there has always been one',
  step INT NOT NULL DEFAULT 0 COMMENT 'which reminder is the next: 0 at once, 1 after 30 days …',
  remind_on DATE NULL COMMENT 'its day; row of the registrar alone',
  reminded_at DATETIME(6) NULL COMMENT 'when the last one was sent',
  PRIMARY KEY (registration, role, ministry),
  KEY registration_missing_since (role, ministry, active, since, registration),
  KEY registration_missing_pref (role, ministry, active, pref, since, registration),
  KEY registration_missing_name (role, ministry, active, search_key, registration),
  KEY registration_missing_offices (role, ministry, active, offices, registration, since, pref),
  KEY registration_missing_number (role, ministry, active, number),
  KEY registration_missing_remind (role, active, remind_on),
  CONSTRAINT registration_missing_registration FOREIGN KEY (registration) REFERENCES registration (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='businesses with offices without an institution; kept by triggers';

CREATE TABLE missing_day (
  role VARCHAR(20) NOT NULL COMMENT 'reviewer, registrar',
  ministry BIGINT NOT NULL COMMENT 'the desk',
  day DATE NOT NULL COMMENT 'Japanese day since which they lie open',
  businesses BIGINT NOT NULL COMMENT 'how many; no row if none',
  offices BIGINT NOT NULL COMMENT 'offices of them without an institution',
  PRIMARY KEY (role, ministry, day)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='sums of registration_missing; kept by triggers, no program may write here';

INSERT INTO registration_missing (registration, role, ministry, active, application, application_id, version, number, name, search_key, pref, offices, since, remind_on)
SELECT r.id, 'registrar', 0, r.state = 'active', p.id, p.public_id, r.version, r.number, a.name,
       COALESCE((SELECT u.search_key FROM review_unit u WHERE u.application = p.id LIMIT 1), ''),
       a.at_pref, s.without_institution, r.at, DATE(r.at + INTERVAL 9 HOUR)
  FROM registration r
  JOIN application p ON p.id = r.application
  JOIN applicant a ON a.version = r.version
  JOIN office_sum s ON s.version = r.version AND s.without_institution > 0;

INSERT INTO registration_missing (registration, role, ministry, active, application, application_id, version, number, name, search_key, pref, offices, since)
SELECT m.registration, 'reviewer', v.ministry, m.active, m.application, m.application_id, m.version, m.number, m.name, m.search_key, m.pref, COUNT(*), m.since
  FROM registration_missing m
  JOIN version_part v ON v.version = m.version
  JOIN office o ON o.version = v.version AND o.number = v.office AND o.inst_secured <> 'yes'
 GROUP BY m.registration, v.ministry, m.active, m.application, m.application_id, m.version, m.number, m.name, m.search_key, m.pref, m.since;

INSERT INTO missing_day (role, ministry, day, businesses, offices)
SELECT role, ministry, DATE(since + INTERVAL 9 HOUR), COUNT(*), SUM(offices)
  FROM registration_missing WHERE active = 1
 GROUP BY role, ministry, DATE(since + INTERVAL 9 HOUR);

CREATE TRIGGER registration_missing_whole AFTER INSERT ON registration_version FOR EACH ROW
  INSERT INTO registration_missing (registration, role, ministry, active, application, application_id, version, number, name, search_key, pref, offices, since, remind_on)
  SELECT r.id, 'registrar', 0, r.state = 'active', p.id, p.public_id, NEW.version, r.number, a.name,
         COALESCE((SELECT u.search_key FROM review_unit u WHERE u.application = NEW.application LIMIT 1),
                  (SELECT u.search_key FROM review_unit u WHERE u.application = p.id LIMIT 1), ''),
         a.at_pref, s.without_institution, NEW.from_at, DATE(NEW.from_at + INTERVAL 9 HOUR)
    FROM registration r
    JOIN application p ON p.id = r.application
    JOIN applicant a ON a.version = NEW.version
    JOIN office_sum s ON s.version = NEW.version AND s.without_institution > 0
   WHERE r.id = NEW.registration
  ON DUPLICATE KEY UPDATE active = VALUES(active), version = VALUES(version), name = VALUES(name),
     search_key = VALUES(search_key), pref = VALUES(pref), offices = VALUES(offices);

CREATE TRIGGER registration_missing_part AFTER INSERT ON registration_version FOR EACH ROW FOLLOWS registration_missing_whole
  INSERT INTO registration_missing (registration, role, ministry, active, application, application_id, version, number, name, search_key, pref, offices, since, reminded_at)
  SELECT m.registration, 'reviewer', v.ministry, m.active, m.application, m.application_id, m.version, m.number, m.name, m.search_key, m.pref, COUNT(*), NEW.from_at, m.reminded_at
    FROM registration_missing m
    JOIN version_part v ON v.version = m.version
    JOIN office o ON o.version = v.version AND o.number = v.office AND o.inst_secured <> 'yes'
   WHERE m.registration = NEW.registration AND m.role = 'registrar' AND m.version = NEW.version
   GROUP BY m.registration, v.ministry, m.active, m.application, m.application_id, m.version, m.number, m.name, m.search_key, m.pref, m.reminded_at
  ON DUPLICATE KEY UPDATE active = VALUES(active), version = VALUES(version), name = VALUES(name),
     search_key = VALUES(search_key), pref = VALUES(pref), offices = VALUES(offices);

CREATE TRIGGER registration_missing_none AFTER INSERT ON registration_version FOR EACH ROW FOLLOWS registration_missing_part
  DELETE FROM registration_missing
   WHERE registration = NEW.registration AND version <> NEW.version;

CREATE TRIGGER registration_missing_state AFTER UPDATE ON registration FOR EACH ROW
  IF NEW.state <> OLD.state THEN
    UPDATE registration_missing SET active = (NEW.state = 'active')
     WHERE registration = NEW.id; END IF;

CREATE TRIGGER missing_day_insert AFTER INSERT ON registration_missing FOR EACH ROW
  INSERT INTO missing_day (role, ministry, day, businesses, offices)
  SELECT NEW.role, NEW.ministry, DATE(NEW.since + INTERVAL 9 HOUR), 1, NEW.offices
    FROM (SELECT 1) one WHERE NEW.active = 1
  ON DUPLICATE KEY UPDATE businesses = missing_day.businesses + 1, offices = missing_day.offices + NEW.offices;

CREATE TRIGGER missing_day_left AFTER UPDATE ON registration_missing FOR EACH ROW
  IF OLD.active = 1 AND (NEW.active <> 1 OR NEW.offices <> OLD.offices OR NEW.since <> OLD.since) THEN
    UPDATE missing_day SET businesses = businesses - 1, offices = offices - OLD.offices
     WHERE role = OLD.role AND ministry = OLD.ministry AND day = DATE(OLD.since + INTERVAL 9 HOUR); END IF;

CREATE TRIGGER missing_day_came AFTER UPDATE ON registration_missing FOR EACH ROW FOLLOWS missing_day_left
  IF NEW.active = 1 AND (OLD.active <> 1 OR NEW.offices <> OLD.offices OR NEW.since <> OLD.since) THEN
    INSERT INTO missing_day (role, ministry, day, businesses, offices)
    VALUES (NEW.role, NEW.ministry, DATE(NEW.since + INTERVAL 9 HOUR), 1, NEW.offices)
    ON DUPLICATE KEY UPDATE businesses = businesses + 1, offices = offices + NEW.offices; END IF;

CREATE TRIGGER missing_day_none AFTER UPDATE ON registration_missing FOR EACH ROW FOLLOWS missing_day_came
  IF OLD.active = 1 AND NEW.active <> 1 THEN
    DELETE FROM missing_day
     WHERE role = OLD.role AND ministry = OLD.ministry AND day = DATE(OLD.since + INTERVAL 9 HOUR) AND businesses = 0; END IF;

CREATE TRIGGER missing_day_delete AFTER DELETE ON registration_missing FOR EACH ROW
  UPDATE missing_day SET businesses = businesses - 1, offices = offices - OLD.offices
   WHERE OLD.active = 1 AND role = OLD.role AND ministry = OLD.ministry AND day = DATE(OLD.since + INTERVAL 9 HOUR);

CREATE TRIGGER missing_day_gone AFTER DELETE ON registration_missing FOR EACH ROW FOLLOWS missing_day_delete
  DELETE FROM missing_day
   WHERE OLD.active = 1 AND role = OLD.role AND ministry = OLD.ministry AND day = DATE(OLD.since + INTERVAL 9 HOUR) AND businesses = 0;
