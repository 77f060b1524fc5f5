--liquibase formatted sql

--changeset rollcall:api-0001
--comment The first answers to writes that carried an Idempotency-Key. A row without an answer is being worked on.
create table if not exists api_idempotency (
    caller       varchar(100) character set ascii collate ascii_bin not null,
    request_key  binary(32)   not null,
    fingerprint  binary(32)   not null,
    claimed_at   datetime(6)  not null,
    expires_at   datetime(6)  not null,
    status       smallint,
    headers      text,
    body         longblob,
    primary key (caller, request_key),
    index api_idempotency_by_expiry (expires_at)
) engine = InnoDB default character set utf8mb4;
