-- The work list of a desk: an index for each way to narrow and to order it, so
-- that a page of a million units is a few rows of one of them.

ALTER TABLE review_unit
  ADD COLUMN size TINYINT
    AS (CASE WHEN persons <= 20 THEN 1 WHEN persons <= 100 THEN 2
             WHEN persons <= 1000 THEN 3 ELSE 4 END) STORED
    COMMENT 'class of the head count: to 20, 100, 1000, above; computed'
    AFTER persons,
  ADD KEY review_unit_size (role, ministry, state, size, since, id),
  ADD KEY review_unit_whose (role, ministry, state, assignee, since, id),
  DROP KEY review_unit_search,
  MODIFY COLUMN search_key VARCHAR(400) NOT NULL
    COMMENT 'name for searching, without its legal form in front',
  ADD KEY review_unit_name (role, ministry, search_key, id);
