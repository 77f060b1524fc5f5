--liquibase formatted sql

--changeset rollcall:schedule-0005
--comment Whether an activity asks people to be there. Everything so far does, but for time off; which never does.
alter table activity add column if not exists needs_presence boolean not null default true;

update activity set needs_presence = false where category = 'TIME_OFF' and needs_presence;

alter table activity drop constraint if exists activity_presence;

alter table activity add constraint activity_presence check (category <> 'TIME_OFF' or not needs_presence);

--changeset rollcall:schedule-0005-stays endDelimiter:// stripComments:false
--comment Days that were planned and counted stay as they were.
create or replace trigger activity_category_stays before update on activity for each row
begin
    if new.category <> old.category or new.code <> old.code or new.needs_presence <> old.needs_presence then
        signal sqlstate '45000' set message_text = 'An activity keeps its code and its category, and whether it needs presence';
    end if;
end//
