--liquibase formatted sql

--changeset rollcall:feedback-0001-tag
--validCheckSum: ANY
create table if not exists feedback_tag (
    code     varchar(40)  character set ascii collate ascii_bin not null,
    text_key varchar(100) null comment 'message key of its name as shipped',
    own_text varchar(60)  null comment 'what people here call it',
    position int          not null,
    retired  boolean      not null default false,
    version  bigint       not null default 1,
    constraint feedback_tag_pk primary key (code),
    constraint feedback_tag_says check (text_key is not null or own_text is not null)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:feedback-0001-shipped-tags
insert ignore into feedback_tag (code, text_key, position) values
    ('LISTENING', 'feedback.tag.LISTENING', 10),
    ('CLARITY', 'feedback.tag.CLARITY', 20),
    ('SOLUTION', 'feedback.tag.SOLUTION', 30),
    ('EMPATHY', 'feedback.tag.EMPATHY', 40),
    ('KNOWLEDGE', 'feedback.tag.KNOWLEDGE', 50),
    ('TEAMWORK', 'feedback.tag.TEAMWORK', 60),
    ('PACE', 'feedback.tag.PACE', 70),
    ('RELIABILITY', 'feedback.tag.RELIABILITY', 80);

--changeset rollcall:feedback-0001-cadence
--validCheckSum: ANY
--comment After how many days without feedback somebody of a unit is due. What a unit does not say the one above it says.
create table if not exists feedback_cadence (
    unit_id bigint not null,
    days    int    not null,
    version bigint not null default 1,
    constraint feedback_cadence_pk primary key (unit_id),
    constraint feedback_cadence_days check (days between 1 and 365)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:feedback-0001-note
--validCheckSum: ANY
create table if not exists feedback_note (
    id             bigint        not null auto_increment,
    agent_id       bigint        not null comment 'who it is for',
    kind           varchar(6)    character set ascii not null,
    origin         varchar(4)    character set ascii not null,
    giver_kind     varchar(8)    character set ascii not null,
    giver_id       varchar(100)  not null,
    giver_name     varchar(200)  not null,
    giver_agent_id bigint        null,
    said           varchar(1000) not null,
    next_step      varchar(500)  null comment 'what to do next',
    about          varchar(10)   character set ascii null comment 'what it was said of',
    about_id       varchar(100)  character set ascii null,
    given_at       datetime(6)   not null,
    seen_at        datetime(6)   null,
    reply          varchar(6)    character set ascii null,
    reply_text     varchar(500)  null,
    replied_at     datetime(6)   null,
    shared_at      datetime(6)   null comment 'since when its receiver shows it to the team',
    withdrawn_at   datetime(6)   null,
    report         varchar(7)    character set ascii null,
    report_reason  varchar(500)  null,
    reported_at    datetime(6)   null,
    decided_at     datetime(6)   null,
    decided_name   varchar(200)  null,
    constraint feedback_note_pk primary key (id),
    index feedback_note_of_person (agent_id, given_at),
    index feedback_note_by_giver (giver_id, given_at),
    index feedback_note_by_time (given_at),
    constraint feedback_note_kind check (kind in ('PRAISE', 'NOTE')),
    constraint feedback_note_origin check (origin in ('PEER', 'LEAD')),
    constraint feedback_note_says check (char_length(trim(said)) > 0),
    constraint feedback_note_other check (giver_agent_id is null or giver_agent_id <> agent_id),
    constraint feedback_note_about check ((about is null) = (about_id is null) and (about is null or about in ('DAY', 'CASE', 'EVALUATION'))),
    constraint feedback_note_reply check ((reply is null) = (replied_at is null) and (reply is null or reply in ('THANKS', 'WORDS')) and ((reply_text is not null) = coalesce(reply = 'WORDS', false))),
    constraint feedback_note_shared check (shared_at is null or kind = 'PRAISE'),
    constraint feedback_note_report check ((report is null) = (reported_at is null) and (report is null) = (report_reason is null) and (report is null or report in ('WAITS', 'KEPT', 'REMOVED'))),
    constraint feedback_note_decided check ((decided_at is not null) = coalesce(report in ('KEPT', 'REMOVED'), false) and (decided_at is null) = (decided_name is null))
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:feedback-0001-note-frozen splitStatements:false
--validCheckSum: ANY
--comment What was said to somebody stays as it was said: it is taken back, never rewritten.
create or replace trigger feedback_note_is_frozen before update on feedback_note for each row
    if not (old.said <=> new.said and old.next_step <=> new.next_step and old.kind <=> new.kind and old.origin <=> new.origin
            and old.agent_id <=> new.agent_id and old.giver_id <=> new.giver_id and old.given_at <=> new.given_at) then
        signal sqlstate '45000' set message_text = 'Feedback is never rewritten: take it back and say it anew';
    end if

--changeset rollcall:feedback-0001-note-tag
--validCheckSum: ANY
create table if not exists feedback_note_tag (
    note_id bigint      not null,
    tag     varchar(40) character set ascii collate ascii_bin not null,
    constraint feedback_note_tag_pk primary key (note_id, tag),
    constraint feedback_note_tag_of foreign key (note_id) references feedback_note (id) on delete cascade,
    constraint feedback_note_tag_is foreign key (tag) references feedback_tag (code)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:feedback-0001-round
--validCheckSum: ANY
--comment Anonymous questions to many: agents review a manager, or units say how they are.
create table if not exists feedback_round (
    id           bigint       not null auto_increment,
    kind         varchar(7)   character set ascii not null,
    title        varchar(100) not null,
    manager_user bigint       null comment 'of a review: about whom',
    manager_name varchar(200) null,
    questions    text         not null comment 'as JSON, in order',
    opened_at    datetime(6)  not null,
    opened_name  varchar(200) not null,
    closes_at    datetime(6)  not null,
    constraint feedback_round_pk primary key (id),
    index feedback_round_end (closes_at),
    constraint feedback_round_kind check (kind in ('MANAGER', 'PULSE')),
    constraint feedback_round_about check ((kind = 'MANAGER') = (manager_user is not null) and (manager_user is null) = (manager_name is null)),
    constraint feedback_round_lasts check (closes_at > opened_at)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:feedback-0001-round-frozen splitStatements:false
--validCheckSum: ANY
--comment A round that could end early would tell who answered last.
create or replace trigger feedback_round_is_frozen before update on feedback_round for each row
    signal sqlstate '45000' set message_text = 'A round ends when it was said it would, and asks what it asks'

--changeset rollcall:feedback-0001-round-piece
--validCheckSum: ANY
--comment The parts of those asked of which figures may be told: each has five people or more.
create table if not exists feedback_round_piece (
    round_id bigint       not null,
    piece    int          not null,
    unit_id  bigint       null comment 'null: several units together',
    asked    int          not null,
    constraint feedback_round_piece_pk primary key (round_id, piece),
    constraint feedback_round_piece_of foreign key (round_id) references feedback_round (id) on delete cascade,
    constraint feedback_round_piece_size check (asked >= 5)
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:feedback-0001-round-asked
--validCheckSum: ANY
--comment Who is asked, and whether they have answered. When, and what, is nowhere.
create table if not exists feedback_round_asked (
    round_id bigint  not null,
    agent_id bigint  not null,
    piece    int     not null,
    answered boolean not null default false,
    constraint feedback_round_asked_pk primary key (round_id, agent_id),
    index feedback_round_asked_person (agent_id),
    constraint feedback_round_asked_of foreign key (round_id, piece) references feedback_round_piece (round_id, piece) on delete cascade
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:feedback-0001-round-answer
--validCheckSum: ANY
--comment What was answered, by nobody, at no time. The key is random, so rows lie in no order of arrival.
create table if not exists feedback_round_answer (
    round_id bigint        not null,
    id       binary(16)    not null,
    piece    int           not null,
    marks    varchar(100)  not null comment 'as JSON, one for each question',
    words    varchar(1000) null,
    constraint feedback_round_answer_pk primary key (round_id, id),
    constraint feedback_round_answer_of foreign key (round_id, piece) references feedback_round_piece (round_id, piece) on delete cascade
) engine = InnoDB default character set utf8mb4;

--changeset rollcall:feedback-0001-round-answer-frozen splitStatements:false
--validCheckSum: ANY
create or replace trigger feedback_round_answer_is_frozen before update on feedback_round_answer for each row
    signal sqlstate '45000' set message_text = 'An answer without a name cannot be changed: nobody knows whose it is'
