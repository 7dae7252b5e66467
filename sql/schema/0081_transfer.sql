-- 所管替え: types of business that go to another ministry from a day on. What a
-- desk has of them goes along, with its history.

CREATE TABLE type_transfer (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  public_id BINARY(16) NOT NULL COMMENT 'random id for forms',
  from_ministry BIGINT NOT NULL COMMENT 'whose they were',
  to_ministry BIGINT NOT NULL COMMENT 'whose they become',
  day DATE NOT NULL COMMENT 'first day with the new one, Japan time',
  state VARCHAR(10) NOT NULL DEFAULT 'planned' COMMENT 'planned, moving (what is closed still goes), done, cancelled',
  moved BIGINT NOT NULL DEFAULT 0 COMMENT 'applications that went along',
  account BIGINT NOT NULL COMMENT 'who planned it',
  at DATETIME(6) NOT NULL COMMENT 'when',
  ended_at DATETIME(6) NULL COMMENT 'done or cancelled',
  PRIMARY KEY (id),
  UNIQUE KEY type_transfer_public (public_id),
  KEY type_transfer_due (state, day),
  CONSTRAINT type_transfer_from FOREIGN KEY (from_ministry) REFERENCES ministry (id),
  CONSTRAINT type_transfer_to FOREIGN KEY (to_ministry) REFERENCES ministry (id),
  CONSTRAINT type_transfer_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='所管替え: planned and done';

CREATE TABLE type_transfer_type (
  transfer BIGINT NOT NULL COMMENT 'of which transfer',
  code VARCHAR(12) NOT NULL COMMENT 'what goes: where nothing can be chosen below',
  PRIMARY KEY (transfer, code),
  KEY type_transfer_code (code),
  CONSTRAINT type_transfer_of FOREIGN KEY (transfer) REFERENCES type_transfer (id),
  CONSTRAINT type_transfer_type FOREIGN KEY (code) REFERENCES business_type (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='which types go';

CREATE TABLE type_transfer_item (
  transfer BIGINT NOT NULL COMMENT 'of which transfer',
  application BIGINT NOT NULL COMMENT 'that still has to go',
  PRIMARY KEY (transfer, application),
  CONSTRAINT type_transfer_item FOREIGN KEY (transfer) REFERENCES type_transfer (id),
  CONSTRAINT type_transfer_application FOREIGN KEY (application) REFERENCES application (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what a transfer has still to do; empty when it is done';

-- The counts of a desk follow a unit that goes to another one. What was written
-- to a business goes with what is in force, which not every unit is.

DROP TRIGGER review_unit_messages;

CREATE OR REPLACE TRIGGER review_unit_left AFTER UPDATE ON review_unit FOR EACH ROW
  UPDATE unit_count SET units = units - 1
   WHERE role = OLD.role AND ministry = OLD.ministry AND state = OLD.state
     AND (NEW.state <> OLD.state OR NEW.ministry <> OLD.ministry);

CREATE OR REPLACE TRIGGER review_unit_came AFTER UPDATE ON review_unit FOR EACH ROW FOLLOWS review_unit_left
  IF NEW.state <> OLD.state OR NEW.ministry <> OLD.ministry THEN
    INSERT INTO unit_count (role, ministry, state, units)
    VALUES (NEW.role, NEW.ministry, NEW.state, 1)
    ON DUPLICATE KEY UPDATE units = units + 1; END IF;

CREATE OR REPLACE TRIGGER review_unit_due_left AFTER UPDATE ON review_unit FOR EACH ROW FOLLOWS review_unit_came
  IF OLD.state = 'inquiry' AND OLD.due_on IS NOT NULL
     AND (NEW.state <> 'inquiry' OR NOT NEW.due_on <=> OLD.due_on OR NEW.ministry <> OLD.ministry) THEN
    UPDATE unit_due SET units = units - 1
     WHERE role = OLD.role AND ministry = OLD.ministry AND due_on = OLD.due_on; END IF;

CREATE OR REPLACE TRIGGER review_unit_due_none AFTER UPDATE ON review_unit FOR EACH ROW FOLLOWS review_unit_due_left
  IF OLD.state = 'inquiry' AND OLD.due_on IS NOT NULL
     AND (NEW.state <> 'inquiry' OR NOT NEW.due_on <=> OLD.due_on OR NEW.ministry <> OLD.ministry) THEN
    DELETE FROM unit_due
     WHERE role = OLD.role AND ministry = OLD.ministry AND due_on = OLD.due_on
       AND units = 0; END IF;

CREATE OR REPLACE TRIGGER review_unit_due_came AFTER UPDATE ON review_unit FOR EACH ROW FOLLOWS review_unit_due_none
  IF NEW.state = 'inquiry' AND NEW.due_on IS NOT NULL
     AND (OLD.state <> 'inquiry' OR NOT NEW.due_on <=> OLD.due_on OR NEW.ministry <> OLD.ministry) THEN
    INSERT INTO unit_due (role, ministry, due_on, units)
    VALUES (NEW.role, NEW.ministry, NEW.due_on, 1)
    ON DUPLICATE KEY UPDATE units = units + 1; END IF;
