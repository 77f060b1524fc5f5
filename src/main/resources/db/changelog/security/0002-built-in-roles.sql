--liquibase formatted sql

--changeset rollcall:security-0002-built-in-roles
--validCheckSum: ANY
insert ignore into role (code, name, built_in, version) values
    ('agent', 'Agent', true, 1),
    ('supervisor', 'Supervisor', true, 1),
    ('unit-manager', 'Unit manager', true, 1),
    ('quality-analyst', 'Quality analyst', true, 1),
    ('admin', 'Admin', true, 1);

insert ignore into role_permission (role_id, permission)
select role.id, granted.permission
from (
    select 'agent' as code, 'PRESENCE_OWN' as permission
    union all select 'agent', 'ADHERENCE_OWN'

    union all select 'supervisor', 'PRESENCE_OWN'
    union all select 'supervisor', 'ADHERENCE_OWN'
    union all select 'supervisor', 'PRESENCE_VIEW'
    union all select 'supervisor', 'PRESENCE_WRITE'
    union all select 'supervisor', 'SCHEDULE_VIEW'
    union all select 'supervisor', 'SCHEDULE_WRITE'
    union all select 'supervisor', 'ADHERENCE_VIEW'
    union all select 'supervisor', 'ADHERENCE_WRITE'
    union all select 'supervisor', 'PEOPLE_VIEW'

    union all select 'unit-manager', 'PRESENCE_OWN'
    union all select 'unit-manager', 'ADHERENCE_OWN'
    union all select 'unit-manager', 'PRESENCE_VIEW'
    union all select 'unit-manager', 'PRESENCE_WRITE'
    union all select 'unit-manager', 'SCHEDULE_VIEW'
    union all select 'unit-manager', 'SCHEDULE_WRITE'
    union all select 'unit-manager', 'ADHERENCE_VIEW'
    union all select 'unit-manager', 'ADHERENCE_WRITE'
    union all select 'unit-manager', 'PEOPLE_VIEW'
    union all select 'unit-manager', 'KPI_VIEW'

    union all select 'quality-analyst', 'PRESENCE_OWN'
    union all select 'quality-analyst', 'ADHERENCE_OWN'
    union all select 'quality-analyst', 'PEOPLE_VIEW'

    -- Configures everything; sees no individual performance unless also granted.
    union all select 'admin', 'PEOPLE_VIEW'
    union all select 'admin', 'PEOPLE_WRITE'
    union all select 'admin', 'SECURITY_ADMIN'
    union all select 'admin', 'SETTINGS_ADMIN'
    union all select 'admin', 'AUDIT_VIEW'
) granted
join role on role.code = granted.code;
