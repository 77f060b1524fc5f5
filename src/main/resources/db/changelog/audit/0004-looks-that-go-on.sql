--liquibase formatted sql

--changeset rollcall:audit-0004-looks-that-go-on
--comment Before a look is written down, the last minutes of its person are read.
alter table audit_entry
    add index if not exists audit_entry_which_at (which, at);
