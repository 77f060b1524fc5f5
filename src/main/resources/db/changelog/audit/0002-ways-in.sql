--liquibase formatted sql

--changeset rollcall:audit-0002-ways-in
--comment The log is read by who did it, by kind and by what it was about; newest first.
alter table audit_entry
    add index if not exists audit_entry_actor (actor_kind, actor_id, id),
    add index if not exists audit_entry_what (what, id),
    add index if not exists audit_entry_which (which, id),
    add index if not exists audit_entry_kind_of (kind, id);
