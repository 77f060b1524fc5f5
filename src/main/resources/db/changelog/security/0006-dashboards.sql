--liquibase formatted sql

--changeset rollcall:security-0006-dashboards
--comment Unit managers watch the statuses of their units and set what their team's dashboards start with.
insert ignore into role_permission (role_id, permission)
select id, 'UNIT_STATUS_VIEW' from role where code = 'unit-manager'
union all
select id, 'DASHBOARD_SHARE' from role where code = 'unit-manager';
