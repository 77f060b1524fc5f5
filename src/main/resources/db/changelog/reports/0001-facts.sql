--liquibase formatted sql

--changeset rollcall:reports-0001-day
--validCheckSum: ANY
--comment What reports add up of a day that is over. A cache: judged from plans, timelines, excuses and rules, dropped when any of them changes, and made again. All durations in microseconds.
create table if not exists report_day (
    agent_id           bigint       not null,
    work_date          date         not null,
    unit_id            bigint       not null,
    basis              varchar(210) character set ascii not null comment 'the formula and the rules it was judged by; judged by others it is as good as missing',
    planned            boolean      not null,
    scheduled          bigint       not null,
    scheduled_work     bigint       not null,
    working            bigint       not null,
    neutral            bigint       not null,
    unmapped           bigint       not null,
    unscheduled_work   bigint       not null,
    raw_in             bigint       not null,
    raw_out            bigint       not null,
    tolerated_in       bigint       not null,
    tolerated_out      bigint       not null,
    score_in           bigint       not null,
    score_out          bigint       not null,
    deviations         int          not null,
    late               int          not null,
    early              int          not null,
    absent             int          not null,
    middle             int          not null,
    breaks             int          not null,
    missed_breaks      int          not null,
    overrun            bigint       not null,
    changed_afterwards bigint       not null,
    planned_afterwards boolean      not null,
    primary key (agent_id, work_date),
    index report_day_by_date (work_date),
    constraint report_day_times check (scheduled >= 0 and scheduled_work >= 0 and working >= 0 and neutral >= 0 and unmapped >= 0
        and unscheduled_work >= 0 and raw_out >= 0 and tolerated_out >= 0 and score_out >= 0 and overrun >= 0 and changed_afterwards >= 0),
    constraint report_day_same_whole check (raw_in + raw_out = tolerated_in + tolerated_out and raw_in + raw_out = score_in + score_out),
    constraint report_day_counts check (late >= 0 and early >= 0 and absent >= 0 and middle >= 0 and missed_breaks >= 0 and breaks >= missed_breaks)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:reports-0001-activity
--validCheckSum: ANY
--comment The same by what was planned; '-' stands for what lies outside the plan.
create table if not exists report_activity (
    agent_id      bigint      not null,
    work_date     date        not null,
    activity      varchar(40) character set utf8mb4 collate utf8mb4_nopad_bin not null,
    category      varchar(10) character set ascii,
    scheduled     bigint      not null,
    whole         bigint      not null comment 'what counts one way or the other',
    raw_out       bigint      not null,
    tolerated_out bigint      not null,
    score_out     bigint      not null,
    away          bigint      not null comment 'out although work was planned',
    late          int         not null,
    early         int         not null,
    absent        int         not null,
    middle        int         not null,
    slots         bigint      not null comment 'a bit for each half hour of the clock it was planned in',
    primary key (agent_id, work_date, activity),
    constraint report_activity_day foreign key (agent_id, work_date) references report_day (agent_id, work_date) on delete cascade,
    constraint report_activity_times check (scheduled >= 0 and score_out >= 0 and tolerated_out >= score_out and raw_out >= tolerated_out
        and whole >= raw_out and away >= 0 and away <= raw_out)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:reports-0001-deviation
--validCheckSum: ANY
--comment Where a day's plan was not kept, as far as it counts against the score.
create table if not exists report_deviation (
    agent_id   bigint       not null,
    work_date  date         not null,
    number     int          not null,
    started_at datetime(6)  not null,
    slot       tinyint      not null comment 'the half hour of the clock it began in',
    slots      bigint       not null comment 'a bit for each half hour it touched',
    activity   varchar(40)  character set utf8mb4 collate utf8mb4_nopad_bin not null,
    way        varchar(12)  character set ascii not null,
    about      varchar(40)  character set utf8mb4 collate utf8mb4_nopad_bin not null comment 'what was not done as planned, or what came before it and went on',
    positive   boolean      not null comment 'worked although something else was planned',
    counted    bigint       not null,
    primary key (agent_id, work_date, number),
    constraint report_deviation_day foreign key (agent_id, work_date) references report_day (agent_id, work_date) on delete cascade,
    constraint report_deviation_slot check (slot between 0 and 47 and counted > 0)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:reports-0001-person
--validCheckSum: ANY
--comment One row a person, locked while their days are added up or dropped: whoever adds up reads only after the lock, so that no sum outlives what it was made from.
create table if not exists report_person (
    agent_id bigint not null,
    primary key (agent_id)
) engine = InnoDB default character set utf8mb4;
