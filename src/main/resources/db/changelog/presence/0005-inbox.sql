--liquibase formatted sql

--changeset rollcall:presence-0005-inbox-states
--comment What became of a rejected event, and who saw to it. Rows stay whatever becomes of them.
alter table rejected_event
    add column if not exists state varchar(9) character set ascii not null default 'OPEN',
    add column if not exists discard_reason varchar(500) null,
    add column if not exists resolved_kind varchar(8) character set ascii null,
    add column if not exists resolved_id varchar(100) null,
    add column if not exists resolved_name varchar(200) null comment 'null: its source sent it again and it was accepted';

update rejected_event set state = 'ACCEPTED' where resolved_at is not null and state = 'OPEN';

--changeset rollcall:presence-0005-inbox-invariants
--validCheckSum: ANY
alter table rejected_event
    drop constraint if exists rejected_event_state_known,
    drop constraint if exists rejected_event_state_since,
    drop constraint if exists rejected_event_discarded_why;
alter table rejected_event
    add constraint rejected_event_state_known check (state in ('OPEN', 'ACCEPTED', 'DISCARDED')),
    add constraint rejected_event_state_since check ((state = 'OPEN') = (resolved_at is null)),
    add constraint rejected_event_discarded_why check ((state = 'DISCARDED') = (discard_reason is not null));

--changeset rollcall:presence-0005-inbox-indexes
alter table rejected_event
    drop index if exists rejected_event_open,
    add index if not exists rejected_event_by_state (state, id),
    add index if not exists rejected_event_by_source (source, state, id),
    add index if not exists rejected_event_by_code (code, state, id),
    add index if not exists rejected_event_seen (last_seen_at);
