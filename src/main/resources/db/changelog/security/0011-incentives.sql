--liquibase formatted sql

--changeset rollcall:security-0011-incentives
insert ignore into role_permission (role_id, permission)
select role.id, granted.permission
from (
    select 'agent' as code, 'INCENTIVES_OWN' as permission
    union all select 'supervisor', 'INCENTIVES_OWN'
    union all select 'supervisor', 'INCENTIVES_VIEW'
    union all select 'supervisor', 'INCENTIVES_DECIDE'
    union all select 'unit-manager', 'INCENTIVES_OWN'
    union all select 'unit-manager', 'INCENTIVES_VIEW'
    union all select 'unit-manager', 'INCENTIVES_WRITE'
    union all select 'unit-manager', 'INCENTIVES_DECIDE'
    union all select 'quality-analyst', 'INCENTIVES_OWN'
) granted
join role on role.code = granted.code;
