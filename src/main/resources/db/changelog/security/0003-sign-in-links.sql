--liquibase formatted sql

--changeset rollcall:security-0003-sign-in-links
-- One for each user at most: a newer link takes the place of the one before. The secret itself is never stored.
create table if not exists sign_in_link (
    user_id     bigint      not null,
    secret_hash binary(32)  not null,
    created_at  datetime(6) not null,
    expires_at  datetime(6) not null,
    constraint sign_in_link_pk primary key (user_id),
    constraint sign_in_link_secret unique (secret_hash),
    constraint sign_in_link_lasts check (expires_at > created_at),
    constraint sign_in_link_user foreign key (user_id) references app_user (id)
) engine = InnoDB default charset = utf8mb4;
