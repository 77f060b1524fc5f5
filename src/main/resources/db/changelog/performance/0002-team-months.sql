--liquibase formatted sql

--changeset rollcall:performance-0002-team-month
--validCheckSum: ANY
--comment Months of which it is settled what teams achieved. Counted once: a figure that moved would tell who moved it.
create table if not exists performance_team_month (
    month      date        not null comment 'its first day',
    counted_at datetime(6) not null,
    constraint performance_team_month_pk primary key (month),
    constraint performance_team_month_first check (dayofmonth(month) = 1)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:performance-0002-team-line
--validCheckSum: ANY
--comment What a team achieved in a month; no figures where it, or another with it, would tell of fewer than five people.
create table if not exists performance_team_line (
    month          date           not null,
    metric         varchar(30)    character set ascii not null,
    currency       varchar(3)     character set ascii not null comment 'empty: a count',
    subject_kind   varchar(12)    character set ascii not null,
    subject_id     bigint         not null comment '0: the organisation',
    people         int            null comment 'null: nothing is told',
    total          decimal(19, 4) null,
    lower_quartile decimal(19, 4) null,
    median         decimal(19, 4) null,
    upper_quartile decimal(19, 4) null,
    constraint performance_team_line_pk primary key (month, metric, currency, subject_kind, subject_id),
    constraint performance_team_line_month foreign key (month) references performance_team_month (month),
    constraint performance_team_line_subject check (subject_kind in ('ORGANISATION', 'UNIT', 'GROUP')
        and (subject_kind = 'ORGANISATION') = (subject_id = 0)),
    constraint performance_team_line_metric check (metric in ('PAYMENTS_COLLECTED', 'SERVICES_RAISED', 'COMPLAINTS_REGISTERED', 'TOTAL_CALLS')),
    constraint performance_team_line_fewest check (people is null or people >= 5),
    constraint performance_team_line_whole check ((people is null) = (total is null)
        and (people is null) = (lower_quartile is null)
        and (people is null) = (median is null)
        and (people is null) = (upper_quartile is null))
) engine = InnoDB default character set utf8mb4;
