-- What an office is called where an agent files for its principal: the name as
-- it was typed stays, and the prefix stands before it wherever it is shown
-- (登録要領, フランチャイズ).

ALTER TABLE office
  ADD COLUMN shown_name VARCHAR(204)
    AS (IF(principal = '', name, CONCAT('（', principal, '代理）', name))) VIRTUAL
    COMMENT 'name with the prefix of an agent, if any; for lists, registers, mails';
