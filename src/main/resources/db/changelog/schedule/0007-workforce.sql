--liquibase formatted sql

--changeset rollcall:schedule-0007-workforce
--comment One row: whether workforce management is switched on. Null: nobody has decided, so it follows the plans, on from the first one; whoever had plans before this switch was there keeps what they have.
create table if not exists workforce_management (
    id      tinyint not null,
    enabled boolean null,
    version bigint  not null,
    primary key (id),
    constraint workforce_management_one check (id = 1)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:schedule-0007-undecided
insert ignore into workforce_management (id, enabled, version) values (1, null, 1);
