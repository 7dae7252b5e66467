-- 定期処理: what the worker does now and then, so that administrators see it.

CREATE TABLE worker_job (
  name VARCHAR(20) NOT NULL COMMENT 'job, as the worker calls it',
  period BIGINT NOT NULL COMMENT 'seconds from one run to the next',
  enrolled_at DATETIME(6) NOT NULL COMMENT 'when a worker first said that it has this job',
  started_at DATETIME(6) NULL COMMENT 'last run: when it began',
  ended_at DATETIME(6) NULL COMMENT 'last run: when it was over',
  result VARCHAR(12) NOT NULL DEFAULT '' COMMENT 'last run: ok, or the status it failed with; empty: none yet',
  note VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'failed: what the program said; nothing personal',
  done BIGINT NOT NULL DEFAULT 0 COMMENT 'last run: how many mails, rows, files it dealt with',
  failures INT NOT NULL DEFAULT 0 COMMENT 'how often in a row it failed',
  next_at DATETIME(6) NOT NULL COMMENT 'when it is due again',
  requested_at DATETIME(6) NULL COMMENT 'an administrator wants it to run now; no worker has taken that up yet',
  PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='jobs of the worker and how their last run went';
