--liquibase formatted sql

--changeset rollcall:security-0008-quality
insert ignore into role_permission (role_id, permission)
select role.id, granted.permission
from (
    select 'agent' as code, 'QUALITY_OWN' as permission
    union all select 'supervisor', 'QUALITY_OWN'
    union all select 'supervisor', 'QUALITY_VIEW'
    union all select 'supervisor', 'QUALITY_WRITE'
    union all select 'unit-manager', 'QUALITY_OWN'
    union all select 'unit-manager', 'QUALITY_VIEW'
    union all select 'unit-manager', 'QUALITY_WRITE'
    union all select 'quality-analyst', 'QUALITY_OWN'
    union all select 'quality-analyst', 'QUALITY_VIEW'
    union all select 'quality-analyst', 'QUALITY_WRITE'
) granted
join role on role.code = granted.code;
