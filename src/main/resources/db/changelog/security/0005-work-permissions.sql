--liquibase formatted sql

--changeset rollcall:security-0005-work-permissions
insert ignore into role_permission (role_id, permission)
select role.id, granted.permission
from (
    select 'agent' as code, 'WORK_OWN' as permission

    union all select 'supervisor', 'WORK_OWN'
    union all select 'supervisor', 'WORK_VIEW'
    union all select 'supervisor', 'WORK_WRITE'

    union all select 'unit-manager', 'WORK_OWN'
    union all select 'unit-manager', 'WORK_VIEW'
    union all select 'unit-manager', 'WORK_WRITE'
) granted
join role on role.code = granted.code;
