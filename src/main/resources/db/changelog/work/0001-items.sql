--liquibase formatted sql

--changeset rollcall:work-0001-item
--comment What customers want: a case, a chat, a call. One row from its arrival to its end.
create table if not exists work_item (
    id          bigint       not null auto_increment,
    reference   varchar(100) character set utf8mb4 collate utf8mb4_nopad_bin not null comment 'what other systems call it',
    channel     varchar(8)   character set ascii not null,
    group_id    bigint       not null,
    subject     varchar(200) not null,
    customer    varchar(200) comment 'how the source refers to the customer',
    priority    tinyint      not null comment '1 is the most urgent',
    state       varchar(10)  character set ascii not null,
    agent_id    bigint       comment 'who has it, or who finished it',
    arrived_at  datetime(6)  not null,
    waits_since datetime(6)  comment 'since when it is in the queue of its group',
    held_since  datetime(6)  comment 'since when the agent has it',
    ended_at    datetime(6),
    turns       int          not null default 0 comment 'how often somebody began to work on it',
    version     bigint       not null default 1,
    primary key (id),
    unique key work_item_reference (reference),
    index work_item_waiting (state, group_id, priority, waits_since),
    index work_item_held (agent_id, state),
    index work_item_group (group_id, id),
    fulltext index work_item_words (subject, customer),
    index work_item_ended (ended_at),
    constraint work_item_channel check (channel in ('TICKET', 'CHAT', 'CALL')),
    constraint work_item_state check (state in ('WAITING', 'ASSIGNED', 'ACTIVE', 'DONE')),
    constraint work_item_priority check (priority between 1 and 4),
    constraint work_item_waits check ((state = 'WAITING') = (waits_since is not null)),
    constraint work_item_agent check (state = 'DONE' or (state = 'WAITING') = (agent_id is null)),
    constraint work_item_held check ((state in ('ASSIGNED', 'ACTIVE')) = (held_since is not null)),
    constraint work_item_ended check ((state = 'DONE') = (ended_at is not null))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:work-0001-step
--comment What happened to each item, and who did it: append-only.
create table if not exists work_step (
    id         bigint       not null auto_increment,
    item       bigint       not null,
    kind       varchar(12)  character set ascii not null,
    at         datetime(6)  not null,
    group_id   bigint       not null,
    agent_id   bigint       comment 'who has it from then on',
    actor_kind varchar(8)   character set ascii not null,
    actor_id   varchar(100) not null,
    actor_name varchar(200) not null,
    note       varchar(500),
    primary key (id),
    index work_step_of_item (item, id),
    constraint work_step_item foreign key (item) references work_item (id),
    constraint work_step_kind check (kind in ('ARRIVED', 'ASSIGNED', 'TAKEN', 'STARTED', 'PAUSED', 'TRANSFERRED', 'RETURNED', 'COMPLETED'))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:work-0001-step-no-update splitStatements:false
create or replace trigger work_step_no_update before update on work_step for each row
    signal sqlstate '45000' set message_text = 'What happened to an item is append-only: record a new step instead';

--changeset rollcall:work-0001-step-no-delete splitStatements:false
create or replace trigger work_step_no_delete before delete on work_step for each row
    signal sqlstate '45000' set message_text = 'What happened to an item is append-only: nothing is deleted from it';
