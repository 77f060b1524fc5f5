package dev.rollcall.security.ui;

import dev.rollcall.security.Permission;
import java.util.List;

/// Permissions that belong together, as people look for them.
enum PermissionArea {
    OWN(
            Permission.PRESENCE_OWN,
            Permission.ADHERENCE_OWN,
            Permission.WORK_OWN,
            Permission.KPI_OWN,
            Permission.QUALITY_OWN,
            Permission.SURVEYS_OWN,
            Permission.FEEDBACK_OWN,
            Permission.COACHING_OWN,
            Permission.INCENTIVES_OWN),
    FLOOR(
            Permission.PRESENCE_VIEW,
            Permission.PRESENCE_WRITE,
            Permission.UNIT_STATUS_VIEW,
            Permission.ADHERENCE_VIEW,
            Permission.ADHERENCE_WRITE,
            Permission.WORK_VIEW,
            Permission.WORK_WRITE,
            Permission.DASHBOARD_SHARE),
    PLANNING(Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE),
    FIGURES(Permission.KPI_VIEW, Permission.KPI_GOALS, Permission.KPI_WRITE),
    QUALITY(Permission.QUALITY_VIEW, Permission.QUALITY_WRITE),
    CUSTOMERS(Permission.SURVEYS_VIEW, Permission.SURVEYS_WRITE),
    FEEDBACK(Permission.FEEDBACK_VIEW, Permission.FEEDBACK_GIVE, Permission.FEEDBACK_ADMIN),
    COACHING(Permission.COACHING_WRITE),
    INCENTIVES(
            Permission.INCENTIVES_VIEW, Permission.INCENTIVES_WRITE, Permission.INCENTIVES_DECIDE),
    PEOPLE(Permission.PEOPLE_VIEW, Permission.PEOPLE_WRITE),
    HOUSE(Permission.SETTINGS_ADMIN, Permission.SECURITY_ADMIN, Permission.AUDIT_VIEW);

    private final List<Permission> permissions;

    PermissionArea(Permission... permissions) {
        this.permissions = List.of(permissions);
    }

    List<Permission> permissions() {
        return permissions;
    }
}
