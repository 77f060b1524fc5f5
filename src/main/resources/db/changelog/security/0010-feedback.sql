--liquibase formatted sql

--changeset rollcall:security-0010-feedback
insert ignore into role_permission (role_id, permission)
select role.id, granted.permission
from (
    select 'agent' as code, 'FEEDBACK_OWN' as permission
    union all select 'supervisor', 'FEEDBACK_OWN'
    union all select 'supervisor', 'FEEDBACK_VIEW'
    union all select 'supervisor', 'FEEDBACK_GIVE'
    union all select 'unit-manager', 'FEEDBACK_OWN'
    union all select 'unit-manager', 'FEEDBACK_VIEW'
    union all select 'unit-manager', 'FEEDBACK_GIVE'
    union all select 'quality-analyst', 'FEEDBACK_OWN'
    union all select 'quality-analyst', 'FEEDBACK_VIEW'
    union all select 'admin', 'FEEDBACK_ADMIN'
) granted
join role on role.code = granted.code;
