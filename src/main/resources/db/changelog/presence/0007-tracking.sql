--liquibase formatted sql

--changeset rollcall:presence-0007-tracking
--comment One row: whether attendance is tracked and by which rules. The version counts the changes, those of the reasons included.
create table if not exists presence_tracking (
    id                      tinyint not null,
    enabled                 boolean not null,
    clock_out_while_working boolean not null,
    version                 bigint  not null,
    primary key (id),
    constraint presence_tracking_one check (id = 1)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:presence-0007-off-until-switched-on
insert ignore into presence_tracking (id, enabled, clock_out_while_working, version) values (1, false, false, 1);

--changeset rollcall:presence-0007-groups
--comment The groups whose members are tracked.
create table if not exists presence_tracked_group (
    group_id bigint not null,
    primary key (group_id)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:presence-0007-reasons
--comment Reasons can be added, named, ordered and retired, never removed: days behind us still say them. Those for AWAY are why somebody clocks out; they say nothing about what the person is shown to do.
alter table presence_reason
    drop constraint if exists presence_reason_base,
    drop constraint if exists presence_reason_named,
    drop constraint if exists presence_reason_limit;
alter table presence_reason
    modify name_key varchar(100) null comment 'message key of its name as shipped',
    add column if not exists own_name varchar(60) null comment 'what people here call it; null: as shipped',
    add column if not exists icon varchar(20) character set ascii not null default 'DOTS',
    add column if not exists limit_minutes int null comment 'how long it should last at most; null: as long as it takes',
    add column if not exists retired boolean not null default false comment 'no longer offered';
alter table presence_reason
    add constraint presence_reason_base check (base in ('AWAY', 'AVAILABLE', 'ACTIVE', 'UNAVAILABLE')),
    add constraint presence_reason_named check (name_key is not null or own_name is not null),
    add constraint presence_reason_limit check (limit_minutes between 1 and 1440);

--changeset rollcall:presence-0007-shipped-icons
update presence_reason set icon = case code
    when 'BREAK' then 'CUP' when 'LUNCH' then 'CUTLERY' when 'MEETING' then 'GROUP' when 'TRAINING' then 'ACADEMY'
    when 'COACHING' then 'COMMENTS' when 'BACK_OFFICE' then 'CLIPBOARD' else icon end;

--changeset rollcall:presence-0007-shipped-clock-out-reasons
insert ignore into presence_reason (code, name_key, base, position, description_required, icon) values
    ('END_OF_SHIFT', 'presence.reason.END_OF_SHIFT', 'AWAY', 110, false, 'HOME'),
    ('BACK_LATER', 'presence.reason.BACK_LATER', 'AWAY', 120, false, 'CLOCK'),
    ('LEAVING_EARLY', 'presence.reason.LEAVING_EARLY', 'AWAY', 130, false, 'EXIT'),
    ('OTHER_CLOCK_OUT', 'presence.reason.OTHER_CLOCK_OUT', 'AWAY', 140, true, 'DOTS');

--changeset rollcall:presence-0007-clock-out-reason
--comment Why somebody clocked out: a code of presence_reason, chosen in the dialog. Not part of the status.
alter table presence_event add column if not exists clock_out_reason varchar(40) character set ascii;
