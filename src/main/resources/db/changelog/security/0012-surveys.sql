--liquibase formatted sql

--changeset rollcall:security-0012-surveys
insert ignore into role_permission (role_id, permission)
select role.id, granted.permission
from (
    select 'agent' as code, 'SURVEYS_OWN' as permission
    union all select 'supervisor', 'SURVEYS_OWN'
    union all select 'supervisor', 'SURVEYS_VIEW'
    union all select 'unit-manager', 'SURVEYS_OWN'
    union all select 'unit-manager', 'SURVEYS_VIEW'
    union all select 'unit-manager', 'SURVEYS_WRITE'
    union all select 'quality-analyst', 'SURVEYS_OWN'
    union all select 'quality-analyst', 'SURVEYS_VIEW'
    union all select 'quality-analyst', 'SURVEYS_WRITE'
) granted
join role on role.code = granted.code;
