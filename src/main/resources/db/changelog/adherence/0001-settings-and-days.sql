--liquibase formatted sql

--changeset rollcall:adherence-1
--validCheckSum: ANY
-- Settings are added to, never changed: each row holds from its day on until a later one does.
CREATE TABLE IF NOT EXISTS adherence_settings (
    id             BIGINT       NOT NULL AUTO_INCREMENT,
    unit_id        BIGINT       NULL,
    effective_from DATE         NOT NULL,
    document       LONGTEXT     NOT NULL CHECK (JSON_VALID(document)),
    changed_at     DATETIME(6)  NOT NULL,
    actor_kind     VARCHAR(10)  NOT NULL,
    actor_id       VARCHAR(100) NOT NULL,
    actor_name     VARCHAR(200) NOT NULL,
    PRIMARY KEY (id),
    KEY adherence_settings_unit (unit_id, effective_from)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

--changeset rollcall:adherence-2 splitStatements:false
--validCheckSum: ANY
CREATE OR REPLACE TRIGGER adherence_settings_no_update BEFORE UPDATE ON adherence_settings FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 1644, MESSAGE_TEXT = 'Adherence settings are added to, never changed';

--changeset rollcall:adherence-3 splitStatements:false
--validCheckSum: ANY
CREATE OR REPLACE TRIGGER adherence_settings_no_delete BEFORE DELETE ON adherence_settings FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 1644, MESSAGE_TEXT = 'Adherence settings are added to, never removed';

--changeset rollcall:adherence-4
--validCheckSum: ANY
-- What the engine found for a day that is over. A cache: it can be dropped and is made again. All
-- durations in microseconds.
CREATE TABLE IF NOT EXISTS adherence_day (
    agent_id         BIGINT       NOT NULL,
    work_date        DATE         NOT NULL,
    unit_id          BIGINT       NOT NULL,
    scheduled        BIGINT       NOT NULL CHECK (scheduled >= 0),
    scheduled_work   BIGINT       NOT NULL CHECK (scheduled_work >= 0),
    working          BIGINT       NOT NULL CHECK (working >= 0),
    neutral          BIGINT       NOT NULL CHECK (neutral >= 0),
    unmapped         BIGINT       NOT NULL CHECK (unmapped >= 0),
    unscheduled_work BIGINT       NOT NULL CHECK (unscheduled_work >= 0),
    raw_in           BIGINT       NOT NULL CHECK (raw_in >= 0),
    raw_out          BIGINT       NOT NULL CHECK (raw_out >= 0),
    tolerated_in     BIGINT       NOT NULL CHECK (tolerated_in >= 0),
    tolerated_out    BIGINT       NOT NULL CHECK (tolerated_out >= 0),
    score_in         BIGINT       NOT NULL CHECK (score_in >= 0),
    score_out        BIGINT       NOT NULL CHECK (score_out >= 0),
    deviations       INT          NOT NULL CHECK (deviations >= 0),
    plan_version     INT          NOT NULL,
    rule_version     VARCHAR(200) NOT NULL,
    computed_at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (agent_id, work_date),
    KEY adherence_day_date (work_date),
    -- Grace and excuses only move time from out to in.
    CONSTRAINT adherence_day_same_whole CHECK (raw_in + raw_out = tolerated_in + tolerated_out
        AND raw_in + raw_out = score_in + score_out)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

--changeset rollcall:adherence-5
--validCheckSum: ANY
-- One row a person, locked while their day records are made or dropped: whoever makes a record reads
-- the timeline only after the lock, so that a record never outlives what it was made from.
CREATE TABLE IF NOT EXISTS adherence_person (
    agent_id BIGINT NOT NULL,
    PRIMARY KEY (agent_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
