--liquibase formatted sql

--changeset rollcall:quality-0001-scorecard
--validCheckSum: ANY
create table if not exists quality_scorecard (
    code    varchar(40) character set ascii collate ascii_bin not null,
    retired boolean     not null default false,
    constraint quality_scorecard_pk primary key (code)
) engine = InnoDB default character set utf8mb4;

create table if not exists quality_scorecard_version (
    card         varchar(40)  character set ascii collate ascii_bin not null,
    number       int          not null,
    sheet        mediumtext   not null comment 'categories, questions and answers as JSON',
    edits        bigint       not null,
    published_at datetime(6)  null,
    published_by varchar(200) null,
    draft_of     varchar(40)  character set ascii collate ascii_bin as (if(published_at is null, card, null)) persistent,
    constraint quality_scorecard_version_pk primary key (card, number),
    constraint quality_scorecard_one_draft unique (draft_of),
    constraint quality_scorecard_version_of foreign key (card) references quality_scorecard (code),
    constraint quality_scorecard_version_number check (number >= 1),
    constraint quality_scorecard_published check ((published_at is null) = (published_by is null))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:quality-0001-frozen splitStatements:false
--validCheckSum: ANY
--comment What people were judged by stays what it was.
create or replace trigger quality_scorecard_version_is_frozen before update on quality_scorecard_version for each row
    if old.published_at is not null then
        signal sqlstate '45000' set message_text = 'A published scorecard never changes: make the next version';
    end if

--changeset rollcall:quality-0001-kept splitStatements:false
--validCheckSum: ANY
create or replace trigger quality_scorecard_version_is_kept before delete on quality_scorecard_version for each row
    if old.published_at is not null then
        signal sqlstate '45000' set message_text = 'A published scorecard is never deleted: retire it';
    end if

--changeset rollcall:quality-0001-interaction
--validCheckSum: ANY
--comment What can be scored: who spoke with whom, when and for how long. What was said stays in the system that keeps it.
create table if not exists quality_interaction (
    id             bigint        not null auto_increment,
    source         varchar(200)  character set utf8mb4 collate utf8mb4_nopad_bin not null,
    external_id    varchar(200)  character set utf8mb4 collate utf8mb4_nopad_bin not null,
    version        bigint        not null,
    agent_id       bigint        not null,
    channel        varchar(6)    character set ascii not null,
    started_at     datetime(6)   not null,
    zone           varchar(50)   character set ascii not null,
    seconds        int           null comment 'from the first word to the last',
    answer_seconds int           null comment 'how long the customer waited',
    transfers      int           not null,
    transferred_to text          not null comment 'JSON: to whom, in order',
    customer       varchar(100)  null,
    link           varchar(1000) null,
    reason         varchar(200)  null comment 'why it came, or who asked to look at it',
    group_id       bigint        null,
    observed       boolean       not null default false,
    received_at    datetime(6)   not null,
    actor_kind     varchar(8)    character set ascii not null,
    actor_id       varchar(100)  not null,
    actor_name     varchar(200)  not null,
    constraint quality_interaction_pk primary key (id),
    constraint quality_interaction_once unique (source, external_id),
    index quality_interaction_of_person (agent_id, started_at),
    index quality_interaction_by_time (started_at),
    constraint quality_interaction_channel check (channel in ('CALL', 'CHAT', 'EMAIL', 'TICKET', 'OTHER')),
    constraint quality_interaction_lengths check ((seconds is null or seconds >= 0) and (answer_seconds is null or answer_seconds >= 0) and transfers >= 0),
    constraint quality_interaction_link check (link is null or link like 'https://%')
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:quality-0001-interaction-past
--validCheckSum: ANY
--comment What a newer version took the place of.
create table if not exists quality_interaction_past (
    interaction_id bigint      not null,
    version        bigint      not null,
    agent_id       bigint      not null,
    told           mediumtext  not null comment 'as JSON',
    replaced_at    datetime(6) not null,
    constraint quality_interaction_past_pk primary key (interaction_id, version),
    index quality_interaction_past_of_person (agent_id),
    constraint quality_interaction_past_of foreign key (interaction_id) references quality_interaction (id)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:quality-0001-evaluation
--validCheckSum: ANY
--comment What an evaluator found. The score shown is that of its current revision.
create table if not exists quality_evaluation (
    id              bigint       not null auto_increment,
    interaction_id  bigint       not null,
    agent_id        bigint       not null,
    unit_id         bigint       not null comment 'where the person was at home then',
    card            varchar(40)  character set ascii collate ascii_bin not null,
    card_version    int          not null,
    evaluator_kind  varchar(8)   character set ascii not null,
    evaluator_id    varchar(100) not null,
    evaluator_name  varchar(200) not null,
    created_at      datetime(6)  not null,
    state           varchar(9)   character set ascii not null default 'DRAFT',
    published_at    datetime(6)  null,
    revision        int          not null default 1,
    asks_self       boolean      not null default true comment 'whether the person is asked for their own view first',
    self_state      varchar(8)   character set ascii not null default 'OPEN',
    seen_at         datetime(6)  null comment 'when the person first saw the result',
    acknowledged_at datetime(6)  null,
    disputed        boolean      not null default false comment 'a dispute waits',
    version         bigint       not null default 1,
    constraint quality_evaluation_pk primary key (id),
    constraint quality_evaluation_once unique (interaction_id, card),
    index quality_evaluation_of_person (agent_id, state, published_at),
    index quality_evaluation_by_evaluator (evaluator_id, state),
    index quality_evaluation_published (state, published_at),
    constraint quality_evaluation_interaction foreign key (interaction_id) references quality_interaction (id),
    constraint quality_evaluation_card foreign key (card, card_version) references quality_scorecard_version (card, number),
    constraint quality_evaluation_state check (state in ('DRAFT', 'PUBLISHED')),
    constraint quality_evaluation_since check ((state = 'PUBLISHED') = (published_at is not null)),
    constraint quality_evaluation_self check (self_state in ('OPEN', 'GIVEN', 'DECLINED')),
    constraint quality_evaluation_closed check (state = 'PUBLISHED' or (self_state = 'OPEN' and seen_at is null and acknowledged_at is null and not disputed)),
    constraint quality_evaluation_seen_after check (seen_at is null or self_state <> 'OPEN' or not asks_self),
    constraint quality_evaluation_acknowledged check (acknowledged_at is null or seen_at is not null)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:quality-0001-revision
--validCheckSum: ANY
create table if not exists quality_revision (
    evaluation_id  bigint        not null,
    number         int           not null,
    answers        mediumtext    not null,
    comment        varchar(2000) not null,
    score          decimal(11, 8) null comment 'in hundredths; null: all was skipped',
    failed         boolean       not null,
    compliance_met int           not null,
    compliance_asked int         not null,
    written_at     datetime(6)   not null,
    written_by     varchar(200)  not null,
    published      boolean       not null default false,
    constraint quality_revision_pk primary key (evaluation_id, number),
    constraint quality_revision_of foreign key (evaluation_id) references quality_evaluation (id) on delete cascade,
    constraint quality_revision_score check (score is null or score between 0 and 100),
    constraint quality_revision_compliance check (compliance_met between 0 and compliance_asked)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:quality-0001-revision-frozen splitStatements:false
--validCheckSum: ANY
--comment What was published stays; a resolution adds the next one.
create or replace trigger quality_revision_is_frozen before update on quality_revision for each row
    if old.published then
        signal sqlstate '45000' set message_text = 'A published evaluation never changes: add a revision';
    end if

--changeset rollcall:quality-0001-note
--validCheckSum: ANY
--comment For evaluators alone. In a table of its own, so that nothing that reads evaluations finds it.
create table if not exists quality_private_note (
    evaluation_id bigint        not null,
    note          varchar(2000) not null,
    written_at    datetime(6)   not null,
    written_by    varchar(200)  not null,
    constraint quality_private_note_pk primary key (evaluation_id),
    constraint quality_private_note_of foreign key (evaluation_id) references quality_evaluation (id) on delete cascade
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:quality-0001-self
--validCheckSum: ANY
create table if not exists quality_self_assessment (
    evaluation_id bigint         not null,
    answers       mediumtext     not null,
    comment       varchar(2000)  not null,
    score         decimal(11, 8) null,
    written_at    datetime(6)    not null,
    constraint quality_self_assessment_pk primary key (evaluation_id),
    constraint quality_self_assessment_of foreign key (evaluation_id) references quality_evaluation (id)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:quality-0001-dispute
--validCheckSum: ANY
create table if not exists quality_dispute (
    id            bigint        not null auto_increment,
    evaluation_id bigint        not null,
    reason        varchar(2000) not null,
    raised_at     datetime(6)   not null,
    of_revision   int           not null,
    outcome       varchar(7)    character set ascii null,
    note          varchar(2000) null,
    resolved_at   datetime(6)   null,
    resolved_id   varchar(100)  null,
    resolved_name varchar(200)  null,
    waits_for     bigint        as (if(outcome is null, evaluation_id, null)) persistent,
    constraint quality_dispute_pk primary key (id),
    constraint quality_dispute_one_waits unique (waits_for),
    index quality_dispute_of_evaluation (evaluation_id, id),
    constraint quality_dispute_of foreign key (evaluation_id) references quality_evaluation (id),
    constraint quality_dispute_outcome check (outcome is null or outcome in ('KEPT', 'CHANGED')),
    constraint quality_dispute_resolved check ((outcome is null) = (resolved_at is null) and (outcome is null) = (note is null) and (outcome is null) = (resolved_name is null))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:quality-0001-plan
--validCheckSum: ANY
create table if not exists quality_plan (
    id            bigint       not null auto_increment,
    name          varchar(120) not null,
    card          varchar(40)  character set ascii collate ascii_bin not null,
    unit_id       bigint       not null comment 'its people and those of units below',
    group_id      bigint       null,
    channel       varchar(6)   character set ascii null,
    least_seconds int          null,
    most_seconds  int          null,
    per_week      int          not null comment 'of each person',
    active        boolean      not null,
    version       bigint       not null default 1,
    constraint quality_plan_pk primary key (id),
    constraint quality_plan_card foreign key (card) references quality_scorecard (code),
    constraint quality_plan_channel check (channel is null or channel in ('CALL', 'CHAT', 'EMAIL', 'TICKET', 'OTHER')),
    constraint quality_plan_lengths check (least_seconds is null or most_seconds is null or least_seconds <= most_seconds),
    constraint quality_plan_number check (per_week between 1 and 20)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:quality-0001-draw
--validCheckSum: ANY
--comment A draw with all that is needed to show it again.
create table if not exists quality_draw (
    id         bigint       not null auto_increment,
    plan_id    bigint       not null,
    week       date         not null comment 'its Monday',
    seed       bigint       not null,
    rules      text         not null comment 'the plan as it was, as JSON',
    candidates mediumtext   not null comment 'the interactions drawn from, by number, as JSON',
    drawn_at   datetime(6)  not null,
    drawn_by   varchar(200) not null,
    constraint quality_draw_pk primary key (id),
    constraint quality_draw_once unique (plan_id, week),
    constraint quality_draw_of foreign key (plan_id) references quality_plan (id),
    constraint quality_draw_monday check (weekday(week) = 0)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:quality-0001-task
--validCheckSum: ANY
create table if not exists quality_task (
    id             bigint       not null auto_increment,
    draw_id        bigint       not null,
    interaction_id bigint       not null,
    agent_id       bigint       not null,
    card           varchar(40)  character set ascii collate ascii_bin not null,
    due            date         not null,
    state          varchar(7)   character set ascii not null default 'OPEN',
    evaluation_id  bigint       null,
    why            varchar(200) null comment 'why it was passed over',
    constraint quality_task_pk primary key (id),
    constraint quality_task_once unique (draw_id, interaction_id),
    index quality_task_to_do (state, due),
    index quality_task_of_person (agent_id),
    index quality_task_of_evaluation (evaluation_id),
    constraint quality_task_of foreign key (draw_id) references quality_draw (id),
    constraint quality_task_interaction foreign key (interaction_id) references quality_interaction (id),
    constraint quality_task_evaluation foreign key (evaluation_id) references quality_evaluation (id) on delete set null,
    constraint quality_task_state check (state in ('OPEN', 'DONE', 'PASSED')),
    constraint quality_task_why check ((state = 'PASSED') = (why is not null))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:quality-0001-calibration
--validCheckSum: ANY
create table if not exists quality_calibration (
    id               bigint       not null auto_increment,
    name             varchar(120) not null,
    interaction_id   bigint       not null,
    agent_id         bigint       not null,
    card             varchar(40)  character set ascii collate ascii_bin not null,
    card_version     int          not null,
    facilitator_id   varchar(100) not null,
    facilitator_name varchar(200) not null,
    opened_at        datetime(6)  not null,
    closed_at        datetime(6)  null,
    constraint quality_calibration_pk primary key (id),
    index quality_calibration_of_person (agent_id),
    constraint quality_calibration_interaction foreign key (interaction_id) references quality_interaction (id),
    constraint quality_calibration_card foreign key (card, card_version) references quality_scorecard_version (card, number)
) engine = InnoDB default character set utf8mb4;

create table if not exists quality_calibration_score (
    calibration_id bigint         not null,
    scorer_id      varchar(100)   not null,
    scorer_name    varchar(200)   not null,
    answers        mediumtext     not null,
    score          decimal(11, 8) null,
    scored_at      datetime(6)    not null,
    constraint quality_calibration_score_pk primary key (calibration_id, scorer_id),
    constraint quality_calibration_score_of foreign key (calibration_id) references quality_calibration (id)
) engine = InnoDB default character set utf8mb4;
