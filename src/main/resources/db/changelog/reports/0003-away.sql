--liquibase formatted sql

--changeset rollcall:reports-0003-away
--comment Planned work that was not done, by where in its entry; the rest of away lies in between. What was kept before is added up again.
alter table report_activity
    add column if not exists away_late bigint not null default 0,
    add column if not exists away_early bigint not null default 0,
    add column if not exists away_absent bigint not null default 0,
    drop constraint if exists report_activity_away,
    add constraint report_activity_away check (away_late >= 0 and away_early >= 0 and away_absent >= 0
        and away_late + away_early + away_absent <= away);
