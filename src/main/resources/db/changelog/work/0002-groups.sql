--liquibase formatted sql

--changeset rollcall:work-0002-group-rules
--comment How a group handles its work. A group without a row goes by the defaults.
create table if not exists work_group_rules (
    group_id           bigint      not null,
    limit_per_agent    int         comment 'how many of its items one person has at most; null: no limit of its own',
    automatic          boolean     not null comment 'whether its items are assigned without being asked for',
    by_hand            boolean     not null comment 'whether its members may take waiting items themselves',
    while_unavailable  boolean     not null comment 'whether they may do so while unavailable',
    agents_switch      boolean     not null comment 'whether its members switch themselves active and inactive',
    seen_by            varchar(8)  character set ascii not null,
    version            bigint      not null default 1,
    primary key (group_id),
    constraint work_group_rules_limit check (limit_per_agent between 1 and 100),
    constraint work_group_rules_seen_by check (seen_by in ('MEMBERS', 'UNIT'))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:work-0002-group-hours
--comment When a group handles work, in the zone of its unit; none: always.
create table if not exists work_group_hours (
    group_id bigint  not null,
    weekday  tinyint not null comment '1 is Monday',
    opens    time    not null,
    closes   time    not null comment '00:00 is midnight at the end of the day',
    primary key (group_id, weekday, opens),
    constraint work_group_hours_weekday check (weekday between 1 and 7),
    constraint work_group_hours_order check (closes = '00:00:00' or opens < closes)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:work-0002-inactive
--comment Who is inactive in a group they belong to: nothing of it is assigned to them.
create table if not exists work_inactive (
    agent_id bigint      not null,
    group_id bigint      not null,
    since    datetime(6) not null,
    primary key (agent_id, group_id)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:work-0002-limit
--comment How many items of a channel a person has at once, where it is not the default.
create table if not exists work_limit (
    agent_id bigint     not null,
    channel  varchar(8) character set ascii not null,
    items    int        not null,
    primary key (agent_id, channel),
    constraint work_limit_channel check (channel in ('TICKET', 'CHAT')),
    constraint work_limit_items check (items between 0 and 100)
) engine = InnoDB default character set utf8mb4;
