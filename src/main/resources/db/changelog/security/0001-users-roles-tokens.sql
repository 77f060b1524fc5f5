--liquibase formatted sql

--changeset rollcall:security-0001-users-roles-tokens
--validCheckSum: ANY
create table if not exists app_user (
    id            bigint       not null auto_increment,
    -- Capitals make no difference in an address, accents do.
    email         varchar(254) character set utf8mb4 collate utf8mb4_uca1400_as_ci not null,
    name          varchar(200) not null,
    password_hash varchar(200) not null,
    agent_id      bigint       null,
    enabled       boolean      not null,
    version       bigint       not null,
    constraint app_user_pk primary key (id),
    constraint app_user_email unique (email),
    constraint app_user_agent unique (agent_id)
) engine = InnoDB default charset = utf8mb4;

create table if not exists role (
    id       bigint       not null auto_increment,
    code     varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    name     varchar(200) not null,
    built_in boolean      not null,
    version  bigint       not null,
    constraint role_pk primary key (id),
    constraint role_code unique (code)
) engine = InnoDB default charset = utf8mb4;

create table if not exists role_permission (
    role_id    bigint      not null,
    permission varchar(50) not null,
    constraint role_permission_pk primary key (role_id, permission),
    constraint role_permission_role foreign key (role_id) references role (id)
) engine = InnoDB default charset = utf8mb4;

-- Without a unit and a group: for the whole organisation.
create table if not exists role_assignment (
    id        bigint not null auto_increment,
    user_id   bigint not null,
    role_id   bigint not null,
    unit_id   bigint null,
    group_id  bigint null,
    unit_key  bigint as (ifnull(unit_id, 0)) persistent,
    group_key bigint as (ifnull(group_id, 0)) persistent,
    constraint role_assignment_pk primary key (id),
    constraint role_assignment_once unique (user_id, role_id, unit_key, group_key),
    constraint role_assignment_unit_or_group check (unit_id is null or group_id is null),
    constraint role_assignment_user foreign key (user_id) references app_user (id),
    constraint role_assignment_role foreign key (role_id) references role (id)
) engine = InnoDB default charset = utf8mb4;

-- The secret itself is never stored: SHA-256 of 256 random bits cannot be tried out.
create table if not exists api_token (
    id                 bigint       not null auto_increment,
    prefix             varchar(20)  character set utf8mb4 collate utf8mb4_bin not null,
    secret_hash        binary(32)   not null,
    name               varchar(200) not null,
    whole_organisation boolean      not null,
    created_at         datetime(6)  not null,
    created_by         varchar(200) not null,
    expires_at         datetime(6)  null,
    revoked_at         datetime(6)  null,
    last_used_at       datetime(6)  null,
    constraint api_token_pk primary key (id),
    constraint api_token_prefix unique (prefix)
) engine = InnoDB default charset = utf8mb4;

create table if not exists api_token_scope (
    token_id bigint      not null,
    scope    varchar(50) not null,
    constraint api_token_scope_pk primary key (token_id, scope),
    constraint api_token_scope_token foreign key (token_id) references api_token (id)
) engine = InnoDB default charset = utf8mb4;

create table if not exists api_token_unit (
    token_id bigint not null,
    unit_id  bigint not null,
    constraint api_token_unit_pk primary key (token_id, unit_id),
    constraint api_token_unit_token foreign key (token_id) references api_token (id)
) engine = InnoDB default charset = utf8mb4;
