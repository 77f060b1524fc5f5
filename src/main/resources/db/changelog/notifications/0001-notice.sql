--liquibase formatted sql

--changeset rollcall:notifications-0001-notice
--comment Messages to people, as facts in the words of their kind. One recipient each: an agent, or somebody who signs in; whoever is gone takes theirs along. Of one source a person is told once.
create table if not exists notice (
    id       bigint       not null auto_increment,
    agent_id bigint       null,
    user_id  bigint       null,
    kind     varchar(60)  character set ascii collate ascii_bin not null,
    facts    longtext     not null,
    source   varchar(100) character set ascii collate ascii_bin null,
    told_at  datetime(6)  not null,
    read_at  datetime(6)  null,
    constraint notice_pk primary key (id),
    constraint notice_agent_once unique (agent_id, kind, source),
    constraint notice_user_once unique (user_id, kind, source),
    constraint notice_agent foreign key (agent_id) references agent (id) on delete cascade,
    constraint notice_user foreign key (user_id) references app_user (id) on delete cascade,
    constraint notice_recipient check ((agent_id is null) <> (user_id is null)),
    constraint notice_facts_are_json check (json_valid(facts)),
    index notice_of_agent (agent_id, read_at),
    index notice_of_user (user_id, read_at),
    index notice_age (told_at)
) engine = InnoDB default charset = utf8mb4;
