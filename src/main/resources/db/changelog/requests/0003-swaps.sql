--liquibase formatted sql

--changeset rollcall:requests-0003-swap
--comment Shifts that change hands. A shift is offered once at a time.
create table if not exists shift_swap (
    id           bigint       not null auto_increment,
    agent_id     bigint       not null,
    day          date         not null,
    plan_version int          not null,
    to_agent     bigint,
    taker        bigint,
    return_day   date,
    offered_at   datetime(6)  not null,
    state        varchar(9)   character set ascii not null default 'OFFERED',
    decided_at   datetime(6),
    decided_kind varchar(8)   character set ascii,
    decided_id   varchar(100),
    decided_name varchar(200),
    answer       varchar(200),
    findings     text         character set ascii not null,
    version      bigint       not null default 1,
    open_day     date as (case when state in ('OFFERED', 'TAKEN') then day end) stored,
    primary key (id),
    unique key shift_swap_offered_once (agent_id, open_day),
    index shift_swap_by_taker (taker),
    index shift_swap_by_state (state, day),
    constraint shift_swap_state check (state in ('OFFERED', 'TAKEN', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
    constraint shift_swap_taken check (state not in ('TAKEN', 'APPROVED', 'DECLINED') or taker is not null),
    constraint shift_swap_other check (taker is null or taker <> agent_id),
    constraint shift_swap_decided check ((state in ('OFFERED', 'TAKEN')) = (decided_at is null))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:requests-0003-swap-decided-once splitStatements:false
create or replace trigger shift_swap_decided_once before update on shift_swap for each row
    if old.state in ('APPROVED', 'DECLINED', 'WITHDRAWN') or new.agent_id <> old.agent_id or new.day <> old.day then
        signal sqlstate '45000' set message_text = 'A swap is decided once';
    end if

--changeset rollcall:requests-0003-open-shift
--comment Shifts nobody has yet. No more people get one than it has places.
create table if not exists open_shift (
    id          bigint       not null auto_increment,
    unit_id     bigint       not null,
    group_id    bigint,
    day         date         not null,
    places      int          not null,
    taken       int          not null default 0,
    first_come  boolean      not null,
    posted_at   datetime(6)  not null,
    posted_kind varchar(8)   character set ascii not null,
    posted_id   varchar(100) not null,
    posted_name varchar(200) not null,
    closed      boolean      not null default false,
    version     bigint       not null default 1,
    primary key (id),
    index open_shift_by_day (closed, day),
    constraint open_shift_places check (places between 1 and 500),
    constraint open_shift_taken check (taken between 0 and places)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:requests-0003-open-shift-activity
create table if not exists open_shift_activity (
    open_shift bigint      not null,
    position   int         not null,
    activity   varchar(40) character set ascii collate ascii_bin not null,
    starts_at  datetime(6) not null,
    ends_at    datetime(6) not null,
    primary key (open_shift, position),
    constraint open_shift_activity_of foreign key (open_shift) references open_shift (id),
    constraint open_shift_activity_activity foreign key (activity) references activity (code),
    constraint open_shift_activity_span check (ends_at > starts_at)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:requests-0003-claim
create table if not exists open_shift_claim (
    open_shift   bigint       not null,
    agent_id     bigint       not null,
    state        varchar(8)   character set ascii not null,
    claimed_at   datetime(6)  not null,
    decided_by   varchar(200),
    findings     text         character set ascii not null,
    primary key (open_shift, agent_id),
    index open_shift_claim_by_agent (agent_id),
    constraint open_shift_claim_of foreign key (open_shift) references open_shift (id),
    constraint open_shift_claim_state check (state in ('ASKED', 'GIVEN', 'DECLINED'))
) engine = InnoDB default character set utf8mb4;
