--liquibase formatted sql

--changeset rollcall:reports-0002-weekly
--validCheckSum: ANY
--comment What somebody's week added up to when its report was prepared, once for each person and week. All durations in microseconds.
create table if not exists weekly_report (
    id               bigint      not null auto_increment,
    agent_id         bigint      not null,
    monday           date        not null,
    prepared_at      datetime(6) not null,
    days             int         not null,
    scheduled        bigint      not null,
    scheduled_work   bigint      not null,
    working          bigint      not null,
    unscheduled_work bigint      not null,
    whole            bigint      not null,
    raw_out          bigint      not null,
    tolerated_out    bigint      not null,
    score_out        bigint      not null,
    late             int         not null,
    early            int         not null,
    absent           int         not null,
    middle           int         not null,
    breaks           int         not null,
    missed_breaks    int         not null,
    overrun          bigint      not null,
    primary key (id),
    unique key weekly_report_once (agent_id, monday),
    index weekly_report_by_week (monday),
    constraint weekly_report_monday check (weekday(monday) = 0),
    constraint weekly_report_times check (scheduled >= 0 and score_out >= 0 and tolerated_out >= score_out and raw_out >= tolerated_out
        and whole >= raw_out)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:reports-0002-weekly-no-update splitStatements:false
--validCheckSum: ANY
create or replace trigger weekly_report_no_update before update on weekly_report for each row
    signal sqlstate '45000' set message_text = 'A weekly report is prepared once';

--changeset rollcall:reports-0002-weekly-no-delete splitStatements:false
--validCheckSum: ANY
create or replace trigger weekly_report_no_delete before delete on weekly_report for each row
    signal sqlstate '45000' set message_text = 'Weekly reports are kept';

--changeset rollcall:reports-0002-note
--validCheckSum: ANY
--comment What was noted for a talk about a week. A changed note is a new version; the newest counts, an empty one takes it back.
create table if not exists weekly_note (
    report_id   bigint        not null,
    version     int           not null,
    note        varchar(4000) not null,
    written_at  datetime(6)   not null,
    writer_kind varchar(8)    character set ascii not null,
    writer_id   varchar(100)  not null,
    writer_name varchar(200)  not null,
    primary key (report_id, version),
    constraint weekly_note_of foreign key (report_id) references weekly_report (id),
    constraint weekly_note_version check (version > 0)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:reports-0002-note-no-update splitStatements:false
--validCheckSum: ANY
--comment Who wrote when never changes; only words can be erased.
create or replace trigger weekly_note_no_update before update on weekly_note for each row
    if new.note <> '' or new.report_id <> old.report_id or new.version <> old.version or new.written_at <> old.written_at
        or new.writer_id <> old.writer_id then
        signal sqlstate '45000' set message_text = 'A note is added to, never changed';
    end if

--changeset rollcall:reports-0002-note-no-delete splitStatements:false
--validCheckSum: ANY
create or replace trigger weekly_note_no_delete before delete on weekly_note for each row
    signal sqlstate '45000' set message_text = 'Notes are kept';
