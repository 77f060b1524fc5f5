--liquibase formatted sql

--changeset rollcall:development-0001-plan
--validCheckSum: ANY
--comment What somebody wants to grow in. One is open at a time; older ones are kept.
create table if not exists development_plan (
    id             bigint        not null auto_increment,
    agent_id       bigint        not null,
    aim            varchar(500)  not null,
    opened_at      datetime(6)   not null,
    opened_name    varchar(200)  not null,
    lead_user      bigint        null comment 'who looked after it last',
    lead_name      varchar(200)  null,
    closed_at      datetime(6)   null,
    closed_name    varchar(200)  null,
    closing        varchar(1000) null comment 'what came of it',
    person_seen_at datetime(6)   null,
    lead_seen_at   datetime(6)   null,
    version        bigint        not null default 1,
    is_open        tinyint as (if(closed_at is null, 1, null)) persistent,
    constraint development_plan_pk primary key (id),
    constraint development_plan_one_open unique (agent_id, is_open),
    index development_plan_of_person (agent_id, opened_at),
    index development_plan_closed (closed_at),
    constraint development_plan_says check (char_length(trim(aim)) > 0),
    constraint development_plan_lead check ((lead_user is null) or (lead_name is not null)),
    constraint development_plan_closing check ((closed_at is null) = (closed_name is null) and (closed_at is null) = (closing is null))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:development-0001-goal
--validCheckSum: ANY
create table if not exists development_goal (
    id               bigint        not null auto_increment,
    plan_id          bigint        not null,
    text             varchar(300)  not null,
    due              date          null,
    person_agreed_at datetime(6)   null,
    lead_agreed_at   datetime(6)   null,
    agreed_as        varchar(2000) null comment 'what both agreed on last, in words',
    dropped_by       varchar(6)    character set ascii null comment 'who wants to be without it; the other has agreed to it',
    source_kind      varchar(10)   character set ascii null,
    source_id        bigint        null,
    constraint development_goal_pk primary key (id),
    index development_goal_of (plan_id),
    constraint development_goal_plan foreign key (plan_id) references development_plan (id) on delete cascade,
    constraint development_goal_says check (char_length(trim(text)) > 0),
    constraint development_goal_has_owner check (person_agreed_at is not null or lead_agreed_at is not null),
    constraint development_goal_dropped check (dropped_by is null or dropped_by in ('PERSON', 'LEAD')),
    constraint development_goal_source check ((source_kind is null) = (source_id is null) and (source_kind is null or source_kind in ('COACHING', 'EVALUATION')))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:development-0001-objective
--validCheckSum: ANY
--comment By what one can tell that a goal is reached: by a figure, or by having done it.
create table if not exists development_objective (
    id            bigint         not null auto_increment,
    goal_id       bigint         not null,
    text          varchar(300)   not null,
    start_value   decimal(12, 2) null,
    target_value  decimal(12, 2) null,
    current_value decimal(12, 2) null,
    unit_word     varchar(30)    not null default '',
    reached_at    datetime(6)    null,
    constraint development_objective_pk primary key (id),
    index development_objective_of (goal_id),
    constraint development_objective_goal foreign key (goal_id) references development_goal (id) on delete cascade,
    constraint development_objective_says check (char_length(trim(text)) > 0),
    constraint development_objective_figure check ((start_value is null) = (target_value is null) and (current_value is null or target_value is not null) and (target_value is null or target_value <> start_value))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:development-0001-step
--validCheckSum: ANY
--comment What somebody does for it, and what is to be learned.
create table if not exists development_step (
    id          bigint        not null auto_increment,
    plan_id     bigint        not null,
    goal_id     bigint        null,
    kind        varchar(8)    character set ascii not null,
    owner       varchar(6)    character set ascii not null,
    text        varchar(300)  not null,
    due         date          null,
    link        varchar(1000) null,
    source_kind varchar(10)   character set ascii null,
    source_id   bigint        null,
    done_at     datetime(6)   null,
    constraint development_step_pk primary key (id),
    index development_step_of (plan_id),
    constraint development_step_plan foreign key (plan_id) references development_plan (id) on delete cascade,
    constraint development_step_goal foreign key (goal_id) references development_goal (id) on delete set null,
    constraint development_step_says check (char_length(trim(text)) > 0),
    constraint development_step_kind check (kind in ('ACTION', 'TRAINING')),
    constraint development_step_owner check (owner in ('PERSON', 'LEAD')),
    constraint development_step_due check (kind = 'TRAINING' or due is not null),
    constraint development_step_link check (link is null or link like 'https://%'),
    constraint development_step_source check ((source_kind is null) = (source_id is null) and (source_kind is null or source_kind in ('COACHING', 'EVALUATION')))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:development-0001-remark
--validCheckSum: ANY
--comment Strengths and shortcomings, successes and failures, each with its day.
create table if not exists development_remark (
    id          bigint       not null auto_increment,
    plan_id     bigint       not null,
    kind        varchar(11)  character set ascii not null,
    text        varchar(500) not null,
    day         date         not null,
    side        varchar(6)   character set ascii not null,
    by_name     varchar(200) not null,
    source_kind varchar(10)  character set ascii null,
    source_id   bigint       null,
    constraint development_remark_pk primary key (id),
    index development_remark_of (plan_id),
    constraint development_remark_plan foreign key (plan_id) references development_plan (id) on delete cascade,
    constraint development_remark_says check (char_length(trim(text)) > 0),
    constraint development_remark_kind check (kind in ('STRENGTH', 'SHORTCOMING', 'SUCCESS', 'FAILURE')),
    constraint development_remark_side check (side in ('PERSON', 'LEAD')),
    constraint development_remark_source check ((source_kind is null) = (source_id is null) and (source_kind is null or source_kind in ('COACHING', 'EVALUATION')))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:development-0001-review
--validCheckSum: ANY
--comment When both look at the plan together, and what they found. One is to come at a time.
create table if not exists development_review (
    id        bigint        not null auto_increment,
    plan_id   bigint        not null,
    due       date          not null,
    held_at   datetime(6)   null,
    outcome   varchar(8)    character set ascii null,
    words     varchar(1000) not null default '',
    held_name varchar(200)  null,
    noted_at  datetime(6)   null comment 'when the person took note',
    reminded  boolean       not null default false,
    is_next   tinyint as (if(held_at is null, 1, null)) persistent,
    constraint development_review_pk primary key (id),
    constraint development_review_one_next unique (plan_id, is_next),
    index development_review_of (plan_id),
    index development_review_due (held_at, due),
    constraint development_review_plan foreign key (plan_id) references development_plan (id) on delete cascade,
    constraint development_review_outcome check ((held_at is null) = (outcome is null) and (held_at is null) = (held_name is null) and (outcome is null or outcome in ('ON_TRACK', 'BEHIND', 'REACHED'))),
    constraint development_review_noted check (noted_at is null or held_at is not null)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:development-0001-change
--validCheckSum: ANY
--comment Who changed what of a plan, and what it said before.
create table if not exists development_change (
    id          bigint        not null auto_increment,
    plan_id     bigint        not null,
    at          datetime(6)   not null,
    side        varchar(6)    character set ascii not null,
    by_name     varchar(200)  not null,
    what        varchar(20)   character set ascii not null,
    text        varchar(1000) not null,
    said_before varchar(2000) null,
    constraint development_change_pk primary key (id),
    index development_change_of (plan_id, at),
    constraint development_change_plan foreign key (plan_id) references development_plan (id) on delete cascade,
    constraint development_change_side check (side in ('PERSON', 'LEAD'))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:development-0001-change-frozen splitStatements:false
--validCheckSum: ANY
create or replace trigger development_change_is_frozen before update on development_change for each row
    signal sqlstate '45000' set message_text = 'What was changed of a plan stays written down as it was'

--changeset rollcall:development-0001-wellbeing-unit
--validCheckSum: ANY
--comment Which units ask their people how the week was. What a unit does not say the one above it says; nobody says no.
create table if not exists development_wellbeing_unit (
    unit_id bigint  not null,
    asks    boolean not null,
    version bigint  not null default 1,
    constraint development_wellbeing_unit_pk primary key (unit_id)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:development-0001-checkin
--validCheckSum: ANY
--comment How somebody's week was, for themselves alone.
create table if not exists development_checkin (
    agent_id bigint       not null,
    week     date         not null comment 'its Monday',
    mood     tinyint      not null,
    pace     tinyint      not null,
    support  tinyint      not null,
    word     varchar(200) not null default '',
    constraint development_checkin_pk primary key (agent_id, week),
    index development_checkin_week (week),
    constraint development_checkin_marks check (mood between 1 and 5 and pace between 1 and 5 and support between 1 and 5),
    constraint development_checkin_monday check (weekday(week) = 0)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:development-0001-wellbeing-week
--validCheckSum: ANY
--comment Weeks that were counted. A week is counted once.
create table if not exists development_wellbeing_week (
    week       date        not null,
    counted_at datetime(6) not null,
    constraint development_wellbeing_week_pk primary key (week)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:development-0001-wellbeing-sum
--validCheckSum: ANY
--comment What weeks were like for units and what lies below them: five people or nothing, and nobody by name.
create table if not exists development_wellbeing_sum (
    week    date          not null,
    unit_id bigint        not null,
    people  int           not null,
    mood    decimal(2, 1) not null,
    pace    decimal(2, 1) not null,
    support decimal(2, 1) not null,
    constraint development_wellbeing_sum_pk primary key (week, unit_id),
    constraint development_wellbeing_sum_of foreign key (week) references development_wellbeing_week (week) on delete cascade,
    constraint development_wellbeing_sum_least check (people >= 5)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:development-0001-wellbeing-sum-frozen splitStatements:false
--validCheckSum: ANY
--comment The difference of two looks at one week would be somebody's.
create or replace trigger development_wellbeing_sum_is_frozen before update on development_wellbeing_sum for each row
    signal sqlstate '45000' set message_text = 'A week stays as it was counted'
