--liquibase formatted sql

--changeset rollcall:performance-0001-goal
--validCheckSum: ANY
--comment What is to be achieved of a metric in a month and those after it, until the same subject has another goal.
create table if not exists performance_goal (
    subject_kind varchar(12)    character set ascii not null,
    subject_id   bigint         not null comment '0: the organisation',
    metric       varchar(30)    character set ascii not null,
    from_month   date           not null comment 'the first day of the month',
    goal         decimal(19, 4) null comment 'null: none of its own from then on',
    currency     char(3)        character set ascii null,
    set_at       datetime(6)    not null,
    set_by       varchar(200)   not null,
    constraint performance_goal_pk primary key (subject_kind, subject_id, metric, from_month),
    constraint performance_goal_subject check (subject_kind in ('ORGANISATION', 'UNIT', 'GROUP', 'PERSON', 'OWN')
        and (subject_kind = 'ORGANISATION') = (subject_id = 0)),
    constraint performance_goal_metric check (metric in ('PAYMENTS_COLLECTED', 'SERVICES_RAISED', 'COMPLAINTS_REGISTERED', 'TOTAL_CALLS')),
    constraint performance_goal_money check (goal is null or (metric = 'PAYMENTS_COLLECTED') = (currency is not null)),
    constraint performance_goal_month check (dayofmonth(from_month) = 1),
    constraint performance_goal_positive check (goal is null or goal > 0)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:performance-0001-measures
--validCheckSum: ANY
--comment How performance is measured in a unit; null: as above it. 0 is the organisation.
create table if not exists performance_measures (
    unit_id     bigint     not null,
    year_begins tinyint    null,
    currency    char(3)    character set ascii null,
    milestones  boolean    null,
    version     bigint     not null,
    constraint performance_measures_pk primary key (unit_id),
    constraint performance_measures_month check (year_begins is null or year_begins between 1 and 12)
) engine = InnoDB default character set utf8mb4;
