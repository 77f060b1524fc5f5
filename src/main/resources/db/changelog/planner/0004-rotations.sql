--liquibase formatted sql

--changeset rollcall:planner-0004-rotation
--comment Weeks of shifts that come round again and again.
create table if not exists rotation (
    id      bigint      not null auto_increment,
    name    varchar(60) not null,
    unit_id bigint comment 'whose rotation it is, and that of the units below; null: everybody''s',
    weeks   int         not null,
    version bigint      not null default 1,
    primary key (id),
    unique key rotation_name (name),
    constraint rotation_named check (char_length(trim(name)) >= 1),
    constraint rotation_weeks check (weeks between 1 and 26)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:planner-0004-day
--comment The template of a weekday; weekdays that are left out are free.
create table if not exists rotation_day (
    rotation bigint  not null,
    week     int     not null comment '0 is the first',
    weekday  tinyint not null comment '1 Monday to 7 Sunday',
    template bigint  not null,
    primary key (rotation, week, weekday),
    constraint rotation_day_of foreign key (rotation) references rotation (id) on delete cascade,
    constraint rotation_day_template foreign key (template) references shift_template (id),
    constraint rotation_day_week check (week between 0 and 25),
    constraint rotation_day_weekday check (weekday between 1 and 7)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:planner-0004-assigned
--comment Which rotation somebody works by, from a date on until the next row begins.
create table if not exists rotation_assigned (
    agent_id  bigint not null,
    starts_on date   not null comment 'in the first week of the rotation',
    rotation  bigint comment 'null: none from that date on',
    primary key (agent_id, starts_on),
    constraint rotation_assigned_of foreign key (rotation) references rotation (id)
) engine = InnoDB default character set utf8mb4;
