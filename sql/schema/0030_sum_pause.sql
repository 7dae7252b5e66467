-- Whoever adds or changes thousands of offices at once lets the sums of the
-- version rest meanwhile: kept for each row they cost three times as much as
-- the rows themselves. In one transaction: a row here, the offices, the row
-- gone again, which counts anew. Rolled back, nothing has happened.

CREATE TABLE office_sum_pause (
  version BIGINT NOT NULL COMMENT 'its sums rest for this transaction; never seen by another',
  PRIMARY KEY (version),
  CONSTRAINT office_sum_pause_version FOREIGN KEY (version) REFERENCES version (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='versions whose sums are not kept at this moment';

-- Locks the sums until the end: no other change can come between.
CREATE TRIGGER office_sum_pause_insert AFTER INSERT ON office_sum_pause FOR EACH ROW
  INSERT INTO office_sum (version, offices, persons, without_institution)
  VALUES (NEW.version, 0, 0, 0)
  ON DUPLICATE KEY UPDATE offices = offices;

CREATE TRIGGER office_sum_pause_delete AFTER DELETE ON office_sum_pause FOR EACH ROW
  UPDATE office_sum
     SET offices = (SELECT COUNT(*) FROM office o WHERE o.version = OLD.version),
         persons = (SELECT COALESCE(SUM(o.persons), 0) FROM office o WHERE o.version = OLD.version),
         without_institution = (SELECT COALESCE(SUM(o.inst_secured = 'no'), 0) FROM office o WHERE o.version = OLD.version)
   WHERE version = OLD.version;

CREATE TRIGGER business_sum_pause_clear AFTER DELETE ON office_sum_pause FOR EACH ROW FOLLOWS office_sum_pause_delete
  DELETE FROM business_sum WHERE version = OLD.version;

CREATE TRIGGER business_sum_pause_count AFTER DELETE ON office_sum_pause FOR EACH ROW FOLLOWS business_sum_pause_clear
  INSERT INTO business_sum (version, type, offices, own, external)
  SELECT version, type, COUNT(DISTINCT office), SUM(own), SUM(external)
    FROM business WHERE version = OLD.version GROUP BY version, type;

-- The triggers of 0021, which now look whether they are to rest.
CREATE OR REPLACE TRIGGER office_sum_insert AFTER INSERT ON office FOR EACH ROW
  IF NOT EXISTS (SELECT 1 FROM office_sum_pause p WHERE p.version = NEW.version) THEN
    INSERT INTO office_sum (version, offices, persons, without_institution)
    VALUES (NEW.version, 1, NEW.persons, NEW.inst_secured = 'no')
    ON DUPLICATE KEY UPDATE offices = offices + 1,
       persons = persons + VALUES(persons),
       without_institution = without_institution + VALUES(without_institution); END IF;

CREATE OR REPLACE TRIGGER office_sum_update AFTER UPDATE ON office FOR EACH ROW
  UPDATE office_sum
     SET persons = persons + NEW.persons - OLD.persons,
         without_institution = without_institution
           + (NEW.inst_secured = 'no') - (OLD.inst_secured = 'no')
   WHERE version = NEW.version
     AND (NEW.persons <> OLD.persons OR NEW.inst_secured <> OLD.inst_secured)
     AND NOT EXISTS (SELECT 1 FROM office_sum_pause p WHERE p.version = NEW.version);

CREATE OR REPLACE TRIGGER office_sum_delete AFTER DELETE ON office FOR EACH ROW
  UPDATE office_sum
     SET offices = offices - 1, persons = persons - OLD.persons,
         without_institution = without_institution - (OLD.inst_secured = 'no')
   WHERE version = OLD.version
     AND NOT EXISTS (SELECT 1 FROM office_sum_pause p WHERE p.version = OLD.version);

CREATE OR REPLACE TRIGGER business_sum_insert AFTER INSERT ON business FOR EACH ROW
  IF NOT EXISTS (SELECT 1 FROM office_sum_pause p WHERE p.version = NEW.version) THEN
    INSERT INTO business_sum (version, type, offices, own, external)
    VALUES (NEW.version, NEW.type,
            NOT EXISTS (SELECT 1 FROM business b
                         WHERE b.version = NEW.version AND b.office = NEW.office
                           AND b.position <> NEW.position AND b.type = NEW.type),
            NEW.own, NEW.external)
    ON DUPLICATE KEY UPDATE offices = offices + VALUES(offices),
       own = own + VALUES(own), external = external + VALUES(external); END IF;

CREATE OR REPLACE TRIGGER business_sum_delete AFTER DELETE ON business FOR EACH ROW
  UPDATE business_sum
     SET own = own - OLD.own, external = external - OLD.external,
         offices = offices
           - (NOT EXISTS (SELECT 1 FROM business b
                           WHERE b.version = OLD.version
                             AND b.office = OLD.office
                             AND b.type = OLD.type))
   WHERE version = OLD.version AND type = OLD.type
     AND NOT EXISTS (SELECT 1 FROM office_sum_pause p WHERE p.version = OLD.version);
