--liquibase formatted sql

--changeset rollcall:presence-0009-corrections
--validCheckSum: ANY
--comment A span of the past that was corrected: two rows, where it begins and where it ends. What was reported stays, beneath.
alter table presence_event
    drop constraint if exists presence_event_kind,
    drop constraint if exists presence_event_status,
    drop constraint if exists presence_event_correction;
alter table presence_event
    add constraint presence_event_kind check (kind in ('STATUS', 'WORK_STARTED', 'WORK_ENDED', 'HEARTBEAT', 'CORRECTED', 'CORRECT_END')),
    add constraint presence_event_status check ((kind in ('STATUS', 'CORRECTED')) = (base is not null)),
    add constraint presence_event_correction check (kind not in ('CORRECTED', 'CORRECT_END') or source_sequence is not null);
