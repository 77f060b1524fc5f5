--liquibase formatted sql

--changeset rollcall:requests-0002-turn
--comment Requests in a unit are asked and decided one after the other.
create table if not exists request_turn (
    unit_id bigint not null,
    taken   bigint not null,
    primary key (unit_id)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:requests-0002-rule
--comment When requests need nobody to decide them. A unit without a row has the rule of the one above it.
create table if not exists request_rule (
    unit_id        bigint  not null,
    approves       boolean not null,
    days_ahead     int     not null,
    keeps_required boolean not null,
    most_away      int comment 'null: any number',
    swaps          boolean not null,
    version        bigint  not null default 1,
    primary key (unit_id),
    constraint request_rule_ahead check (days_ahead between 0 and 365),
    constraint request_rule_away check (most_away is null or most_away >= 1)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:requests-0002-type
create table if not exists absence_type (
    code     varchar(40) character set ascii collate ascii_bin not null,
    name     varchar(60) not null,
    activity varchar(40) character set ascii collate ascii_bin not null,
    measure  varchar(5)  character set ascii not null,
    limited  varchar(7)  character set ascii not null,
    offered  boolean     not null,
    version  bigint      not null default 1,
    primary key (code),
    constraint absence_type_activity foreign key (activity) references activity (code),
    constraint absence_type_measure check (measure in ('DAYS', 'HOURS')),
    constraint absence_type_limited check (limited in ('REFUSED', 'DECIDED', 'NONE'))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:requests-0002-types
insert ignore into absence_type (code, name, activity, measure, limited, offered) values
    ('ANNUAL_LEAVE',  'Annual leave',  'TIME_OFF', 'DAYS',  'REFUSED', true),
    ('TIME_IN_LIEU',  'Time in lieu',  'TIME_OFF', 'HOURS', 'DECIDED', true),
    ('SPECIAL_LEAVE', 'Special leave', 'TIME_OFF', 'DAYS',  'NONE',    true);

--changeset rollcall:requests-0002-allowance
create table if not exists allowance (
    agent_id bigint        not null,
    type     varchar(40)   character set ascii collate ascii_bin not null,
    year     smallint      not null,
    granted  decimal(7, 2) not null,
    carried  decimal(7, 2) not null,
    version  bigint        not null default 1,
    primary key (agent_id, type, year),
    constraint allowance_type foreign key (type) references absence_type (code),
    constraint allowance_granted check (granted >= 0)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:requests-0002-time-off
--comment Time off people ask for, and what became of it. What was decided stays; only what somebody said in their own words can be erased.
create table if not exists time_off (
    id           bigint        not null auto_increment,
    agent_id     bigint        not null,
    type         varchar(40)   character set ascii collate ascii_bin not null,
    from_date    date          not null,
    to_date      date          not null,
    starts_at    time,
    ends_at      time,
    amount       decimal(7, 2) not null,
    note         varchar(200),
    asked_at     datetime(6)   not null,
    asked_kind   varchar(8)    character set ascii not null,
    asked_id     varchar(100)  not null,
    asked_name   varchar(200)  not null,
    state        varchar(9)    character set ascii not null default 'ASKED',
    decided_at   datetime(6),
    decided_kind varchar(8)    character set ascii,
    decided_id   varchar(100),
    decided_name varchar(200),
    answer       varchar(200),
    findings     text          character set ascii not null,
    version      bigint        not null default 1,
    primary key (id),
    index time_off_by_agent (agent_id, to_date),
    index time_off_by_state (state, id),
    constraint time_off_type foreign key (type) references absence_type (code),
    constraint time_off_order check (to_date >= from_date),
    constraint time_off_part check ((starts_at is null) = (ends_at is null) and (starts_at is null or from_date = to_date)),
    constraint time_off_state check (state in ('ASKED', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'CANCELLED')),
    constraint time_off_decided check ((state = 'ASKED') = (decided_at is null)
        and (decided_at is null) = (decided_kind is null) and (decided_at is null) = (decided_id is null)
        and (decided_at is null) = (decided_name is null))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:requests-0002-time-off-goes-on splitStatements:false
create or replace trigger time_off_goes_on before update on time_off for each row
    if new.state <> old.state and not (old.state = 'ASKED' and new.state in ('APPROVED', 'DECLINED', 'WITHDRAWN')
            or old.state = 'APPROVED' and new.state = 'CANCELLED')
        or new.agent_id <> old.agent_id or new.type <> old.type or new.from_date <> old.from_date or new.to_date <> old.to_date
        or not (new.starts_at <=> old.starts_at) or not (new.ends_at <=> old.ends_at)
        or new.asked_at <> old.asked_at or new.asked_id <> old.asked_id then
        signal sqlstate '45000' set message_text = 'Time off is asked for once, decided once and cancelled once';
    end if

--changeset rollcall:requests-0002-time-off-stays splitStatements:false
create or replace trigger time_off_stays before delete on time_off for each row
    signal sqlstate '45000' set message_text = 'Requests are kept: withdraw one instead';

--changeset rollcall:requests-0002-day
--comment Each day of a request. A whole day is held by one request at a time.
create table if not exists time_off_day (
    time_off       bigint        not null,
    day            date          not null,
    agent_id       bigint        not null,
    amount         decimal(6, 2) not null,
    whole          boolean       not null,
    held           boolean       not null,
    version_before int comment 'of the plan it took the place of',
    version_after  int comment 'of the plan that was written',
    held_day       date as (case when whole and held then day end) stored,
    primary key (time_off, day),
    unique key time_off_day_held_once (agent_id, held_day),
    index time_off_day_by_agent (agent_id, day),
    constraint time_off_day_of foreign key (time_off) references time_off (id),
    constraint time_off_day_amount check (amount >= 0)
) engine = InnoDB default character set utf8mb4;
