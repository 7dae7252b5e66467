-- Sums of a version's offices, always at hand: the list of offices, and every
-- page that asks how far a draft has come, show them, and counting 50,000
-- offices each time takes a fifth of a second. The server itself keeps them,
-- whoever changes an office; no program may write here.

CREATE TABLE office_sum (
  version BIGINT NOT NULL COMMENT 'of which version',
  offices INT NOT NULL COMMENT 'how many',
  persons BIGINT NOT NULL COMMENT 'sum of office.persons',
  without_institution INT NOT NULL COMMENT 'of them without an institution',
  PRIMARY KEY (version),
  CONSTRAINT office_sum_version FOREIGN KEY (version) REFERENCES version (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what the offices of a version come to; kept by triggers';

CREATE TABLE business_sum (
  version BIGINT NOT NULL COMMENT 'of which version',
  type VARCHAR(12) NOT NULL COMMENT 'business type',
  offices INT NOT NULL COMMENT 'offices that have it',
  own BIGINT NOT NULL COMMENT 'own staff, full-time equivalent',
  external BIGINT NOT NULL COMMENT 'external staff, full-time equivalent',
  PRIMARY KEY (version, type),
  CONSTRAINT business_sum_version FOREIGN KEY (version) REFERENCES version (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='head counts of a version by type of business; kept by triggers';

INSERT INTO office_sum (version, offices, persons, without_institution)
SELECT version, COUNT(*), SUM(persons), SUM(inst_secured = 'no')
  FROM office GROUP BY version;

INSERT INTO business_sum (version, type, offices, own, external)
SELECT version, type, COUNT(DISTINCT office), SUM(own), SUM(external)
  FROM business GROUP BY version, type;

CREATE TRIGGER office_sum_insert AFTER INSERT ON office FOR EACH ROW
  INSERT INTO office_sum (version, offices, persons, without_institution)
  VALUES (NEW.version, 1, NEW.persons, NEW.inst_secured = 'no')
  ON DUPLICATE KEY UPDATE offices = offices + 1,
     persons = persons + VALUES(persons),
     without_institution = without_institution + VALUES(without_institution);

CREATE TRIGGER office_sum_update AFTER UPDATE ON office FOR EACH ROW
  UPDATE office_sum
     SET persons = persons + NEW.persons - OLD.persons,
         without_institution = without_institution
           + (NEW.inst_secured = 'no') - (OLD.inst_secured = 'no')
   WHERE version = NEW.version
     AND (NEW.persons <> OLD.persons OR NEW.inst_secured <> OLD.inst_secured);

-- A foreign key that takes the businesses along would wake no trigger.
CREATE TRIGGER office_sum_business BEFORE DELETE ON office FOR EACH ROW
  DELETE FROM business WHERE version = OLD.version AND office = OLD.number;

CREATE TRIGGER office_sum_delete AFTER DELETE ON office FOR EACH ROW
  UPDATE office_sum
     SET offices = offices - 1, persons = persons - OLD.persons,
         without_institution = without_institution - (OLD.inst_secured = 'no')
   WHERE version = OLD.version;

-- An office counts once for a type, however many details of it it has.
CREATE TRIGGER business_sum_insert AFTER INSERT ON business FOR EACH ROW
  INSERT INTO business_sum (version, type, offices, own, external)
  VALUES (NEW.version, NEW.type,
          NOT EXISTS (SELECT 1 FROM business b
                       WHERE b.version = NEW.version AND b.office = NEW.office
                         AND b.position <> NEW.position AND b.type = NEW.type),
          NEW.own, NEW.external)
  ON DUPLICATE KEY UPDATE offices = offices + VALUES(offices),
     own = own + VALUES(own), external = external + VALUES(external);

CREATE TRIGGER business_sum_delete AFTER DELETE ON business FOR EACH ROW
  UPDATE business_sum
     SET own = own - OLD.own, external = external - OLD.external,
         offices = offices
           - (NOT EXISTS (SELECT 1 FROM business b
                           WHERE b.version = OLD.version
                             AND b.office = OLD.office
                             AND b.type = OLD.type))
   WHERE version = OLD.version AND type = OLD.type;

-- Businesses are replaced, never changed in their place; should somebody do it
-- by hand, the sums must not go wrong unseen.
CREATE TRIGGER business_no_update BEFORE UPDATE ON business FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'replace businesses; sums follow them';
