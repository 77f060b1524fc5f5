--liquibase formatted sql

--changeset rollcall:performance-0003-share
--validCheckSum: ANY
--comment What somebody shares of a month of theirs for a talk, until a day on their own calendar or until they take it back.
create table if not exists performance_share (
    id            bigint      not null auto_increment,
    agent_id      bigint      not null,
    month         date        not null comment 'its first day',
    with_days     boolean     not null,
    until_date    date        not null comment 'the last day on which it can be looked at',
    shared_at     datetime(6) not null,
    taken_back_at datetime(6) null,
    constraint performance_share_pk primary key (id),
    constraint performance_share_agent foreign key (agent_id) references agent (id) on delete cascade,
    constraint performance_share_month check (dayofmonth(month) = 1)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:performance-0003-share-metric
--validCheckSum: ANY
create table if not exists performance_share_metric (
    share_id bigint      not null,
    metric   varchar(30) character set ascii not null,
    constraint performance_share_metric_pk primary key (share_id, metric),
    constraint performance_share_metric_of foreign key (share_id) references performance_share (id) on delete cascade,
    constraint performance_share_metric_known check (metric in ('PAYMENTS_COLLECTED', 'SERVICES_RAISED', 'COMPLAINTS_REGISTERED', 'TOTAL_CALLS'))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:performance-0003-share-reader
--validCheckSum: ANY
--comment Who may look.
create table if not exists performance_share_reader (
    share_id bigint not null,
    user_id  bigint not null,
    constraint performance_share_reader_pk primary key (share_id, user_id),
    constraint performance_share_reader_of foreign key (share_id) references performance_share (id) on delete cascade,
    constraint performance_share_reader_user foreign key (user_id) references app_user (id) on delete cascade
) engine = InnoDB default character set utf8mb4;
