--liquibase formatted sql

--changeset rollcall:usage-0001-switch
--comment Whether the organisation asks its agents. One row.
create table if not exists usage_switch (
    id      tinyint not null,
    enabled boolean not null default false,
    version bigint  not null default 1,
    constraint usage_switch_pk primary key (id),
    constraint usage_switch_one check (id = 1)
) engine = InnoDB default charset = utf8mb4;

--changeset rollcall:usage-0001-off
insert ignore into usage_switch (id) values (1);

--changeset rollcall:usage-0001-consent
--comment What each agent answered. By its number alone: nothing here refers to the tables of people.
create table if not exists usage_consent (
    agent_id   bigint      not null,
    given      boolean     not null,
    decided_at datetime(6) not null,
    constraint usage_consent_pk primary key (agent_id)
) engine = InnoDB default charset = utf8mb4;

--changeset rollcall:usage-0001-key
--comment The secret of a week, by its Monday. Without it nobody can tell whose events those of the week are; it goes when the last of them does.
create table if not exists usage_key (
    week   date       not null,
    secret binary(32) not null,
    constraint usage_key_pk primary key (week),
    constraint usage_key_monday check (weekday(week) = 0)
) engine = InnoDB default charset = utf8mb4;

--changeset rollcall:usage-0001-event
--comment What was done, by whoever has a pseudonym that week. To the hour, in bands; no event without the secret of its week.
create table if not exists usage_event (
    id       bigint      not null auto_increment,
    week     date        not null,
    reader   binary(16)  not null,
    kind     varchar(10) character set ascii collate ascii_bin not null,
    on_day   date        not null,
    on_hour  tinyint     not null,
    metric   varchar(20) character set ascii collate ascii_bin null,
    detail   varchar(20) character set ascii collate ascii_bin null,
    response varchar(40) character set ascii collate ascii_bin null,
    band     varchar(20) character set ascii collate ascii_bin null,
    size     varchar(40) character set ascii collate ascii_bin null,
    constraint usage_event_pk primary key (id),
    constraint usage_event_week foreign key (week) references usage_key (week) on delete cascade,
    constraint usage_event_in_week check (on_day between week and week + interval 6 day),
    constraint usage_event_kind check (kind in ('ACCESS', 'CARD', 'WEEK', 'MONTH', 'ALERT', 'TREND')),
    constraint usage_event_hour check (on_hour between 0 and 23),
    index usage_event_of_reader (week, reader),
    index usage_event_by_day (on_day)
) engine = InnoDB default charset = utf8mb4;

--changeset rollcall:usage-0001-report
--comment The latest answers, as sums.
create table if not exists usage_report (
    id      tinyint  not null,
    made_on date     not null,
    report  longtext not null,
    constraint usage_report_pk primary key (id),
    constraint usage_report_one check (id = 1),
    constraint usage_report_json check (json_valid(report))
) engine = InnoDB default charset = utf8mb4;
