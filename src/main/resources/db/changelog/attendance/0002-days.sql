--liquibase formatted sql

--changeset rollcall:attendance-0002-day
--validCheckSum: ANY
--comment Days that are over, added up. A cache: read off timelines and plans, dropped when either changes, and made again. All durations in microseconds.
create table if not exists attendance_day (
    agent_id          bigint       not null,
    work_date         date         not null,
    basis             varchar(80)  character set ascii not null comment 'what it was read by besides timeline and plans; read by anything else it is as good as missing',
    period_start      datetime(6)  not null,
    period_end        datetime(6)  not null,
    shift_start       datetime(6),
    shift_end         datetime(6),
    first_in          datetime(6),
    last_out          datetime(6),
    late              bigint       not null,
    early             bigint       not null,
    absent            boolean      not null,
    missing_clock_out boolean      not null,
    spent             longtext     not null comment 'clocked-in time by status and reason',
    unknown_time      bigint       not null,
    breaks            int          not null,
    break_time        bigint       not null,
    until_at          datetime(6)  not null comment 'nothing later in the timeline was looked at',
    primary key (agent_id, work_date),
    index attendance_day_by_date (work_date),
    index attendance_day_by_end (agent_id, until_at),
    constraint attendance_day_period check (period_end > period_start and until_at >= period_end),
    constraint attendance_day_shift check ((shift_start is null) = (shift_end is null)),
    constraint attendance_day_spent check (json_valid(spent)),
    constraint attendance_day_times check (late >= 0 and early >= 0 and unknown_time >= 0 and breaks >= 0
        and break_time >= 0)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:attendance-0002-person
--validCheckSum: ANY
--comment One row a person, locked while their days are added up or dropped: whoever adds up reads only after the lock, so that no sum outlives what it was made from.
create table if not exists attendance_person (
    agent_id bigint not null,
    primary key (agent_id)
) engine = InnoDB default character set utf8mb4;
