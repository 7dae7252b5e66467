-- What else is asked is looked at in the index that serves a list, and only
-- rows that fit are read; where the most people stand first the index has all
-- of it, because backwards nothing is looked at in it otherwise.

ALTER TABLE review_unit
  DROP KEY review_unit_due,
  ADD KEY review_unit_due (role, ministry, state, due_on, id, pref, founder, size, assignee),
  DROP KEY review_unit_persons,
  ADD KEY review_unit_persons (role, ministry, state, persons, id, pref, founder, size, assignee, since, due_on),
  DROP KEY review_unit_size,
  ADD KEY review_unit_size (role, ministry, state, size, since, id, founder),
  DROP KEY review_unit_whose,
  ADD KEY review_unit_whose (role, ministry, state, assignee, since, id, founder, size);
