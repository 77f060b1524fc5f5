--liquibase formatted sql

--changeset rollcall:requests-0006-claim-answer
--comment What whoever decided about a claim said to whoever made it, as of time off and swaps.
alter table open_shift_claim
    add column if not exists answer varchar(200) null;
