--liquibase formatted sql

--changeset rollcall:security-0007-performance
insert ignore into role_permission (role_id, permission)
select role.id, granted.permission
from (
    select 'agent' as code, 'KPI_OWN' as permission
    union all select 'supervisor', 'KPI_OWN'
    union all select 'supervisor', 'KPI_VIEW'
    union all select 'unit-manager', 'KPI_OWN'
    union all select 'unit-manager', 'KPI_GOALS'
    union all select 'quality-analyst', 'KPI_OWN'
    union all select 'admin', 'KPI_WRITE'
) granted
join role on role.code = granted.code;
