-- メッセージ: what a registered business and a desk write to each other. A
-- thread belongs to one business and one desk; nobody else sees it.

CREATE TABLE message_thread (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  public_id BINARY(16) NOT NULL COMMENT 'random id for URLs',
  organisation BIGINT NOT NULL COMMENT 'the business',
  application BIGINT NOT NULL COMMENT 'its application that was registered',
  role VARCHAR(20) NOT NULL COMMENT 'reviewer: the desk of a ministry; registrar: the desk that registers',
  ministry BIGINT NOT NULL COMMENT 'the desk; 0: the registrar',
  subject VARCHAR(100) NOT NULL COMMENT 'what it is about',
  state VARCHAR(10) NOT NULL DEFAULT 'open' COMMENT 'open, closed; the next message opens it again',
  begun_by VARCHAR(10) NOT NULL COMMENT 'business, desk',
  created_at DATETIME(6) NOT NULL COMMENT 'when it was begun',
  last_at DATETIME(6) NOT NULL COMMENT 'when the last message was sent',
  business_unread TINYINT NOT NULL DEFAULT 0 COMMENT '1: the business has not read all of it',
  desk_unread TINYINT NOT NULL DEFAULT 0 COMMENT '1: the desk has not read all of it',
  PRIMARY KEY (id),
  UNIQUE KEY message_thread_public (public_id),
  KEY message_thread_business (application, last_at, id),
  KEY message_thread_desk (role, ministry, last_at, id),
  KEY message_thread_unread (role, ministry, desk_unread, last_at, id),
  CONSTRAINT message_thread_organisation FOREIGN KEY (organisation) REFERENCES organisation (id),
  CONSTRAINT message_thread_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='メッセージ: a business and a desk about one matter';

CREATE TABLE message (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number, later ones are higher',
  thread BIGINT NOT NULL COMMENT 'in which thread',
  side VARCHAR(10) NOT NULL COMMENT 'business, desk: who wrote it',
  account BIGINT NOT NULL COMMENT 'the person; a business reads the name of the desk alone',
  text VARCHAR(4000) NOT NULL COMMENT 'as it was written',
  at DATETIME(6) NOT NULL COMMENT 'when it was sent',
  read_at DATETIME(6) NULL COMMENT 'when the other side first saw it',
  read_by BIGINT NULL COMMENT 'who that was',
  PRIMARY KEY (id),
  KEY message_thread (thread, id),
  CONSTRAINT message_in_thread FOREIGN KEY (thread) REFERENCES message_thread (id),
  CONSTRAINT message_account FOREIGN KEY (account) REFERENCES account (id),
  CONSTRAINT message_read_by FOREIGN KEY (read_by) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='one message; never changed after it was sent';

CREATE TABLE message_file (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'internal number',
  application BIGINT NOT NULL COMMENT 'to or of which business',
  account BIGINT NOT NULL COMMENT 'who attached it; nobody else sees it before it is sent',
  thread BIGINT NULL COMMENT 'written in which thread; none: one that is not begun yet',
  message BIGINT NULL COMMENT 'sent with which message; none: not sent yet',
  file BIGINT NOT NULL COMMENT 'the file',
  created_at DATETIME(6) NOT NULL COMMENT 'when it was attached',
  removed_at DATETIME(6) NULL COMMENT 'taken back before sending',
  PRIMARY KEY (id),
  KEY message_file_message (thread, message),
  KEY message_file_waiting (account, application, message),
  KEY message_file_file (file),
  CONSTRAINT message_file_application FOREIGN KEY (application) REFERENCES application (id),
  CONSTRAINT message_file_account FOREIGN KEY (account) REFERENCES account (id),
  CONSTRAINT message_file_thread FOREIGN KEY (thread) REFERENCES message_thread (id),
  CONSTRAINT message_file_sent FOREIGN KEY (message) REFERENCES message (id),
  CONSTRAINT message_file_file FOREIGN KEY (file) REFERENCES file (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='a document that goes with a message';

-- Where a unit moves to another desk, what was written about it goes along.
CREATE TRIGGER review_unit_messages AFTER UPDATE ON review_unit FOR EACH ROW
  IF NEW.ministry <> OLD.ministry THEN
    UPDATE message_thread
       SET ministry = NEW.ministry
     WHERE application = (SELECT COALESCE(parent, id) FROM application
                           WHERE id = NEW.application)
       AND role = OLD.role AND ministry = OLD.ministry; END IF;
