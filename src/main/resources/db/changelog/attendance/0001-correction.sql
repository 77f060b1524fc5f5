--liquibase formatted sql

--changeset rollcall:attendance-0001-correction
--validCheckSum: ANY
--comment Corrections people ask for on their own days, and what became of them. An approved one is in the log of presence, under this row's number.
create table if not exists attendance_correction (
    id           bigint       not null auto_increment,
    agent_id     bigint       not null,
    kind         varchar(9)   character set ascii not null,
    from_at      datetime(6)  not null,
    until_at     datetime(6)  not null,
    base         varchar(12)  character set ascii not null,
    code         varchar(100) character set utf8mb4 collate utf8mb4_nopad_bin,
    reason       varchar(500) not null,
    asked_at     datetime(6)  not null,
    asked_kind   varchar(8)   character set ascii not null,
    asked_id     varchar(100) not null,
    asked_name   varchar(200) not null,
    state        varchar(9)   character set ascii not null default 'ASKED',
    decided_at   datetime(6),
    decided_kind varchar(8)   character set ascii,
    decided_id   varchar(100),
    decided_name varchar(200),
    note         varchar(500),
    version      bigint       not null default 1,
    primary key (id),
    index attendance_correction_by_agent (agent_id, until_at),
    index attendance_correction_by_state (state, id),
    constraint attendance_correction_kind check (kind in ('CLOCK_IN', 'CLOCK_OUT', 'STATUS')),
    constraint attendance_correction_order check (until_at > from_at),
    constraint attendance_correction_past check (until_at <= asked_at),
    constraint attendance_correction_base check (base in ('AWAY', 'AVAILABLE', 'UNAVAILABLE')),
    constraint attendance_correction_code check (base <> 'UNAVAILABLE' or code is not null),
    constraint attendance_correction_state check (state in ('ASKED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    constraint attendance_correction_decided check ((state = 'ASKED') = (decided_at is null)
        and (decided_at is null) = (decided_kind is null) and (decided_at is null) = (decided_id is null)
        and (decided_at is null) = (decided_name is null)),
    constraint attendance_correction_refused check (state <> 'REFUSED' or note is not null),
    constraint attendance_correction_by_another check (state not in ('APPROVED', 'REFUSED')
        or decided_kind <> asked_kind or decided_id <> asked_id)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:attendance-0001-correction-decided-once splitStatements:false
--validCheckSum: ANY
--comment What was asked for never changes, and what was decided neither; only what somebody wrote in their own words can be erased.
create or replace trigger attendance_correction_decided_once before update on attendance_correction for each row
    if old.state <> 'ASKED' and (new.state <> old.state or new.version <> old.version or not (new.decided_at <=> old.decided_at) or not (new.decided_id <=> old.decided_id))
        or new.agent_id <> old.agent_id or new.kind <> old.kind or new.from_at <> old.from_at or new.until_at <> old.until_at
        or new.base <> old.base or not (new.code <=> old.code) or new.asked_at <> old.asked_at or new.asked_id <> old.asked_id then
        signal sqlstate '45000' set message_text = 'A correction is asked for once and decided once';
    end if

--changeset rollcall:attendance-0001-correction-no-delete splitStatements:false
--validCheckSum: ANY
create or replace trigger attendance_correction_no_delete before delete on attendance_correction for each row
    signal sqlstate '45000' set message_text = 'Corrections are kept: withdraw one instead';
