--liquibase formatted sql

--changeset rollcall:requests-0001-preference
--comment What people would like of each weekday. Wishes, never rules.
create table if not exists preference (
    agent_id bigint      not null,
    weekday  tinyint     not null comment '1 Monday to 7 Sunday',
    time     varchar(7)  character set ascii not null,
    weight   varchar(7)  character set ascii not null,
    primary key (agent_id, weekday, time),
    constraint preference_weekday check (weekday between 1 and 7),
    constraint preference_time check (time in ('EARLY', 'LATE', 'NIGHT', 'DAY_OFF')),
    constraint preference_weight check (weight in ('LIKE', 'DISLIKE'))
) engine = InnoDB default character set utf8mb4;
