-- Each page of the work list says how many answers are late, and shows the
-- oldest units of a state: neither counts nor looks for anything any more.

CREATE TABLE unit_due (
  role VARCHAR(20) NOT NULL COMMENT 'reviewer, registrar',
  ministry BIGINT NOT NULL COMMENT 'the desk',
  due_on DATE NOT NULL COMMENT 'day until which it is to be answered',
  units BIGINT NOT NULL COMMENT 'how many in state inquiry; no row if none',
  PRIMARY KEY (role, ministry, due_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='inquiries by the day they are to be answered by; kept by triggers, no program may write here';

INSERT INTO unit_due (role, ministry, due_on, units)
SELECT role, ministry, due_on, COUNT(*) FROM review_unit
 WHERE state = 'inquiry' AND due_on IS NOT NULL
 GROUP BY role, ministry, due_on;

CREATE TRIGGER review_unit_due_insert AFTER INSERT ON review_unit FOR EACH ROW
  INSERT INTO unit_due (role, ministry, due_on, units)
  SELECT NEW.role, NEW.ministry, NEW.due_on, 1
    FROM (SELECT 1) one WHERE NEW.state = 'inquiry' AND NEW.due_on IS NOT NULL
  ON DUPLICATE KEY UPDATE units = unit_due.units + 1;

CREATE TRIGGER review_unit_due_left AFTER UPDATE ON review_unit FOR EACH ROW FOLLOWS review_unit_types
  IF OLD.state = 'inquiry' AND OLD.due_on IS NOT NULL
     AND (NEW.state <> 'inquiry' OR NOT NEW.due_on <=> OLD.due_on) THEN
    UPDATE unit_due SET units = units - 1
     WHERE role = OLD.role AND ministry = OLD.ministry AND due_on = OLD.due_on; END IF;

CREATE TRIGGER review_unit_due_none AFTER UPDATE ON review_unit FOR EACH ROW FOLLOWS review_unit_due_left
  IF OLD.state = 'inquiry' AND OLD.due_on IS NOT NULL
     AND (NEW.state <> 'inquiry' OR NOT NEW.due_on <=> OLD.due_on) THEN
    DELETE FROM unit_due
     WHERE role = OLD.role AND ministry = OLD.ministry AND due_on = OLD.due_on
       AND units = 0; END IF;

CREATE TRIGGER review_unit_due_came AFTER UPDATE ON review_unit FOR EACH ROW FOLLOWS review_unit_due_none
  IF NEW.state = 'inquiry' AND NEW.due_on IS NOT NULL
     AND (OLD.state <> 'inquiry' OR NOT NEW.due_on <=> OLD.due_on) THEN
    INSERT INTO unit_due (role, ministry, due_on, units)
    VALUES (NEW.role, NEW.ministry, NEW.due_on, 1)
    ON DUPLICATE KEY UPDATE units = units + 1; END IF;

ALTER TABLE review_unit
  DROP KEY review_unit_since,
  ADD KEY review_unit_since (role, ministry, state, since, id, application_id, receipt, name, pref, offices, persons, due_on, assignee);

-- Names of colleagues are read by all screens of the desk, each once a minute.
ALTER TABLE membership ADD KEY membership_role (role, account);
