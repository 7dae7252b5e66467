-- Reference data: what the country, the ministries and the calendar give us.
-- Filled from sql/data by sesshuctl migrate; postal codes also by
-- sesshuctl import-postal. Codes are compared byte by byte.

CREATE TABLE prefecture (
  code CHAR(2) NOT NULL COMMENT 'JIS X 0401: 01 to 47',
  name VARCHAR(10) NOT NULL COMMENT 'with its ending',
  kana VARCHAR(20) NOT NULL COMMENT 'reading in hiragana',
  PRIMARY KEY (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
  COMMENT='Prefectures';

CREATE TABLE city (
  code CHAR(6) NOT NULL COMMENT 'JIS X 0402 and its check digit',
  pref CHAR(2) NOT NULL COMMENT 'prefecture it lies in',
  body CHAR(6) NOT NULL COMMENT 'code of the municipality: a ward of a designated city has the code of that city here, all others their own',
  name VARCHAR(30) NOT NULL COMMENT 'as in addresses: with district, or with the city of a ward',
  kana VARCHAR(60) NOT NULL COMMENT 'reading in hiragana',
  valid_from DATE NOT NULL DEFAULT '1947-05-03' COMMENT 'first day, Japan time',
  valid_to DATE NOT NULL DEFAULT '9999-12-31' COMMENT 'last day, Japan time',
  PRIMARY KEY (code),
  KEY city_pref_name (pref, name),
  KEY city_pref_code (pref, code),
  KEY city_body (body),
  CONSTRAINT city_pref FOREIGN KEY (pref) REFERENCES prefecture (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
  COMMENT='Cities, wards, towns and villages; never deleted, addresses point here';

CREATE TABLE postal (
  zip CHAR(7) NOT NULL COMMENT 'postal code without hyphen',
  kind TINYINT UNSIGNED NOT NULL COMMENT '0 of a town, 1 of a large office',
  no SMALLINT UNSIGNED NOT NULL COMMENT 'counts the places of one code from 1',
  city CHAR(6) NOT NULL COMMENT 'municipality or ward',
  town VARCHAR(60) NOT NULL COMMENT 'town, empty if the code has none',
  town_kana VARCHAR(120) NOT NULL COMMENT 'its reading in hiragana, empty if unknown',
  detail VARCHAR(100) NOT NULL DEFAULT '' COMMENT 'block and number of a large office',
  office VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'name of a large office',
  PRIMARY KEY (zip, kind, no),
  KEY postal_city (city),
  CONSTRAINT postal_city FOREIGN KEY (city) REFERENCES city (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
  COMMENT='Postal codes; replaced as a whole, so nothing points here';

CREATE TABLE holiday (
  day DATE NOT NULL COMMENT 'Japan time',
  name VARCHAR(40) NOT NULL COMMENT 'what is celebrated',
  PRIMARY KEY (day)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
  COMMENT='National holidays; weekends and the turn of the year are known to lib/master/holiday.c';

CREATE TABLE ministry (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal',
  code VARCHAR(12) NOT NULL COMMENT 'short and lower-case, for files and settings',
  name VARCHAR(40) NOT NULL COMMENT 'as shown',
  sort SMALLINT UNSIGNED NOT NULL COMMENT 'place in lists',
  PRIMARY KEY (id),
  UNIQUE KEY ministry_code (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
  COMMENT='Ministries and agencies that check applications';

CREATE TABLE business_type (
  code VARCHAR(12) NOT NULL COMMENT 'T01, below it T01-02, below that T01-02-1; never used again for something else',
  parent VARCHAR(12) NULL COMMENT 'the choice one level up',
  level TINYINT UNSIGNED NOT NULL COMMENT '1 type, 2 first detail, 3 second detail',
  name VARCHAR(100) NOT NULL COMMENT 'as shown in the list',
  class VARCHAR(12) NOT NULL DEFAULT '' COMMENT 'class of the standard: B-1 to B-5, empty where the lines below differ',
  ministry BIGINT NULL COMMENT 'desk that checks it; only where nothing can be chosen below',
  physician TINYINT(1) NOT NULL COMMENT '1: an industrial physician must have been appointed',
  priority TINYINT UNSIGNED NOT NULL COMMENT 'group in the order of vaccination, 1 first',
  valid_from DATE NOT NULL COMMENT 'first day it can be chosen, Japan time',
  valid_to DATE NOT NULL DEFAULT '9999-12-31' COMMENT 'last day it can be chosen, Japan time',
  note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'for administrators',
  PRIMARY KEY (code),
  KEY business_type_parent (parent, code),
  KEY business_type_ministry (ministry),
  CONSTRAINT business_type_parent FOREIGN KEY (parent) REFERENCES business_type (code),
  CONSTRAINT business_type_ministry FOREIGN KEY (ministry) REFERENCES ministry (id),
  CONSTRAINT business_type_top CHECK ((level = 1) = (parent IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
  COMMENT='Types of business and their details, a tree of three levels';

CREATE TABLE parameter (
  name VARCHAR(40) NOT NULL COMMENT 'area.noun',
  valid_from DATE NOT NULL COMMENT 'first day, Japan time; holds until the next one',
  value BIGINT NOT NULL COMMENT 'in the unit',
  unit VARCHAR(20) NOT NULL COMMENT 'what is counted',
  PRIMARY KEY (name, valid_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
  COMMENT='Deadlines and limits that an administrator may change from a day on';

CREATE TABLE data_stamp (
  name VARCHAR(40) NOT NULL COMMENT 'table that was filled',
  data_date DATE NOT NULL COMMENT 'how old the data is, not when it was read',
  source VARCHAR(200) NOT NULL COMMENT 'package or file it came from',
  checksum BIGINT NOT NULL COMMENT 'CRC-32 of the file, 0 for an import by hand',
  row_count BIGINT NOT NULL COMMENT 'rows in the file',
  loaded_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
  COMMENT='Which edition of the reference data is loaded';
