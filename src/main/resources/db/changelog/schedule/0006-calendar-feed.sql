--liquibase formatted sql

--changeset rollcall:schedule-0006
--comment The secret address of a user's own calendar, one for each user, as a hash.
create table if not exists calendar_feed (
    user_id     bigint      not null,
    secret_hash binary(32)  not null,
    made_at     datetime(6) not null,
    read_at     datetime(6),
    primary key (user_id),
    unique key calendar_feed_secret (secret_hash)
) engine = InnoDB default character set utf8mb4;
