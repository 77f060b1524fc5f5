--liquibase formatted sql

--changeset rollcall:kpi-0001-source
--validCheckSum: ANY
create table if not exists kpi_source (
    id   bigint       not null auto_increment,
    name varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin not null,
    constraint kpi_source_pk primary key (id),
    constraint kpi_source_name unique (name)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:kpi-0001-fact
--validCheckSum: ANY
--comment What people achieved, each in its newest version. Money is decimal in its currency.
create table if not exists kpi_fact (
    id               bigint         not null auto_increment,
    source_id        bigint         not null,
    fact_id          varchar(255)   character set utf8mb4 collate utf8mb4_nopad_bin not null,
    version          bigint         not null,
    agent_id         bigint         not null,
    work_date        date           not null comment 'the day it counts for, in the zone the agent had when it came',
    kind             varchar(9)     character set ascii not null,
    at               datetime(6)    not null,
    amount           decimal(19, 4) null,
    due              decimal(19, 4) null,
    currency         varchar(3)     character set ascii not null comment 'empty where no money is in it',
    category         varchar(100)   character set utf8mb4 collate utf8mb4_nopad_bin not null comment 'empty where it has none',
    duration_seconds int            null,
    progress         varchar(9)     character set ascii null,
    resolved_at      datetime(6)    null,
    done             boolean        not null,
    received_at      datetime(6)    not null,
    actor_kind       varchar(8)     character set ascii not null,
    actor_id         varchar(100)   not null,
    actor_name       varchar(200)   not null,
    constraint kpi_fact_pk primary key (id),
    constraint kpi_fact_once unique (source_id, fact_id),
    index kpi_fact_of_person (agent_id, work_date, kind, at),
    constraint kpi_fact_source foreign key (source_id) references kpi_source (id),
    constraint kpi_fact_kind check (kind in ('PAYMENT', 'SERVICE', 'COMPLAINT', 'CALL', 'SALE')),
    constraint kpi_fact_money check ((amount is null and due is null) = (currency = '')),
    constraint kpi_fact_paid check (kind not in ('PAYMENT', 'SALE') or amount is not null),
    constraint kpi_fact_due check (due is null or due >= 0),
    constraint kpi_fact_length check (duration_seconds is null or duration_seconds >= 0),
    constraint kpi_fact_progress check (progress is null or progress in ('OPEN', 'RESOLVED', 'COMPLETED')),
    constraint kpi_fact_resolved check (resolved_at is null or (resolved_at >= at and done)),
    constraint kpi_fact_version check (version >= 0)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:kpi-0001-past
--validCheckSum: ANY
--comment What a newer version took the place of. Nothing is lost by a correction.
create table if not exists kpi_fact_past (
    source_id        bigint         not null,
    fact_id          varchar(255)   character set utf8mb4 collate utf8mb4_nopad_bin not null,
    version          bigint         not null,
    agent_id         bigint         not null,
    work_date        date           not null,
    kind             varchar(9)     character set ascii not null,
    at               datetime(6)    not null,
    amount           decimal(19, 4) null,
    due              decimal(19, 4) null,
    currency         varchar(3)     character set ascii not null,
    category         varchar(100)   character set utf8mb4 collate utf8mb4_nopad_bin not null,
    duration_seconds int            null,
    progress         varchar(9)     character set ascii null,
    resolved_at      datetime(6)    null,
    done             boolean        not null,
    received_at      datetime(6)    not null,
    actor_kind       varchar(8)     character set ascii not null,
    actor_id         varchar(100)   not null,
    actor_name       varchar(200)   not null,
    replaced_at      datetime(6)    not null,
    constraint kpi_fact_past_pk primary key (source_id, fact_id, version),
    index kpi_fact_past_of_person (agent_id, work_date),
    constraint kpi_fact_past_source foreign key (source_id) references kpi_source (id)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:kpi-0001-day
--validCheckSum: ANY
--comment The same added up by person, day, kind, currency and category, in the transaction that keeps a fact. A recount of the facts finds exactly this.
create table if not exists kpi_day (
    agent_id  bigint         not null,
    work_date date           not null,
    kind      varchar(9)     character set ascii not null,
    currency  varchar(3)     character set ascii not null,
    category  varchar(100)   character set utf8mb4 collate utf8mb4_nopad_bin not null,
    facts     bigint         not null,
    done      bigint         not null,
    amount    decimal(24, 4) not null,
    due       decimal(24, 4) not null,
    collected decimal(24, 4) not null comment 'the amounts of those whose due was told',
    seconds   bigint         not null,
    timed     bigint         not null,
    constraint kpi_day_pk primary key (agent_id, work_date, kind, currency, category),
    constraint kpi_day_counts check (facts >= 0 and done between 0 and facts and timed between 0 and facts and seconds >= 0 and due >= 0)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:kpi-0001-rejected
--validCheckSum: ANY
--comment What was not accepted, as it came. The same thing sent again is counted.
create table if not exists kpi_rejected (
    id             bigint       not null auto_increment,
    digest         binary(32)   not null,
    source         varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin null,
    fact_id        varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin null,
    payload        mediumtext   not null,
    code           varchar(40)  character set ascii not null,
    detail         varchar(2000) not null,
    times_seen     int          not null default 1,
    received_at    datetime(6)  not null,
    last_seen_at   datetime(6)  not null,
    state          varchar(9)   character set ascii not null default 'OPEN',
    resolved_at    datetime(6)  null,
    discard_reason varchar(500) null,
    actor_kind     varchar(8)   character set ascii not null,
    actor_id       varchar(100) not null,
    actor_name     varchar(200) not null,
    constraint kpi_rejected_pk primary key (id),
    constraint kpi_rejected_once unique (digest),
    index kpi_rejected_by_state (state, id),
    index kpi_rejected_by_fact (source, fact_id, state),
    constraint kpi_rejected_state check (state in ('OPEN', 'ACCEPTED', 'DISCARDED')),
    constraint kpi_rejected_since check ((state = 'OPEN') = (resolved_at is null)),
    constraint kpi_rejected_why check ((state = 'DISCARDED') = (discard_reason is not null))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:kpi-0001-group
--validCheckSum: ANY
--comment What finished work of a group counts as, where somebody decided so.
create table if not exists kpi_group (
    group_id  bigint     not null,
    counts_as varchar(9) character set ascii not null,
    constraint kpi_group_pk primary key (group_id),
    constraint kpi_group_counts check (counts_as in ('SERVICE', 'COMPLAINT', 'CALL', 'NOTHING'))
) engine = InnoDB default character set utf8mb4;
