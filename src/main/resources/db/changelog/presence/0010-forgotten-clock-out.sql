--liquibase formatted sql

--changeset rollcall:presence-0010-forgotten-clock-out
--validCheckSum: ANY
--comment When a clock-out counts as forgotten, and whether somebody who forgot is clocked out by itself.
alter table presence_tracking
    add column if not exists forgotten_after_minutes int not null default 240,
    add column if not exists auto_clock_out boolean not null default false;
alter table presence_tracking drop constraint if exists presence_tracking_forgotten;
alter table presence_tracking add constraint presence_tracking_forgotten check (forgotten_after_minutes between 15 and 720);
