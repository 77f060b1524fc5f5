--liquibase formatted sql

--changeset rollcall:incentives-0003-recognition
--validCheckSum: ANY
--comment What people show the team of what they earned, themselves; and leaderboards: by units that want one, of people who join.
create table if not exists incentives_shown (
    id         bigint      not null auto_increment,
    agent_id   bigint      not null,
    run_id     bigint      null,
    redemption bigint      null,
    shown_at   datetime(6) not null,
    constraint incentives_shown_pk primary key (id),
    constraint incentives_shown_award unique (run_id, agent_id),
    constraint incentives_shown_reward unique (redemption),
    index incentives_shown_when (shown_at),
    constraint incentives_shown_run foreign key (run_id) references incentives_run (id),
    constraint incentives_shown_redemption foreign key (redemption) references incentives_redemption (id),
    constraint incentives_shown_one check ((run_id is null) <> (redemption is null))
) engine = InnoDB default character set utf8mb4;

create table if not exists incentives_leaderboard (
    unit_id   bigint      not null,
    opened_at datetime(6) not null,
    constraint incentives_leaderboard_pk primary key (unit_id)
) engine = InnoDB default character set utf8mb4;

create table if not exists incentives_leaderboard_member (
    agent_id  bigint      not null,
    joined_at datetime(6) not null,
    constraint incentives_leaderboard_member_pk primary key (agent_id)
) engine = InnoDB default character set utf8mb4;
