-- What has been done to this database. sesshuctl migrate runs this file every
-- time, the others once each, in the order of their numbers.

CREATE TABLE IF NOT EXISTS schema_migration (
  name VARCHAR(80) NOT NULL COMMENT 'file in sql/schema',
  sha256 BINARY(32) NOT NULL COMMENT 'of the file as it was run',
  applied_at DATETIME(6) NOT NULL COMMENT 'when',
  PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='changes of the tables that were made';
