--liquibase formatted sql

--changeset rollcall:schedule-0002
--comment Versions of working days: added, never overwritten. day_plan_current points at the latest one of each day.
create table if not exists day_plan (
    agent_id        bigint        not null,
    plan_date       date          not null,
    version         int           not null,
    note            varchar(1000),
    changed_at      datetime(6)   not null,
    changed_by_kind varchar(10)   character set ascii not null,
    changed_by_id   varchar(100)  not null,
    changed_by      varchar(200)  not null,
    primary key (agent_id, plan_date, version),
    constraint day_plan_version check (version >= 1)
) engine = InnoDB default character set utf8mb4;

create table if not exists planned_activity (
    agent_id  bigint      not null,
    plan_date date        not null,
    version   int         not null,
    position  int         not null,
    activity  varchar(40) character set ascii collate ascii_bin not null,
    starts_at datetime(6) not null,
    ends_at   datetime(6) not null,
    primary key (agent_id, plan_date, version, position),
    constraint planned_activity_plan foreign key (agent_id, plan_date, version)
        references day_plan (agent_id, plan_date, version),
    constraint planned_activity_activity foreign key (activity) references activity (code),
    constraint planned_activity_span check (ends_at > starts_at),
    constraint planned_activity_position check (position between 0 and 199)
) engine = InnoDB default character set utf8mb4;

create table if not exists day_plan_current (
    agent_id  bigint not null,
    plan_date date   not null,
    version   int    not null,
    primary key (agent_id, plan_date),
    constraint day_plan_current_plan foreign key (agent_id, plan_date, version)
        references day_plan (agent_id, plan_date, version)
) engine = InnoDB default character set utf8mb4;
