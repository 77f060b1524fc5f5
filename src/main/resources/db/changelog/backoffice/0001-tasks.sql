--liquibase formatted sql

--changeset rollcall:backoffice-0001-task
--comment What is done away from customers: one row from its creation to its end.
create table if not exists backoffice_task (
    id               bigint        not null auto_increment,
    title            varchar(200)  not null,
    description      varchar(2000),
    unit_id          bigint        not null,
    agent_id         bigint        comment 'who is to do it',
    estimate_minutes int           comment 'how long it should take',
    due_at           datetime(6)   comment 'when it should be done',
    state            varchar(10)   character set ascii not null,
    created_by       varchar(200)  not null comment 'the name of whoever created it',
    created_at       datetime(6)   not null,
    ended_at         datetime(6)   comment 'when it was finished or given up',
    version          bigint        not null default 1,
    primary key (id),
    index backoffice_task_of_unit (unit_id, state, due_at),
    index backoffice_task_of_agent (agent_id, state, due_at),
    index backoffice_task_ended (state, ended_at),
    constraint backoffice_task_state check (state in ('OPEN', 'RUNNING', 'DONE', 'CANCELLED')),
    constraint backoffice_task_title check (title <> ''),
    constraint backoffice_task_estimate check (estimate_minutes between 1 and 60000),
    constraint backoffice_task_doer check (state in ('OPEN', 'CANCELLED') or agent_id is not null),
    constraint backoffice_task_ended check ((state in ('DONE', 'CANCELLED')) = (ended_at is not null))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:backoffice-0001-interval
--comment When somebody worked on a task. Nobody works on two at once, and no task is worked on twice at once.
create table if not exists backoffice_interval (
    id            bigint       not null auto_increment,
    task          bigint       not null,
    agent_id      bigint       not null,
    started_at    datetime(6)  not null,
    ended_at      datetime(6),
    status_before varchar(120) not null comment 'the status to give back',
    running_agent bigint       as (if(ended_at is null, agent_id, null)) persistent,
    running_task  bigint       as (if(ended_at is null, task, null)) persistent,
    primary key (id),
    unique key backoffice_interval_one_each (running_agent),
    unique key backoffice_interval_one_of_task (running_task),
    index backoffice_interval_of_task (task, started_at),
    constraint backoffice_interval_task foreign key (task) references backoffice_task (id),
    constraint backoffice_interval_order check (ended_at is null or ended_at >= started_at)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:backoffice-0001-task-goes-forward splitStatements:false
create or replace trigger backoffice_task_goes_forward before update on backoffice_task for each row
begin
    if old.state in ('DONE', 'CANCELLED') then
        signal sqlstate '45000' set message_text = 'A task that has ended stays as it is';
    end if;
    if new.version <> old.version + 1 then
        signal sqlstate '45000' set message_text = 'Each change of a task counts its version up by one';
    end if;
    if new.state = 'RUNNING' and not (new.agent_id <=> old.agent_id) then
        signal sqlstate '45000' set message_text = 'Whoever works on a task keeps it until they stop';
    end if;
end

--changeset rollcall:backoffice-0001-interval-stays splitStatements:false
create or replace trigger backoffice_interval_stays before update on backoffice_interval for each row
begin
    if old.ended_at is not null or new.started_at <> old.started_at or new.task <> old.task or new.agent_id <> old.agent_id then
        signal sqlstate '45000' set message_text = 'Time that was worked is not changed afterwards';
    end if;
end
