--liquibase formatted sql

--changeset rollcall:presence-0002-silence
--validCheckSum: ANY
--comment When sources that promised signs of life gave none. A cache: follows from the log.
create table if not exists presence_silence (
    source       varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin not null,
    silent_from  datetime(6)  not null,
    silent_until datetime(6)  not null comment '9999-12-31 while it lasts',
    primary key (source, silent_from),
    index presence_silence_end (silent_until),
    constraint presence_silence_order check (silent_until > silent_from)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:presence-0002-segment
--validCheckSum: ANY
--comment The finished segments of the timelines, gap-free from a person's first event on. A cache: folded from the log. "fold" is what the fold knew at the start of the segment, null when the other columns say it all.
create table if not exists presence_segment (
    agent_id        bigint       not null,
    started_at      datetime(6)  not null,
    ended_at        datetime(6)  not null,
    base            varchar(12)  character set ascii not null,
    code            varchar(40)  character set ascii,
    origin_source   varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
    origin_event_id varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
    changed_by      varchar(200),
    automatic       boolean      not null,
    on_call         boolean      not null,
    fold            text,
    period for lasting (started_at, ended_at),
    primary key (agent_id, lasting without overlaps)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:presence-0002-head
--validCheckSum: ANY
--comment Where each timeline ends: the one open segment of a person, what the fold knew at its start, and what it knows now. Locked while a timeline is written.
create table if not exists presence_head (
    agent_id        bigint      not null,
    revision        bigint      not null default 0 comment 'grows with every change of the timeline',
    last_at         datetime(6) comment 'the latest event',
    speaker         varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin comment 'its source',
    unit_id         bigint comment 'the unit they are clocked in to',
    started_at      datetime(6) comment 'the open segment; null before the first event',
    base            varchar(12)  character set ascii,
    code            varchar(40)  character set ascii,
    origin_source   varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
    origin_event_id varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin,
    changed_by      varchar(200),
    automatic       boolean      not null default false,
    on_call         boolean      not null default false,
    fold            text comment 'at the start of the open segment, null when the other columns say it all',
    fold_now        text comment 'after the latest event, null when the other columns say it all',
    primary key (agent_id),
    constraint presence_head_state check ((started_at is null) = (base is null))
) engine = InnoDB default character set utf8mb4;
