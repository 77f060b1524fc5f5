--liquibase formatted sql

--changeset rollcall:people-unit-is-not-its-own-parent-on-insert splitStatements:false
--validCheckSum: ANY
create or replace trigger unit_is_not_its_own_parent_on_insert before insert on unit for each row
    if new.parent_id = new.id then
        signal sqlstate '45000' set message_text = 'A unit is not its own parent';
    end if;
