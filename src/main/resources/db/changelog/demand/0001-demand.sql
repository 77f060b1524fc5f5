--liquibase formatted sql

--changeset rollcall:demand-0001-group
--comment Who writes about the demand of a group takes its turn here.
create table if not exists demand_group (
    group_id bigint not null,
    version  bigint not null default 0 comment 'counts the changes of everything about its demand',
    primary key (group_id)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:demand-0001-volume
--comment What is expected to come in a half hour, and what came where another system counts it.
create table if not exists demand_volume (
    group_id         bigint         not null,
    kind             varchar(8)     character set ascii not null,
    start_at         datetime(6)    not null,
    contacts         decimal(9, 3)  not null,
    handling_seconds int            not null comment 'how long one takes on average',
    origin           varchar(8)     character set ascii not null comment 'who says so',
    primary key (group_id, kind, start_at),
    constraint demand_volume_kind check (kind in ('EXPECTED', 'ARRIVED')),
    constraint demand_volume_origin check (origin = 'GIVEN' or origin = 'FORECAST' and kind = 'EXPECTED'),
    constraint demand_volume_half_hour check (minute(start_at) in (0, 30) and second(start_at) = 0 and microsecond(start_at) = 0),
    constraint demand_volume_contacts check (contacts between 0 and 100000),
    constraint demand_volume_handling check (handling_seconds between 1 and 86400),
    constraint demand_volume_load check (contacts * handling_seconds <= 9000000)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:demand-0001-heads
--comment Heads somebody decided, whatever the volumes would ask for.
create table if not exists demand_heads (
    group_id bigint      not null,
    start_at datetime(6) not null,
    heads    int         not null,
    primary key (group_id, start_at),
    constraint demand_heads_half_hour check (minute(start_at) in (0, 30) and second(start_at) = 0 and microsecond(start_at) = 0),
    constraint demand_heads_heads check (heads between 0 and 10000)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:demand-0001-assumptions
--comment What a group promises and reckons with, from a date on.
create table if not exists demand_assumptions (
    group_id        bigint        not null,
    valid_from      date          not null,
    target          decimal(4, 1) not null comment 'percent answered in time',
    within_seconds  int           not null,
    shrinkage       decimal(4, 1) not null comment 'percent of planned time away from work',
    max_occupancy   decimal(4, 1) not null comment 'percent',
    concurrency     int           not null,
    backlog_minutes int           not null,
    primary key (group_id, valid_from),
    constraint demand_assumptions_target check (target between 1 and 99.9),
    constraint demand_assumptions_within check (within_seconds between 0 and 3600),
    constraint demand_assumptions_shrinkage check (shrinkage between 0 and 80),
    constraint demand_assumptions_occupancy check (max_occupancy between 10 and 100),
    constraint demand_assumptions_concurrency check (concurrency between 1 and 20),
    constraint demand_assumptions_backlog check (backlog_minutes between 30 and 4800 and backlog_minutes mod 30 = 0)
) engine = InnoDB default character set utf8mb4;
