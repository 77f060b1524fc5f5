--liquibase formatted sql

--changeset rollcall:requests-0005-claim-decided
--comment When a claim was decided; of those decided before this, when it was made.
alter table open_shift_claim
    add column if not exists decided_at datetime(6) comment 'null: not decided, or decided before this was kept',
    add column if not exists settled_at datetime(6) as (case when state <> 'ASKED' then coalesce(decided_at, claimed_at) end) stored,
    add index if not exists open_shift_claim_by_decision (settled_at);

--changeset rollcall:requests-0005-by-decision
--comment What was decided is read by when, the newest first.
alter table time_off add index if not exists time_off_by_decision (decided_at);
alter table shift_swap add index if not exists shift_swap_by_decision (decided_at);
