--liquibase formatted sql

--changeset rollcall:requests-0004-swap-agreement
--comment A shift in return waits for the yes of whoever would get it, and is pinned to the plan it was looked at in. Swaps with one in return that were not decided before this wait for that yes.
alter table shift_swap
    add column if not exists return_version int comment 'the version of the plan of return_day; null: none in return, or taken before versions were kept',
    add column if not exists agreed boolean not null default false comment 'whether whoever offered it said yes to the shift in return';

--changeset rollcall:requests-0004-swap-agreed splitStatements:false
create or replace trigger shift_swap_agreed before update on shift_swap for each row
    if old.state <> 'APPROVED' and new.state = 'APPROVED' and new.return_day is not null and not new.agreed then
        signal sqlstate '45000' set message_text = 'Nobody gets a shift in return without a yes';
    end if
