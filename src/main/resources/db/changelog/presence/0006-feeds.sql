--liquibase formatted sql

--changeset rollcall:presence-0006-last-of-a-kind
--comment When a source last told of something, and when it last only said that it is alive, without reading all between.
alter table presence_event add index if not exists presence_event_by_source_kind (source, kind, occurred_at);
