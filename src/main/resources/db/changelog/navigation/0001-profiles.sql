--liquibase formatted sql

--changeset rollcall:navigation-0001-profile
--comment Which pages a navigation has and in which order. No items: as shipped. The first that one of somebody's roles has decides.
create table if not exists navigation_profile (
    code     varchar(40)  character set ascii collate ascii_bin not null,
    own_name varchar(60)  null,
    position int          not null,
    built_in boolean      not null default false,
    items    longtext     not null default '[]',
    version  bigint       not null default 1,
    constraint navigation_profile_pk primary key (code),
    constraint navigation_profile_named check (built_in or own_name is not null),
    constraint navigation_profile_items check (json_valid(items) and json_type(items) = 'ARRAY' and json_length(items) <= 200)
) engine = InnoDB default charset = utf8mb4;

--changeset rollcall:navigation-0001-assignment
--comment Who gets which: each role and each person one at most.
create table if not exists navigation_assignment (
    kind    varchar(4)  character set ascii collate ascii_bin not null,
    which   varchar(60) character set ascii collate ascii_bin not null,
    profile varchar(40) character set ascii collate ascii_bin not null,
    constraint navigation_assignment_pk primary key (kind, which),
    constraint navigation_assignment_kind check (kind in ('ROLE', 'USER')),
    constraint navigation_assignment_profile foreign key (profile) references navigation_profile (code)
) engine = InnoDB default charset = utf8mb4;

--changeset rollcall:navigation-0001-shipped
insert ignore into navigation_profile (code, position, built_in)
values ('admin', 10, true), ('unit-manager', 20, true), ('supervisor', 30, true), ('quality-analyst', 40, true), ('agent', 50, true);

--changeset rollcall:navigation-0001-shipped-roles
insert ignore into navigation_assignment (kind, which, profile)
values ('ROLE', 'admin', 'admin'), ('ROLE', 'unit-manager', 'unit-manager'), ('ROLE', 'supervisor', 'supervisor'), ('ROLE', 'quality-analyst', 'quality-analyst'), ('ROLE', 'agent', 'agent');
