-- What the page of a workbook that was read has to say besides.

ALTER TABLE upload
  ADD COLUMN mistakes INT NOT NULL DEFAULT 0 COMMENT 'cells with a mistake; of 10,000 the remarks are kept' AFTER bad,
  ADD COLUMN missing INT NOT NULL DEFAULT 0 COMMENT 'offices of the draft that are not in the workbook' AFTER same,
  ADD COLUMN apart TINYINT NOT NULL DEFAULT 0 COMMENT '1: lines of an office stood apart; it is read twice' AFTER tidied;
