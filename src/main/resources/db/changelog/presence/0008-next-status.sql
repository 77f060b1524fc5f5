--liquibase formatted sql

--changeset rollcall:presence-0008-next-status
--comment What people will be when their work in progress is done: one wish each. Gone when it came true, was taken back or replaced.
create table if not exists presence_next_status (
    id               bigint       not null auto_increment,
    agent_id         bigint       not null,
    base             varchar(12)  character set ascii not null,
    code             varchar(100) character set utf8mb4 collate utf8mb4_nopad_bin,
    note             varchar(1000),
    clock_out_reason varchar(40)  character set ascii,
    actor_kind       varchar(8)   character set ascii not null,
    actor_id         varchar(100) not null,
    actor_name       varchar(200) not null,
    wished_at        datetime(6)  not null,
    primary key (id),
    unique key presence_next_status_one (agent_id),
    constraint presence_next_status_base check (base in ('AWAY', 'AVAILABLE', 'UNAVAILABLE')),
    constraint presence_next_status_reason check (base <> 'UNAVAILABLE' or code is not null)
) engine = InnoDB default character set utf8mb4;
