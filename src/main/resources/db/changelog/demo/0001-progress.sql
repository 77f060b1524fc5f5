--liquibase formatted sql

--changeset rollcall:demo-1
--validCheckSum: ANY
-- Up to when the demo's day simulator has told its story; one row at most.
CREATE TABLE IF NOT EXISTS demo_progress (
    id         TINYINT     NOT NULL CHECK (id = 1),
    told_until DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
