--liquibase formatted sql

--changeset rollcall:alerts-0001-rule
--comment When whoever looks after people is told that somebody is out. The first that fits decides.
create table if not exists alert_rule (
    id            bigint      not null auto_increment,
    severity      varchar(8)  character set ascii collate ascii_bin not null,
    after_seconds int         not null comment 'out for at least so long',
    nudge_seconds int         not null comment 'so long before, the agent is told; 0: they are not',
    activity      varchar(40) character set ascii collate ascii_bin null comment 'planned then; null: any, or nothing',
    unit_id       bigint      null comment 'with everything below it; null: everywhere',
    bell          boolean     not null,
    mail          boolean     not null,
    switched_on   boolean     not null,
    position      int         not null,
    version       bigint      not null default 1,
    primary key (id),
    constraint alert_rule_unit foreign key (unit_id) references unit (id) on delete cascade,
    constraint alert_rule_severity check (severity in ('OUT', 'SEVERE')),
    constraint alert_rule_after check (after_seconds between 0 and 28800),
    constraint alert_rule_nudge check (nudge_seconds between 0 and 3600),
    constraint alert_rule_somewhere check (bell or mail)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:alerts-0001-shipped-rule
--comment Off until somebody switches it on.
insert into alert_rule (severity, after_seconds, nudge_seconds, bell, mail, switched_on, position)
select 'SEVERE', 0, 120, true, false, false, 10
where not exists (select * from alert_rule);

--changeset rollcall:alerts-0001-budget
--comment How many alerts an hour reach one person; one row.
create table if not exists alert_budget (
    id      tinyint not null,
    an_hour int     not null,
    version bigint  not null default 1,
    primary key (id),
    constraint alert_budget_is_one check (id = 1),
    constraint alert_budget_range check (an_hour between 1 and 100)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:alerts-0001-shipped-budget
insert ignore into alert_budget (id, an_hour) values (1, 10);

--changeset rollcall:alerts-0001-alert
--comment What was done about somebody who is out. There is one for each time they are: nobody is told twice, whatever restarts.
create table if not exists alert (
    id         bigint      not null auto_increment,
    agent_id   bigint      not null,
    out_since  datetime(6) not null,
    rule_id    bigint      null,
    severity   varchar(8)  character set ascii collate ascii_bin not null,
    activity   varchar(40) character set ascii collate ascii_bin null,
    nudged_at  datetime(6) null,
    raised_at  datetime(6) null,
    cleared_at datetime(6) null,
    primary key (id),
    constraint alert_once unique (agent_id, out_since),
    constraint alert_agent foreign key (agent_id) references agent (id) on delete cascade,
    constraint alert_rule_of foreign key (rule_id) references alert_rule (id) on delete set null,
    constraint alert_is_about check (nudged_at is not null or raised_at is not null),
    index alert_open (cleared_at),
    index alert_age (out_since)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:alerts-0001-delivery
--comment Who was told of an alert, and whom the budget kept it from.
create table if not exists alert_delivery (
    alert_id  bigint      not null,
    user_id   bigint      not null,
    told_at   datetime(6) not null,
    held_back boolean     not null,
    mail      varchar(8)  character set ascii collate ascii_bin null comment 'null: none is wanted',
    attempts  int         not null default 0,
    primary key (alert_id, user_id),
    constraint alert_delivery_of foreign key (alert_id) references alert (id) on delete cascade,
    constraint alert_delivery_to foreign key (user_id) references app_user (id) on delete cascade,
    constraint alert_delivery_mail check (mail is null or mail in ('WAITING', 'SENT', 'FAILED', 'CLEARED')),
    constraint alert_held_back_means_nothing_sent check (not held_back or mail is null),
    index alert_delivery_to_user (user_id, told_at),
    index alert_delivery_mails (mail)
) engine = InnoDB default character set utf8mb4;
