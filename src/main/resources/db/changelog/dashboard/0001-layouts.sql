--liquibase formatted sql

--changeset rollcall:dashboard-0001-own
--comment How one person arranged a page. No layout: they follow their team's default again; the version goes on counting, so that a window opened before does not overwrite what came after.
create table if not exists dashboard_layout (
    user_id    bigint       not null,
    page       varchar(40)  character set ascii collate ascii_bin not null,
    layout     longtext     null,
    version    bigint       not null,
    changed_at datetime(6)  not null,
    constraint dashboard_layout_pk primary key (user_id, page),
    constraint dashboard_layout_is_json check (layout is null or json_valid(layout) and json_type(layout) = 'ARRAY' and json_length(layout) <= 24),
    constraint dashboard_layout_version check (version >= 1)
) engine = InnoDB default charset = utf8mb4;

--changeset rollcall:dashboard-0001-default
--comment What people of a unit start with, and of those below it that have none. No unit: the organisation.
create table if not exists dashboard_default (
    id         bigint       not null auto_increment,
    unit_id    bigint       null,
    unit_key   bigint       as (ifnull(unit_id, 0)) persistent,
    page       varchar(40)  character set ascii collate ascii_bin not null,
    layout     longtext     not null,
    version    bigint       not null,
    changed_at datetime(6)  not null,
    constraint dashboard_default_pk primary key (id),
    constraint dashboard_default_once unique (unit_key, page),
    constraint dashboard_default_is_json check (json_valid(layout) and json_type(layout) = 'ARRAY' and json_length(layout) <= 24),
    constraint dashboard_default_version check (version >= 1)
) engine = InnoDB default charset = utf8mb4;
