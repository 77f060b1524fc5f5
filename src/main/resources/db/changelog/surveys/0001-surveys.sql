--liquibase formatted sql

--changeset rollcall:surveys-0001-response
--validCheckSum: ANY
--comment What customers answered. A newer version of the same answer replaces the earlier one.
create table if not exists survey_response (
    id          bigint        not null auto_increment,
    source      varchar(200)  not null,
    ref         varchar(200)  not null,
    version     bigint        not null,
    agent_id    bigint        not null,
    unit_id     bigint        not null comment 'where the person was at home when it was told',
    answered_at datetime(6)   not null,
    kind        varchar(4)    character set ascii not null,
    score       tinyint       not null,
    question    varchar(200)  null,
    comment     varchar(1000) null comment 'forgotten before the rest',
    interaction varchar(200)  null,
    tags        varchar(500)  not null comment 'one to a line',
    told_at     datetime(6)   not null,
    told_by     varchar(200)  not null,
    constraint survey_response_pk primary key (id),
    constraint survey_response_once unique (source, ref),
    index survey_response_when (answered_at),
    index survey_response_of_person (agent_id, answered_at),
    constraint survey_response_score check ((kind = 'NPS' and score between 0 and 10) or (kind = 'CSAT' and score between 1 and 5)),
    constraint survey_response_version check (version >= 0)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
