--liquibase formatted sql

--changeset rollcall:adherence-8
-- Why somebody changed the settings, in their own words.
ALTER TABLE adherence_settings ADD COLUMN IF NOT EXISTS reason VARCHAR(500) NULL;
