-- users.sql - the database and its users; what each may do: sql/grants.sql.
-- The server's administrator runs it, once or again. Identification: make run
-- gives passwords; a server of its own asks the system who calls.
CREATE DATABASE IF NOT EXISTS @DB_NAME@
  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE USER IF NOT EXISTS sesshu_owner@localhost;
CREATE USER IF NOT EXISTS sesshu_public@localhost;
CREATE USER IF NOT EXISTS sesshu_intranet@localhost;
CREATE USER IF NOT EXISTS sesshu_worker@localhost;

-- Creates and changes tables (sesshuctl migrate), and nothing outside.
ALTER USER sesshu_owner@localhost @IDENTIFIED_OWNER@;
GRANT ALL ON @DB_NAME@.* TO sesshu_owner@localhost;

-- A statement of a page may not run for long, and one kind of program may not
-- take all connections (security DB-03).
ALTER USER sesshu_public@localhost @IDENTIFIED_PUBLIC@
  WITH MAX_STATEMENT_TIME 10 MAX_USER_CONNECTIONS 150;
ALTER USER sesshu_intranet@localhost @IDENTIFIED_INTRANET@
  WITH MAX_STATEMENT_TIME 10 MAX_USER_CONNECTIONS 100;
ALTER USER sesshu_worker@localhost @IDENTIFIED_WORKER@
  WITH MAX_USER_CONNECTIONS 20;
