-- Every request asks whether its account may wear another hat: the account
-- knows how many it has.

ALTER TABLE account
  ADD COLUMN hats INT NOT NULL DEFAULT 0 COMMENT 'memberships it has; kept by triggers' AFTER second_step;

UPDATE account a
   SET a.hats = (SELECT COUNT(*) FROM membership m WHERE m.account = a.id);

CREATE TRIGGER membership_came AFTER INSERT ON membership FOR EACH ROW
  UPDATE account SET hats = hats + 1 WHERE id = NEW.account;

CREATE TRIGGER membership_left AFTER DELETE ON membership FOR EACH ROW
  UPDATE account SET hats = hats - 1 WHERE id = OLD.account;
