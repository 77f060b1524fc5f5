--liquibase formatted sql

--changeset rollcall:presence-0011-expected-return
--comment When somebody who is unavailable means to be back, as they said. Not part of the status: nothing happens by itself then.
alter table presence_event add column if not exists expected_return datetime(6);
