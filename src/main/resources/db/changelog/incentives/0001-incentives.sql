--liquibase formatted sql

--changeset rollcall:incentives-0001-scheme
--validCheckSum: ANY
create table if not exists incentives_scheme (
    code       varchar(40) character set ascii collate ascii_bin not null,
    ended_from date        null comment 'the first day it does not count for any more',
    constraint incentives_scheme_pk primary key (code)
) engine = InnoDB default character set utf8mb4;

create table if not exists incentives_scheme_version (
    scheme       varchar(40)  character set ascii collate ascii_bin not null,
    number       int          not null,
    rules        mediumtext   not null comment 'what it pays for, as JSON',
    starts       date         not null,
    edits        bigint       not null,
    published_at datetime(6)  null,
    published_by varchar(200) null,
    draft_of     varchar(40)  character set ascii collate ascii_bin as (if(published_at is null, scheme, null)) persistent,
    constraint incentives_scheme_version_pk primary key (scheme, number),
    constraint incentives_scheme_one_draft unique (draft_of),
    constraint incentives_scheme_version_of foreign key (scheme) references incentives_scheme (code),
    constraint incentives_scheme_version_number check (number >= 1),
    constraint incentives_scheme_published check ((published_at is null) = (published_by is null))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:incentives-0001-scheme-frozen splitStatements:false
--validCheckSum: ANY
--comment What people worked for stays what it was.
create or replace trigger incentives_scheme_version_is_frozen before update on incentives_scheme_version for each row
    if old.published_at is not null then
        signal sqlstate '45000' set message_text = 'A scheme that is live never changes: make the next version';
    end if

--changeset rollcall:incentives-0001-scheme-kept splitStatements:false
--validCheckSum: ANY
create or replace trigger incentives_scheme_version_is_kept before delete on incentives_scheme_version for each row
    if old.published_at is not null then
        signal sqlstate '45000' set message_text = 'A scheme that was live is never deleted: end it';
    end if

--changeset rollcall:incentives-0001-run
--validCheckSum: ANY
--comment A period of a scheme is awarded once; what is found out later is checked into it.
create table if not exists incentives_run (
    id          bigint      not null auto_increment,
    scheme      varchar(40) character set ascii collate ascii_bin not null,
    version     int         not null,
    period_from date        not null,
    period_to   date        not null,
    made_at     datetime(6) not null,
    made_kind   varchar(8)  character set ascii not null,
    made_id     varchar(100) not null,
    made_name   varchar(200) not null,
    checked_at  datetime(6) not null,
    edits       bigint      not null default 1,
    constraint incentives_run_pk primary key (id),
    constraint incentives_run_once unique (scheme, period_from),
    constraint incentives_run_of foreign key (scheme, version) references incentives_scheme_version (scheme, number),
    constraint incentives_run_period check (period_from <= period_to)
) engine = InnoDB default character set utf8mb4;

create table if not exists incentives_award (
    run_id   bigint      not null,
    agent_id bigint      not null,
    revision int         not null,
    unit_id  bigint      not null comment 'where the person was at home then',
    points   bigint      not null,
    reason   text        not null comment 'figures, threshold, floor and cap, as JSON',
    made_at  datetime(6) not null,
    constraint incentives_award_pk primary key (run_id, agent_id, revision),
    index incentives_award_of_person (agent_id, run_id),
    constraint incentives_award_of foreign key (run_id) references incentives_run (id),
    constraint incentives_award_points check (points >= 0),
    constraint incentives_award_revision check (revision >= 1)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:incentives-0001-award-no-update splitStatements:false
--validCheckSum: ANY
create or replace trigger incentives_award_no_update before update on incentives_award for each row
    signal sqlstate '45000' set message_text = 'What was awarded stays: add a revision';

--changeset rollcall:incentives-0001-award-no-delete splitStatements:false
--validCheckSum: ANY
create or replace trigger incentives_award_no_delete before delete on incentives_award for each row
    signal sqlstate '45000' set message_text = 'What was awarded stays: add a revision';

--changeset rollcall:incentives-0001-appeal
--validCheckSum: ANY
--comment What somebody says is not right about what a period brought them. Each result once, unless withdrawn.
create table if not exists incentives_appeal (
    id           bigint       not null auto_increment,
    agent_id     bigint       not null,
    run_id       bigint       not null,
    revision     int          not null,
    text         varchar(500) not null,
    state        varchar(9)   character set ascii not null default 'ASKED',
    asked_at     datetime(6)  not null,
    points       bigint       null,
    answer       varchar(200) null,
    decided_at   datetime(6)  null,
    decided_kind varchar(8)   character set ascii null,
    decided_id   varchar(100) null,
    decided_name varchar(200) null,
    version      bigint       not null default 1,
    counts       tinyint      as (if(state = 'WITHDRAWN', null, 1)) persistent,
    constraint incentives_appeal_pk primary key (id),
    constraint incentives_appeal_once unique (run_id, agent_id, revision, counts),
    index incentives_appeal_of_person (agent_id, id),
    index incentives_appeal_waiting (state, id),
    index incentives_appeal_decided (decided_at),
    constraint incentives_appeal_about foreign key (run_id, agent_id, revision) references incentives_award (run_id, agent_id, revision),
    constraint incentives_appeal_state check (state in ('ASKED', 'CORRECTED', 'STANDS', 'WITHDRAWN')),
    constraint incentives_appeal_decided_by check ((state = 'ASKED') = (decided_at is null) and (decided_at is null) = (decided_kind is null)),
    constraint incentives_appeal_points check ((state = 'CORRECTED') = (points is not null) and (points is null or points > 0)),
    constraint incentives_appeal_why check (state not in ('CORRECTED', 'STANDS') or answer is not null)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:incentives-0001-ledger
--validCheckSum: ANY
--comment Points people got and spent. Only grows; what was wrong is reversed by an entry of its own.
create table if not exists incentives_turn (
    agent_id bigint not null,
    taken    bigint not null,
    constraint incentives_turn_pk primary key (agent_id)
) engine = InnoDB default character set utf8mb4;

create table if not exists incentives_entry (
    id         bigint       not null auto_increment,
    agent_id   bigint       not null,
    seq        bigint       not null comment '1, 2, 3 ... for each person',
    kind       varchar(10)  character set ascii not null,
    points     bigint       not null,
    balance    bigint       not null comment 'after it',
    run_id     bigint       null,
    revision   int          null comment 'of the award',
    reverses   bigint       null comment 'the entry it takes back',
    redemption bigint       null,
    appeal     bigint       null comment 'what a correction answers',
    at         datetime(6)  not null,
    by_kind    varchar(8)   character set ascii not null,
    by_id      varchar(100) not null,
    by_name    varchar(200) not null,
    constraint incentives_entry_pk primary key (id),
    constraint incentives_entry_order unique (agent_id, seq),
    constraint incentives_entry_once unique (run_id, agent_id, revision),
    constraint incentives_entry_reversed_once unique (reverses),
    constraint incentives_entry_corrected_once unique (appeal),
    constraint incentives_entry_award foreign key (run_id, agent_id, revision) references incentives_award (run_id, agent_id, revision),
    constraint incentives_entry_takes_back foreign key (reverses) references incentives_entry (id),
    constraint incentives_entry_corrects foreign key (appeal) references incentives_appeal (id),
    constraint incentives_entry_kind check (kind in ('AWARD', 'REVERSAL', 'REDEMPTION', 'RETURN', 'CORRECTION')),
    constraint incentives_entry_points check (points <> 0 and (kind not in ('AWARD', 'RETURN', 'CORRECTION') or points > 0) and (kind not in ('REVERSAL', 'REDEMPTION') or points < 0)),
    constraint incentives_entry_of_award check ((kind = 'AWARD') = (run_id is not null and revision is not null)),
    constraint incentives_entry_of_reversal check ((kind in ('REVERSAL', 'RETURN')) = (reverses is not null)),
    constraint incentives_entry_of_redemption check ((kind in ('REDEMPTION', 'RETURN')) = (redemption is not null)),
    constraint incentives_entry_of_correction check ((kind = 'CORRECTION') = (appeal is not null)),
    constraint incentives_entry_covered check (kind <> 'REDEMPTION' or balance >= 0)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:incentives-0001-ledger-replay splitStatements:false
--validCheckSum: ANY
--comment The balance is what the entries before and this one add up to, whoever writes it.
create or replace trigger incentives_entry_adds_up before insert on incentives_entry for each row
    if new.seq <> 1 + coalesce((select max(seq) from incentives_entry where agent_id = new.agent_id), 0)
        or new.balance <> new.points + coalesce((select balance from incentives_entry where agent_id = new.agent_id order by seq desc limit 1), 0)
    then
        signal sqlstate '45000' set message_text = 'An entry follows the last one of the same person and adds to its balance';
    end if

--changeset rollcall:incentives-0001-ledger-no-update splitStatements:false
--validCheckSum: ANY
create or replace trigger incentives_entry_no_update before update on incentives_entry for each row
    signal sqlstate '45000' set message_text = 'The ledger of points is append-only: reverse the entry instead';

--changeset rollcall:incentives-0001-ledger-no-delete splitStatements:false
--validCheckSum: ANY
create or replace trigger incentives_entry_no_delete before delete on incentives_entry for each row
    signal sqlstate '45000' set message_text = 'The ledger of points is append-only: nothing is deleted from it';
