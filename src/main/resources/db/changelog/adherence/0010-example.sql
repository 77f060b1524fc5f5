--liquibase formatted sql

--changeset rollcall:adherence-0010-example
--comment Examples an admin added to the definitions: a calculation and what must come out of it.
create table if not exists adherence_example (
    id         bigint       not null auto_increment,
    name       varchar(200) not null,
    document   mediumtext   not null,
    created_at datetime(6)  not null,
    actor_name varchar(200) not null,
    primary key (id),
    unique key adherence_example_name (name),
    constraint adherence_example_document check (json_valid(document))
) engine = InnoDB default character set utf8mb4;
