-- A row of the work list leads to its application without a look at it.

ALTER TABLE review_unit
  ADD COLUMN application_id BINARY(16) NOT NULL DEFAULT 0
    COMMENT 'public id of the application, for lists; set by a trigger'
    AFTER application;

UPDATE review_unit u
  JOIN application p ON p.id = u.application
   SET u.application_id = p.public_id;

CREATE TRIGGER review_unit_application BEFORE INSERT ON review_unit FOR EACH ROW
  SET NEW.application_id = (SELECT public_id FROM application
                             WHERE id = NEW.application);
