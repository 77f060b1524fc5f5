--liquibase formatted sql

--changeset rollcall:work-0003-inactive-why
--comment Who made somebody inactive in a group, and why: the person and whoever looks after them see it.
alter table work_inactive
    add column if not exists changed_by varchar(200) not null default '' comment 'the name of whoever switched them',
    add column if not exists reason     varchar(500) comment 'in their words';
