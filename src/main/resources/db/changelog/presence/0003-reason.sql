--liquibase formatted sql

--changeset rollcall:presence-0003-reason
--validCheckSum: ANY
--comment Why people are unavailable, as the status menu offers it.
create table if not exists presence_reason (
    code                 varchar(40)  character set ascii not null,
    name_key             varchar(100) not null comment 'message key of its name',
    base                 varchar(12)  character set ascii not null,
    position             int          not null,
    description_required boolean      not null default false,
    primary key (code),
    constraint presence_reason_base check (base in ('AVAILABLE', 'ACTIVE', 'UNAVAILABLE'))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:presence-0003-shipped-reasons
--validCheckSum: ANY
insert ignore into presence_reason (code, name_key, base, position, description_required) values
    ('BREAK', 'presence.reason.BREAK', 'UNAVAILABLE', 10, false),
    ('LUNCH', 'presence.reason.LUNCH', 'UNAVAILABLE', 20, false),
    ('MEETING', 'presence.reason.MEETING', 'UNAVAILABLE', 30, false),
    ('TRAINING', 'presence.reason.TRAINING', 'UNAVAILABLE', 40, false),
    ('COACHING', 'presence.reason.COACHING', 'UNAVAILABLE', 50, false),
    ('BACK_OFFICE', 'presence.reason.BACK_OFFICE', 'UNAVAILABLE', 60, false),
    ('OTHER', 'presence.reason.OTHER', 'UNAVAILABLE', 70, true);
