--liquibase formatted sql

--changeset rollcall:planner-0003-contract
--comment How much somebody works, from a date on. Plans are held against it; it keeps nobody from planning.
create table if not exists contract (
    agent_id       bigint not null,
    effective_from date   not null,
    weekly_minutes int    not null,
    days_a_week    int    not null,
    rest_minutes   int    not null,
    version        bigint not null default 1,
    primary key (agent_id, effective_from),
    constraint contract_weekly check (weekly_minutes between 0 and 10080),
    constraint contract_days check (days_a_week between 0 and 7),
    constraint contract_rest check (rest_minutes between 0 and 2880)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:planner-0003-availability
--comment When somebody can work, by weekday and the clock on the wall. Who says nothing can always work.
create table if not exists availability (
    agent_id  bigint  not null,
    weekday   tinyint not null comment '1 Monday to 7 Sunday',
    starts_at time    not null,
    ends_at   time    not null comment 'at or before the start: on the next day',
    primary key (agent_id, weekday, starts_at),
    constraint availability_weekday check (weekday between 1 and 7)
) engine = InnoDB default character set utf8mb4;
