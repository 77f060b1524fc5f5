--liquibase formatted sql

--changeset rollcall:coaching-0001-session
--validCheckSum: ANY
create table if not exists coaching_session (
    id          bigint        not null auto_increment,
    kind        varchar(10)   character set ascii not null,
    title       varchar(120)  not null,
    starts_at   datetime(6)   null comment 'null: in one’s own time',
    ends_at     datetime(6)   null,
    agenda      varchar(2000) not null,
    notes       varchar(4000) not null default '' comment 'read by everybody who takes part',
    reason_kind varchar(10)   character set ascii null comment 'what it starts from',
    reason_ref  varchar(100)  null,
    state       varchar(9)    character set ascii not null default 'PLANNED',
    why         varchar(200)  null comment 'why it was cancelled',
    coach_kind  varchar(8)    character set ascii not null,
    coach_id    varchar(100)  not null,
    coach_name  varchar(200)  not null,
    follow_up   date          null comment 'when to come back to it; of e-learning: by when it is to be done',
    followed_up boolean       not null default false,
    reminded    boolean       not null default false comment 'the coach was told that the day has come',
    created_at  datetime(6)   not null,
    version     bigint        not null default 1,
    constraint coaching_session_pk primary key (id),
    index coaching_session_by_time (state, starts_at),
    index coaching_session_follow_up (followed_up, follow_up),
    constraint coaching_session_kind check (kind in ('ONE_ON_ONE', 'GROUP', 'E_LEARNING')),
    constraint coaching_session_state check (state in ('PLANNED', 'HELD', 'MISSED', 'CANCELLED')),
    constraint coaching_session_hours check ((starts_at is null) = (ends_at is null) and (starts_at is null or starts_at < ends_at)),
    constraint coaching_session_when check (kind = 'E_LEARNING' or starts_at is not null),
    constraint coaching_session_reason check ((reason_kind is null) = (reason_ref is null)),
    constraint coaching_session_reason_kind check (reason_kind is null or reason_kind in ('DAY', 'EVALUATION')),
    constraint coaching_session_why check ((state = 'CANCELLED') = (why is not null))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:coaching-0001-participant
--validCheckSum: ANY
--comment Who takes part, where it stands in their plan, and what they said of it.
create table if not exists coaching_participant (
    session_id      bigint        not null,
    agent_id        bigint        not null,
    planned_on      date          null comment 'the working day whose plan has it',
    seen_at         datetime(6)   null,
    learned_at      datetime(6)   null comment 'when they said that they worked through the material',
    acknowledged_at datetime(6)   null,
    word            varchar(1000) not null default '',
    constraint coaching_participant_pk primary key (session_id, agent_id),
    index coaching_participant_of_person (agent_id),
    constraint coaching_participant_of foreign key (session_id) references coaching_session (id),
    constraint coaching_participant_word check (word = '' or acknowledged_at is not null)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:coaching-0001-note
--validCheckSum: ANY
--comment For who wrote it alone. In a table of its own, so that nothing that reads sessions finds it.
create table if not exists coaching_private_note (
    session_id bigint        not null,
    writer_id  varchar(100)  not null,
    note       varchar(4000) not null,
    written_at datetime(6)   not null,
    constraint coaching_private_note_pk primary key (session_id, writer_id),
    constraint coaching_private_note_of foreign key (session_id) references coaching_session (id)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:coaching-0001-goal
--validCheckSum: ANY
create table if not exists coaching_goal (
    id         bigint        not null auto_increment,
    session_id bigint        not null,
    agent_id   bigint        not null,
    metric     varchar(9)    character set ascii not null,
    text       varchar(300)  not null,
    target     decimal(5, 2) null comment 'in hundredths',
    due        date          null,
    constraint coaching_goal_pk primary key (id),
    index coaching_goal_of_person (agent_id, metric),
    constraint coaching_goal_of foreign key (session_id, agent_id) references coaching_participant (session_id, agent_id),
    constraint coaching_goal_metric check (metric in ('ADHERENCE', 'QUALITY', 'WORDS')),
    constraint coaching_goal_target check (target is null or (metric <> 'WORDS' and target between 0 and 100))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:coaching-0001-action
--validCheckSum: ANY
create table if not exists coaching_action (
    id         bigint       not null auto_increment,
    session_id bigint       not null,
    agent_id   bigint       not null,
    owner      varchar(5)   character set ascii not null,
    text       varchar(300) not null,
    due        date         not null,
    done_at    datetime(6)  null,
    reminded   boolean      not null default false,
    constraint coaching_action_pk primary key (id),
    index coaching_action_of_person (agent_id, done_at),
    index coaching_action_due (done_at, due),
    constraint coaching_action_of foreign key (session_id, agent_id) references coaching_participant (session_id, agent_id),
    constraint coaching_action_owner check (owner in ('AGENT', 'COACH'))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:coaching-0001-material
--validCheckSum: ANY
create table if not exists coaching_material (
    id         bigint        not null auto_increment,
    session_id bigint        not null,
    title      varchar(200)  not null,
    link       varchar(1000) not null,
    constraint coaching_material_pk primary key (id),
    index coaching_material_of (session_id),
    constraint coaching_material_session foreign key (session_id) references coaching_session (id),
    constraint coaching_material_link check (link like 'https://%')
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:coaching-0001-tip
--validCheckSum: ANY
--comment Tips in the moment. They go out as quick messages, which know what was answered.
create table if not exists coaching_tip (
    message_id bigint       not null,
    agent_id   bigint       not null,
    text       varchar(300) not null,
    given_at   datetime(6)  not null,
    coach_id   varchar(100) not null,
    coach_name varchar(200) not null,
    constraint coaching_tip_pk primary key (message_id, agent_id),
    index coaching_tip_of_person (agent_id, given_at)
) engine = InnoDB default character set utf8mb4;
