-- What is typed for an application belongs to it under its own public id, 16
-- zero bytes before it: a hash of its number cost the statement of every request
-- more than two tables.

UPDATE kept_form f
  JOIN application p
    ON f.owner = UNHEX(SHA2(CONCAT('application:', p.id), 256))
   SET f.owner = CONCAT(X'00000000000000000000000000000000', p.public_id);

ALTER TABLE kept_form
  MODIFY owner BINARY(32) NOT NULL COMMENT 'hash of the cookie that typed it; zeros and public id of the application';
