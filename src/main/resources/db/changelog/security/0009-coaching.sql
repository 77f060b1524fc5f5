--liquibase formatted sql

--changeset rollcall:security-0009-coaching
insert ignore into role_permission (role_id, permission)
select role.id, granted.permission
from (
    select 'agent' as code, 'COACHING_OWN' as permission
    union all select 'supervisor', 'COACHING_OWN'
    union all select 'supervisor', 'COACHING_WRITE'
    union all select 'unit-manager', 'COACHING_OWN'
    union all select 'unit-manager', 'COACHING_WRITE'
    union all select 'quality-analyst', 'COACHING_OWN'
) granted
join role on role.code = granted.code;
