--liquibase formatted sql

--changeset rollcall:security-0004-users-without-a-password
-- Null: they have not chosen one yet, and nothing they could type lets them in.
alter table app_user modify password_hash varchar(200) null;
