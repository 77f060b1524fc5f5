--liquibase formatted sql

--changeset rollcall:people-0001-people
--validCheckSum: ANY
create table if not exists unit (
    id           bigint       not null auto_increment,
    code         varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    name         varchar(200) not null,
    zone         varchar(64)  not null,
    parent_id    bigint       null,
    working_days varchar(64)  not null,
    version      bigint       not null,
    constraint unit_pk primary key (id),
    constraint unit_code unique (code),
    constraint unit_parent foreign key (parent_id) references unit (id),
    constraint unit_working_days check (working_days regexp '^(MON|TUE|WED|THU|FRI|SAT|SUN)(,(MON|TUE|WED|THU|FRI|SAT|SUN))*$')
) engine = InnoDB default charset = utf8mb4;

create table if not exists department (
    id      bigint       not null auto_increment,
    code    varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    name    varchar(200) not null,
    unit_id bigint       not null,
    version bigint       not null,
    constraint department_pk primary key (id),
    constraint department_code unique (code),
    constraint department_in_unit unique (id, unit_id),
    constraint department_unit foreign key (unit_id) references unit (id)
) engine = InnoDB default charset = utf8mb4;

create table if not exists agent_group (
    id            bigint       not null auto_increment,
    code          varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    name          varchar(200) not null,
    unit_id       bigint       not null,
    department_id bigint       null,
    channel       varchar(8)   not null,
    version       bigint       not null,
    constraint agent_group_pk primary key (id),
    constraint agent_group_code unique (code),
    constraint agent_group_unit foreign key (unit_id) references unit (id),
    -- A group belongs to the same unit as its department.
    constraint agent_group_department foreign key (department_id, unit_id) references department (id, unit_id),
    constraint agent_group_channel check (channel in ('TICKET', 'CHAT', 'CALL', 'TEAM'))
) engine = InnoDB default charset = utf8mb4;

create table if not exists agent (
    id          bigint       not null auto_increment,
    external_id varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    name        varchar(200) not null,
    email       varchar(254) null,
    unit_id     bigint       not null,
    zone        varchar(64)  null,
    tracked     boolean      null,
    version     bigint       not null,
    constraint agent_pk primary key (id),
    constraint agent_external_id unique (external_id),
    constraint agent_unit foreign key (unit_id) references unit (id)
) engine = InnoDB default charset = utf8mb4;

create table if not exists agent_group_member (
    agent_id bigint not null,
    group_id bigint not null,
    constraint agent_group_member_pk primary key (agent_id, group_id),
    constraint agent_group_member_agent foreign key (agent_id) references agent (id),
    constraint agent_group_member_group foreign key (group_id) references agent_group (id)
) engine = InnoDB default charset = utf8mb4;

create table if not exists agent_may_work_in (
    agent_id bigint not null,
    unit_id  bigint not null,
    constraint agent_may_work_in_pk primary key (agent_id, unit_id),
    constraint agent_may_work_in_agent foreign key (agent_id) references agent (id),
    constraint agent_may_work_in_unit foreign key (unit_id) references unit (id)
) engine = InnoDB default charset = utf8mb4;
