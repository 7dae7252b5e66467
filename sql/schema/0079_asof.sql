-- 過去の時点の登録簿: found by when it was made, or by when and how it ended.

ALTER TABLE registration ADD KEY registration_made (at);

ALTER TABLE registration_event
  ADD COLUMN number VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'of the registration, for lists; filled by a trigger' AFTER registration,
  ADD KEY registration_event_made (at, act),
  ADD KEY registration_event_state (state, number, id);

UPDATE registration_event e
   SET e.number = (SELECT r.number FROM registration r WHERE r.id = e.registration);

CREATE TRIGGER registration_event_number BEFORE INSERT ON registration_event FOR EACH ROW
  SET NEW.number = (SELECT r.number FROM registration r WHERE r.id = NEW.registration);
