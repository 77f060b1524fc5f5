--liquibase formatted sql

--changeset rollcall:messages-0001-template
--comment What supervisors say often. A template is retired, never removed.
create table if not exists message_template (
    code     varchar(40)  character set ascii collate ascii_bin not null,
    text_key varchar(100) null comment 'message key of its text as shipped',
    own_text varchar(300) null comment 'what people here say instead',
    position int          not null,
    retired  boolean      not null default false,
    version  bigint       not null default 1,
    primary key (code),
    constraint message_template_says check (text_key is not null or own_text is not null)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:messages-0001-shipped-templates
insert ignore into message_template (code, text_key, position) values
    ('NEED_HELP', 'messages.template.NEED_HELP', 10),
    ('VOLUME_IS_HIGH', 'messages.template.VOLUME_IS_HIGH', 20),
    ('WHERE_ARE_YOU', 'messages.template.WHERE_ARE_YOU', 30);

--changeset rollcall:messages-0001-message
--comment A short message from somebody who looks after people. Taken back it is still known that it was sent.
create table if not exists quick_message (
    id           bigint       not null auto_increment,
    text         varchar(300) not null,
    sent_at      datetime(6)  not null,
    sent_kind    varchar(8)   character set ascii not null,
    sent_id      varchar(100) not null,
    sent_name    varchar(200) not null,
    withdrawn_at datetime(6)  null,
    primary key (id),
    index quick_message_age (sent_at),
    constraint quick_message_says check (char_length(trim(text)) > 0)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:messages-0001-copy
--comment What became of a message with each person it was sent to: shown on a page of theirs, read, answered, in this order. Whoever is gone takes theirs along.
create table if not exists quick_message_copy (
    message_id   bigint       not null,
    agent_id     bigint       not null,
    delivered_at datetime(6)  null,
    read_at      datetime(6)  null,
    answered_at  datetime(6)  null,
    answer       varchar(12)  character set ascii null,
    answer_text  varchar(300) null,
    primary key (message_id, agent_id),
    index quick_message_of_agent (agent_id, message_id),
    constraint quick_message_copy_of foreign key (message_id) references quick_message (id) on delete cascade,
    constraint quick_message_copy_for foreign key (agent_id) references agent (id) on delete cascade,
    constraint quick_message_copy_order check ((read_at is null or delivered_at is not null)
        and (answered_at is null or read_at is not null)),
    constraint quick_message_copy_answer check ((answered_at is null) = (answer is null)
        and (answer is null or answer in ('BACK_NOW', 'CALL_OVERRAN', 'TEXT'))
        and ((answer = 'TEXT') is true) = (answer_text is not null))
) engine = InnoDB default character set utf8mb4;
