--liquibase formatted sql

--changeset rollcall:adherence-0012-recalculation
--comment Days that are over and that somebody had judged anew: who, from when, and how far it is. One at a time.
create table if not exists adherence_recalculation (
    id         bigint       not null auto_increment,
    unit_id    bigint       null,
    first_day  date         not null,
    last_day   date         not null,
    reason     varchar(500) null,
    actor_kind varchar(10)  not null,
    actor_id   varchar(100) not null,
    actor_name varchar(200) not null,
    asked_at   datetime(6)  not null,
    people     int          not null check (people >= 0),
    done       int          not null default 0 check (done >= 0),
    last_agent bigint       not null default 0,
    state      varchar(10)  not null,
    ended_at   datetime(6)  null,
    running    tinyint as (case when state = 'RUNNING' then 1 end) persistent,
    primary key (id),
    unique key adherence_recalculation_one (running),
    constraint adherence_recalculation_days check (last_day >= first_day),
    constraint adherence_recalculation_state check (state in ('RUNNING', 'DONE', 'FAILED')),
    constraint adherence_recalculation_end check ((state = 'RUNNING') = (ended_at is null))
) engine = InnoDB default character set utf8mb4;
