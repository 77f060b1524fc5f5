--liquibase formatted sql

--changeset rollcall:alerts-0002-severe-since
--comment An alert that was raised before somebody was severely out tells of that once more.
alter table alert
    add column if not exists severe_at datetime(6) null
        comment 'when whoever looks after them was told that it had become severe' after raised_at;

--changeset rollcall:alerts-0002-delivery-steps
--comment Each step of an alert reaches a person once.
alter table alert_delivery
    add column if not exists severe boolean not null default false
        comment 'told a second time, because it had become severe' after user_id,
    drop primary key,
    add primary key (alert_id, user_id, severe);
