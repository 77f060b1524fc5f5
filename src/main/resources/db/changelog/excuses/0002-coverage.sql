--liquibase formatted sql

--changeset rollcall:excuses-0002-gap
--validCheckSum: ANY
--comment When an incident did not cover somebody it is for: before they came to what it reaches, and after they left it.
create table if not exists excuse_gap (
    excuse_id bigint      not null,
    agent_id  bigint      not null,
    from_at   datetime(6) not null,
    until_at  datetime(6) not null comment 'far away while they have not come back',
    primary key (excuse_id, agent_id, from_at),
    constraint excuse_gap_of foreign key (excuse_id, agent_id) references excuse_person (excuse_id, agent_id),
    constraint excuse_gap_order check (until_at > from_at)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:excuses-0002-end
--validCheckSum: ANY
--comment Every end anybody gave an excuse, the one it was given with included: what was known of it at any moment.
create table if not exists excuse_end (
    excuse_id bigint      not null,
    number    bigint      not null comment 'the version of the excuse that ends so',
    said_at   datetime(6) not null,
    until_at  datetime(6) not null comment 'far away while it goes on',
    primary key (excuse_id, number),
    constraint excuse_end_of foreign key (excuse_id) references excuse (id)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:excuses-0002-ends-so-far
--validCheckSum: ANY
insert ignore into excuse_end (excuse_id, number, said_at, until_at)
    select id, version, coalesce(ended_at, given_at), until_at from excuse where taken_back_at is null;
