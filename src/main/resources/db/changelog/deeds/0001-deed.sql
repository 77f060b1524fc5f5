--liquibase formatted sql

--changeset rollcall:deeds-0001-deed
--validCheckSum: ANY
--comment What somebody did on behalf of others and may take back for a while, as facts in the words of its kind. What it did is kept elsewhere, and so is the record of it; this list goes after a month.
create table if not exists deed (
    id        bigint       not null auto_increment,
    user_id   varchar(100) not null comment 'the actor''s id',
    kind      varchar(60)  character set ascii collate ascii_bin not null,
    facts     longtext     not null,
    done_at   datetime(6)  not null,
    undone_at datetime(6)  null,
    primary key (id),
    index deed_of_user (user_id, done_at),
    constraint deed_facts_are_json check (json_valid(facts)),
    constraint deed_undone_later check (undone_at is null or undone_at >= done_at)
) engine = InnoDB default character set utf8mb4;
