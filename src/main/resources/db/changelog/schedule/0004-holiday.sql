--liquibase formatted sql

--changeset rollcall:schedule-0004
--comment Public holidays, kept at a unit and counting for those below it. One of a date and unit; a date may have two names in its one row.
create table if not exists holiday (
    unit_id bigint       not null,
    day     date         not null,
    name    varchar(200) not null,
    primary key (unit_id, day),
    constraint holiday_name check (char_length(trim(name)) > 0)
) engine = InnoDB default character set utf8mb4;
