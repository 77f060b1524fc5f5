--liquibase formatted sql

--changeset rollcall:schedule-0005
--comment Whether an activity asks people to be there. Everything so far does, but for time off; which never does.
alter table activity add column if not exists needs_presence boolean not null default true;

update activity set needs_presence = false where category = 'TIME_OFF' and needs_presence;

alter table activity drop constraint if exists activity_presence;

alter table activity add constraint activity_presence check (category <> 'TIME_OFF' or not needs_presence);
