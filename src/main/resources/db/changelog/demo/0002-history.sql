--liquibase formatted sql

--changeset rollcall:demo-2
--validCheckSum: ANY
-- When the demo was founded; what its home-office feed does follows from it.
ALTER TABLE demo_progress ADD COLUMN IF NOT EXISTS founded_at DATETIME(6) NULL;

--changeset rollcall:demo-3
--validCheckSum: ANY
-- Days of history that have been told to the end.
CREATE TABLE IF NOT EXISTS demo_day (
    work_date DATE NOT NULL,
    PRIMARY KEY (work_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
