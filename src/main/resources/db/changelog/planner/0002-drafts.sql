--liquibase formatted sql

--changeset rollcall:planner-0002-draft
--comment What planners have made of a day and have not published yet. A row stays when its draft is done with, so that its revision never comes twice.
create table if not exists draft_day (
    agent_id     bigint       not null,
    plan_date    date         not null,
    revision     bigint       not null,
    is_open      boolean      not null,
    base_version int          not null comment 'the published version it began with; 0: nothing was planned',
    changed_at   datetime(6)  not null,
    changed_by   varchar(200) not null,
    primary key (agent_id, plan_date),
    index draft_day_open (is_open, plan_date),
    constraint draft_day_revision check (revision >= 1),
    constraint draft_day_base check (base_version >= 0)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:planner-0002-activity
create table if not exists draft_activity (
    agent_id  bigint      not null,
    plan_date date        not null,
    position  int         not null,
    activity  varchar(40) character set ascii collate ascii_bin not null,
    starts_at datetime(6) not null,
    ends_at   datetime(6) not null,
    primary key (agent_id, plan_date, position),
    constraint draft_activity_day foreign key (agent_id, plan_date) references draft_day (agent_id, plan_date),
    constraint draft_activity_activity foreign key (activity) references activity (code),
    constraint draft_activity_span check (ends_at > starts_at),
    constraint draft_activity_position check (position between 0 and 199)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:planner-0002-revision-counts-up splitStatements:false
create or replace trigger draft_day_counts_up before update on draft_day for each row
begin
    if new.revision <> old.revision + 1 then
        signal sqlstate '45000' set message_text = 'Each change of a draft counts its revision up by one';
    end if;
end
