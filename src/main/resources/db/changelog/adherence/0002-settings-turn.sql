--liquibase formatted sql

--changeset rollcall:adherence-6
-- One row, locked while somebody writes settings: whoever comes second sees what the first one wrote.
CREATE TABLE IF NOT EXISTS adherence_settings_turn (
    id TINYINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT adherence_settings_turn_one CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

--changeset rollcall:adherence-7
INSERT IGNORE INTO adherence_settings_turn (id) VALUES (1);
