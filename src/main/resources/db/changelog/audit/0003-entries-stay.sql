--liquibase formatted sql

--changeset rollcall:audit-0003-entries-stay
--comment Always empty. MariaDB neither truncates nor drops a table that another one refers to, and truncating would pass by the triggers.
create table if not exists audit_entry_stays (
    entry bigint not null,
    constraint audit_entry_stays_pk primary key (entry),
    constraint audit_entry_stays_entry foreign key (entry) references audit_entry (id)
) engine = InnoDB default charset = utf8mb4;
