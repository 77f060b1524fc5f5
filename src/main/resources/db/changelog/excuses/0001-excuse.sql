--liquibase formatted sql

--changeset rollcall:excuses-0001-reason
--validCheckSum: ANY
--comment Why people are excused, as supervisors choose it. A reason is retired, never removed: excuses name it.
create table if not exists excuse_reason (
    code          varchar(40)  character set ascii collate ascii_bin not null,
    name_key      varchar(100) null comment 'message key of its name as shipped',
    own_name      varchar(60)  null comment 'what people here call it instead',
    position      int          not null,
    note_required boolean      not null default false,
    retired       boolean      not null default false,
    version       bigint       not null default 1,
    primary key (code),
    constraint excuse_reason_named check (name_key is not null or own_name is not null)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:excuses-0001-shipped-reasons
--validCheckSum: ANY
insert ignore into excuse_reason (code, name_key, position, note_required) values
    ('CALL_OVERRAN', 'excuses.reason.CALL_OVERRAN', 10, false),
    ('SYSTEM_OUTAGE', 'excuses.reason.SYSTEM_OUTAGE', 20, false),
    ('PULLED_INTO_MEETING', 'excuses.reason.PULLED_INTO_MEETING', 30, false),
    ('HELPED_COLLEAGUE', 'excuses.reason.HELPED_COLLEAGUE', 40, false),
    ('WRONG_PLAN', 'excuses.reason.WRONG_PLAN', 50, false),
    ('OTHER', 'excuses.reason.OTHER', 60, true);

--changeset rollcall:excuses-0001-excuse
--validCheckSum: ANY
--comment A stretch of time for which being out is excused: for people by name, or, as an incident, for a unit with everything below it, a group, or everybody.
create table if not exists excuse (
    id              bigint       not null auto_increment,
    reach           varchar(9)   character set ascii not null,
    unit_id         bigint       null,
    group_id        bigint       null,
    from_at         datetime(6)  not null,
    until_at        datetime(6)  not null comment 'far away while it goes on',
    reason          varchar(40)  character set ascii collate ascii_bin not null,
    note            varchar(500) null,
    explanation_id  bigint       null comment 'what somebody explained, that it grants',
    given_at        datetime(6)  not null,
    given_kind      varchar(8)   character set ascii not null,
    given_id        varchar(100) not null,
    given_name      varchar(200) not null,
    ended_at        datetime(6)  null comment 'when somebody said when it ends',
    ended_name      varchar(200) null,
    taken_back_at   datetime(6)  null,
    taken_back_name varchar(200) null,
    version         bigint       not null default 1,
    primary key (id),
    index excuse_by_end (until_at, from_at),
    constraint excuse_for_a_reason foreign key (reason) references excuse_reason (code),
    constraint excuse_reach check (reach in ('PEOPLE', 'UNIT', 'GROUP', 'EVERYBODY')),
    constraint excuse_reaches check ((reach = 'UNIT') = (unit_id is not null)
        and (reach = 'GROUP') = (group_id is not null)),
    constraint excuse_order check (until_at > from_at),
    constraint excuse_ended check ((ended_at is null) = (ended_name is null)),
    constraint excuse_taken_back check ((taken_back_at is null) = (taken_back_name is null))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:excuses-0001-excuse-person
--validCheckSum: ANY
--comment Whom an excuse covers. Of an incident everybody it reaches, those who came while it went on included; who leaves a unit later keeps what was excused.
create table if not exists excuse_person (
    excuse_id bigint      not null,
    agent_id  bigint      not null,
    joined_at datetime(6) not null,
    primary key (excuse_id, agent_id),
    index excuse_person_by_agent (agent_id, excuse_id),
    constraint excuse_person_of foreign key (excuse_id) references excuse (id)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:excuses-0001-excuse-stays splitStatements:false
--validCheckSum: ANY
--comment What was given stays as it was given: it can be ended and taken back, and only what somebody wrote in their own words can be erased.
create or replace trigger excuse_stays before update on excuse for each row
    if old.taken_back_at is not null and (not (new.taken_back_at <=> old.taken_back_at) or new.until_at <> old.until_at)
        or new.reach <> old.reach or not (new.unit_id <=> old.unit_id) or not (new.group_id <=> old.group_id)
        or new.from_at <> old.from_at or new.reason <> old.reason or new.given_at <> old.given_at or new.given_id <> old.given_id then
        signal sqlstate '45000' set message_text = 'An excuse stays as it was given, and is taken back once';
    end if

--changeset rollcall:excuses-0001-excuse-no-delete splitStatements:false
--validCheckSum: ANY
create or replace trigger excuse_no_delete before delete on excuse for each row
    signal sqlstate '45000' set message_text = 'Excuses are kept: take one back instead';

--changeset rollcall:excuses-0001-explanation
--validCheckSum: ANY
--comment What people say themselves about a deviation of theirs, and what became of it. A decision can be taken back; then it waits again.
create table if not exists explanation (
    id           bigint       not null auto_increment,
    agent_id     bigint       not null,
    from_at      datetime(6)  not null,
    until_at     datetime(6)  not null comment 'far away while it goes on',
    reason       varchar(40)  character set ascii collate ascii_bin not null,
    text         varchar(500) not null,
    asked_at     datetime(6)  not null,
    asked_kind   varchar(8)   character set ascii not null,
    asked_id     varchar(100) not null,
    asked_name   varchar(200) not null,
    state        varchar(9)   character set ascii not null default 'ASKED',
    decided_at   datetime(6)  null,
    decided_kind varchar(8)   character set ascii null,
    decided_id   varchar(100) null,
    decided_name varchar(200) null,
    note         varchar(500) null,
    excuse_id    bigint       null,
    version      bigint       not null default 1,
    primary key (id),
    index explanation_by_agent (agent_id, until_at),
    index explanation_by_state (state, id),
    constraint explanation_for_a_reason foreign key (reason) references excuse_reason (code),
    constraint explanation_granted foreign key (excuse_id) references excuse (id),
    constraint explanation_order check (until_at > from_at),
    constraint explanation_state check (state in ('ASKED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    constraint explanation_decided check ((state = 'ASKED') = (decided_at is null)
        and (decided_at is null) = (decided_kind is null) and (decided_at is null) = (decided_id is null)
        and (decided_at is null) = (decided_name is null)),
    constraint explanation_approved check ((state = 'APPROVED') = (excuse_id is not null)),
    constraint explanation_rejected check (state <> 'REJECTED' or note is not null),
    constraint explanation_by_another check (state not in ('APPROVED', 'REJECTED')
        or decided_kind <> asked_kind or decided_id <> asked_id)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:excuses-0001-explanation-no-delete splitStatements:false
--validCheckSum: ANY
create or replace trigger explanation_no_delete before delete on explanation for each row
    signal sqlstate '45000' set message_text = 'Explanations are kept: withdraw one instead';
