--liquibase formatted sql

--changeset rollcall:adherence-0011-afterwards
--comment How much of a day's time was judged otherwise by what was known when it ended, in microseconds; or whether there was no plan by then.
alter table adherence_day
    add column if not exists changed_afterwards bigint not null default 0 check (changed_afterwards >= 0),
    add column if not exists planned_afterwards boolean not null default false;

--changeset rollcall:adherence-0011-again
--comment Records are a cache: those made before do not know, and are made again.
delete from adherence_day;
