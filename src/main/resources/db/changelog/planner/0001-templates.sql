--liquibase formatted sql

--changeset rollcall:planner-0001-template
--comment Shifts one plans again and again. Hours are those of the clock on the wall, wherever they are used.
create table if not exists shift_template (
    id      bigint       not null auto_increment,
    name    varchar(60)  not null,
    unit_id bigint comment 'whose template it is, and that of the units below; null: everybody''s',
    version bigint       not null default 1,
    primary key (id),
    unique key shift_template_name (name),
    constraint shift_template_named check (char_length(trim(name)) >= 1)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:planner-0001-stretch
create table if not exists shift_template_stretch (
    template  bigint not null,
    position  int    not null,
    starts_at time   not null,
    ends_at   time   not null comment 'at or before the start: on the next day',
    primary key (template, position),
    constraint shift_template_stretch_of foreign key (template) references shift_template (id) on delete cascade
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:planner-0001-pause
create table if not exists shift_template_pause (
    template         bigint      not null,
    position         int         not null,
    activity         varchar(40) character set ascii collate ascii_bin not null,
    minutes          int         not null,
    earliest_minutes int         not null comment 'after the shift begins',
    latest_minutes   int         not null comment 'after the shift begins',
    primary key (template, position),
    constraint shift_template_pause_of foreign key (template) references shift_template (id) on delete cascade,
    constraint shift_template_pause_activity foreign key (activity) references activity (code),
    constraint shift_template_pause_length check (minutes between 1 and 720),
    constraint shift_template_pause_window check (earliest_minutes >= 0 and latest_minutes >= earliest_minutes)
) engine = InnoDB default character set utf8mb4;
