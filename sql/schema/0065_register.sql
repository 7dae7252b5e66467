-- 登録事業者の公開: what everybody may read of a registration, and nothing else.
-- Written by the registering itself, from the version that was registered. No
-- table points from here to an application, so that no page of the public
-- register can show more by mistake.

CREATE TABLE register_business (
  id BIGINT NOT NULL COMMENT 'the registration; later ones are higher',
  number VARCHAR(20) NOT NULL COMMENT 'registration number, stands in addresses',
  name VARCHAR(100) NOT NULL COMMENT 'business',
  search_key VARCHAR(810) NOT NULL COMMENT 'name and reading for searching',
  types VARCHAR(260) NOT NULL COMMENT 'types of business, commas between',
  offices INT NOT NULL COMMENT 'registered offices',
  registered_on DATE NOT NULL COMMENT 'Japanese day',
  valid_until DATE NOT NULL COMMENT 'last day; not shown',
  PRIMARY KEY (id),
  UNIQUE KEY register_business_number (number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='public register: businesses';

CREATE TABLE register_office (
  business BIGINT NOT NULL COMMENT 'of which business',
  number INT NOT NULL COMMENT 'as in the application',
  name VARCHAR(300) NOT NULL COMMENT 'office, with the prefix of an agent',
  pref VARCHAR(2) NOT NULL COMMENT 'prefecture',
  city VARCHAR(6) NOT NULL COMMENT 'municipality code with check digit',
  town VARCHAR(200) NOT NULL COMMENT 'town, number, building',
  types VARCHAR(260) NOT NULL COMMENT 'types of business, commas between',
  PRIMARY KEY (business, number),
  CONSTRAINT register_office_business FOREIGN KEY (business) REFERENCES register_business (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='public register: offices';

-- Every combination of type and place that somebody may look for, and who has
-- an office of that kind there, the newest at hand: whatever is asked, a page
-- is read from one stretch of this key.
CREATE TABLE register_cell (
  type VARCHAR(12) NOT NULL COMMENT 'type of business; empty: any',
  place VARCHAR(6) NOT NULL COMMENT 'prefecture or municipality; empty: anywhere',
  business BIGINT NOT NULL COMMENT 'who has an office of that type there',
  PRIMARY KEY (type, place, business),
  KEY register_cell_business (business),
  CONSTRAINT register_cell_business FOREIGN KEY (business) REFERENCES register_business (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='public register: who is where with what';

-- A part of a name is the beginning of one of its endings.
CREATE TABLE register_ending (
  ending VARCHAR(16) NOT NULL COMMENT 'the key of a name or reading from one of its letters on, cut',
  business BIGINT NOT NULL COMMENT 'whose name it is',
  PRIMARY KEY (ending, business),
  KEY register_ending_business (business),
  CONSTRAINT register_ending_business FOREIGN KEY (business) REFERENCES register_business (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='public register: parts of names';

CREATE TABLE register_stamp (
  id TINYINT NOT NULL COMMENT 'always 1',
  changes BIGINT NOT NULL COMMENT 'counts changes of the public register: copies of its pages are older than that',
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='public register: how often it changed';

INSERT INTO register_stamp (id, changes) VALUES (1, 0);
