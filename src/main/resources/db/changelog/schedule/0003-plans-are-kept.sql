--liquibase formatted sql

--changeset rollcall:schedule-0003 endDelimiter:// stripComments:false
--comment What was planned stays readable as it was planned.
create or replace trigger activity_category_stays before update on activity for each row
begin
    if new.category <> old.category or new.code <> old.code then
        signal sqlstate '45000' set message_text = 'An activity keeps its code and its category';
    end if;
end//

create or replace trigger day_plan_no_update before update on day_plan for each row
begin
    signal sqlstate '45000' set message_text = 'Versions of plans are never overwritten';
end//

create or replace trigger day_plan_no_delete before delete on day_plan for each row
begin
    signal sqlstate '45000' set message_text = 'Versions of plans are never deleted';
end//

create or replace trigger planned_activity_no_update before update on planned_activity for each row
begin
    signal sqlstate '45000' set message_text = 'Versions of plans are never overwritten';
end//

create or replace trigger planned_activity_no_delete before delete on planned_activity for each row
begin
    signal sqlstate '45000' set message_text = 'Versions of plans are never deleted';
end//

create or replace trigger planned_activity_no_late_insert before insert on planned_activity for each row
begin
    if exists (select 1 from day_plan_current
               where agent_id = new.agent_id and plan_date = new.plan_date and version >= new.version) then
        signal sqlstate '45000' set message_text = 'Nothing is added to a version of a plan that was published';
    end if;
end//

create or replace trigger day_plan_current_moves_on before update on day_plan_current for each row
begin
    if new.agent_id <> old.agent_id or new.plan_date <> old.plan_date or new.version <> old.version + 1 then
        signal sqlstate '45000' set message_text = 'A day moves on to its next version';
    end if;
end//

create or replace trigger day_plan_current_no_delete before delete on day_plan_current for each row
begin
    signal sqlstate '45000' set message_text = 'Versions of plans are never deleted';
end//
