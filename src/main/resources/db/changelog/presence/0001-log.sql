--liquibase formatted sql

--changeset rollcall:presence-0001-source
--validCheckSum: ANY
--comment One row for each source that ever spoke; locked while its events are appended, so that its signs of life are judged one batch after the other.
create table if not exists presence_source (
    source           varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin not null,
    interval_seconds int comment 'what its latest heartbeat promised; null: it never sent one',
    last_sign_at     datetime(6) comment 'kept for sources with heartbeats',
    primary key (source),
    constraint presence_source_interval check (interval_seconds > 0)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:presence-0001-event
--validCheckSum: ANY
--comment The log: append-only, the truth everything else here is folded from. Names are compared byte by byte: a source may tell "A" from "a".
create table if not exists presence_event (
    id               bigint       not null auto_increment,
    source           varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin not null,
    event_id         varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin not null,
    kind             varchar(12)  character set ascii not null,
    agent_id         bigint comment 'null for heartbeats',
    occurred_at      datetime(6)  not null comment 'by the clock of the source',
    received_at      datetime(6)  not null comment 'by our clock',
    recorded_at      datetime(6)  not null default current_timestamp(6) comment 'by the clock of the database',
    source_sequence  bigint,
    base             varchar(12)  character set ascii,
    code             varchar(40)  character set ascii,
    unit_id          bigint comment 'the unit somebody clocked in to',
    work_item        varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
    channel          varchar(8)   character set ascii,
    work_group       varchar(100),
    interval_seconds int,
    actor_kind       varchar(8)   character set ascii not null,
    actor_id         varchar(100) not null,
    actor_name       varchar(200) not null,
    skewed           boolean      not null comment 'the source was more than five seconds ahead',
    primary key (id),
    unique key presence_event_identity (source, event_id),
    index presence_event_by_agent (agent_id, occurred_at),
    index presence_event_by_source (source, occurred_at),
    constraint presence_event_kind check (kind in ('STATUS', 'WORK_STARTED', 'WORK_ENDED', 'HEARTBEAT')),
    constraint presence_event_agent check ((kind = 'HEARTBEAT') = (agent_id is null)),
    constraint presence_event_status check ((kind = 'STATUS') = (base is not null)),
    constraint presence_event_base check (base in ('AWAY', 'AVAILABLE', 'ACTIVE', 'UNAVAILABLE')),
    constraint presence_event_reason check (base <> 'UNAVAILABLE' or code is not null),
    constraint presence_event_item check ((kind in ('WORK_STARTED', 'WORK_ENDED')) = (work_item is not null)),
    constraint presence_event_interval check ((kind = 'HEARTBEAT') = (interval_seconds is not null)),
    constraint presence_event_promise check (interval_seconds > 0)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:presence-0001-event-no-update splitStatements:false
--validCheckSum: ANY
create or replace trigger presence_event_no_update before update on presence_event for each row
    signal sqlstate '45000' set message_text = 'The log of presence events is append-only: record a new event instead';

--changeset rollcall:presence-0001-event-no-delete splitStatements:false
--validCheckSum: ANY
create or replace trigger presence_event_no_delete before delete on presence_event for each row
    signal sqlstate '45000' set message_text = 'The log of presence events is append-only: nothing is deleted from it';

--changeset rollcall:presence-0001-note
--validCheckSum: ANY
--comment Free text beside a status. Personal, and so apart from the log: it can be erased.
create table if not exists presence_note (
    event bigint        not null,
    note  varchar(1000) not null,
    primary key (event),
    constraint presence_note_event foreign key (event) references presence_event (id)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:presence-0001-rejected
--validCheckSum: ANY
--comment The inbox: what was not accepted, whole, until somebody looked after it.
create table if not exists rejected_event (
    id          bigint        not null auto_increment,
    digest      binary(32)    not null comment 'SHA-256 of source, id and payload: the same thing sent again is the same row',
    source      varchar(255)  character set utf8mb4 collate utf8mb4_nopad_bin,
    event_id    varchar(255)  character set utf8mb4 collate utf8mb4_nopad_bin,
    payload     mediumtext    not null,
    code        varchar(40)   character set ascii not null,
    detail      varchar(1000) not null,
    pointer     varchar(255),
    received_at datetime(6)   not null,
    last_seen_at datetime(6)  not null,
    times_seen  int           not null default 1,
    resolved_at datetime(6),
    actor_kind  varchar(8)    character set ascii not null,
    actor_id    varchar(100)  not null,
    actor_name  varchar(200)  not null,
    primary key (id),
    unique key rejected_event_digest (digest),
    index rejected_event_open (resolved_at, id),
    index rejected_event_identity (source, event_id)
) engine = InnoDB default character set utf8mb4;
