-- What an office does, in one word of its row: a page of a list need not read
-- the businesses of each office in it.

ALTER TABLE office
  ADD COLUMN types VARCHAR(260) NOT NULL DEFAULT '' COMMENT 'types of its businesses in their order, each once, commas between; computed' AFTER persons;

UPDATE office o
   SET o.types = COALESCE((SELECT GROUP_CONCAT(DISTINCT b.type ORDER BY b.position)
                             FROM business b
                            WHERE b.version = o.version
                              AND b.office = o.number), '');
