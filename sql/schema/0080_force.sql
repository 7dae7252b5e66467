-- What comes into force is a version of the registration's own applications
-- that was sent: no program can put anything else there.

CREATE TRIGGER registration_force BEFORE UPDATE ON registration FOR EACH ROW FOLLOWS registration_valid
  IF NEW.version <> OLD.version AND NOT EXISTS
     (SELECT 1 FROM version v JOIN application p ON p.id = v.application
       WHERE v.id = NEW.version AND v.frozen_at IS NOT NULL
         AND NEW.application IN (p.id, p.parent)) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a version of something else'; END IF;
