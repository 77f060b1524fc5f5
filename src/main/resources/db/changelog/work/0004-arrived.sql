--liquibase formatted sql

--changeset rollcall:work-0004-arrived
--comment What came to a group in a time, for those who plan ahead.
create index if not exists work_item_arrived on work_item (group_id, arrived_at);
