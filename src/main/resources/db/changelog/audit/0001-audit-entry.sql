--liquibase formatted sql

--changeset rollcall:audit-0001-audit-entry
--validCheckSum: ANY
create table if not exists audit_entry (
    id           bigint       not null auto_increment,
    at           datetime(6)  not null,
    kind         varchar(8)   not null,
    actor_kind   varchar(8)   not null,
    actor_id     varchar(100) not null,
    actor_name   varchar(200) not null,
    what         varchar(50)  not null,
    which        varchar(254) character set utf8mb4 collate utf8mb4_bin not null,
    before_state longtext     null,
    after_state  longtext     null,
    screen       varchar(200) null,
    constraint audit_entry_pk primary key (id),
    constraint audit_entry_kind check (kind in ('CHANGE', 'LOOK')),
    constraint audit_entry_actor_kind check (actor_kind in ('USER', 'TOKEN', 'SYSTEM')),
    constraint audit_entry_look_names_its_screen check (kind <> 'LOOK' or screen is not null),
    key audit_entry_thing (what, which, id),
    key audit_entry_at (at)
) engine = InnoDB default charset = utf8mb4;

create or replace trigger audit_entry_refuses_update before update on audit_entry for each row
    signal sqlstate '45000' set message_text = 'The audit log only grows: entries are never changed';

create or replace trigger audit_entry_refuses_delete before delete on audit_entry for each row
    signal sqlstate '45000' set message_text = 'The audit log only grows: entries are never deleted';
