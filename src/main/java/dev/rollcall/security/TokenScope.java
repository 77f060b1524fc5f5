package dev.rollcall.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a token may be used for, in the words of the public interface.
public enum TokenScope {
    PRESENCE_READ("presence:read", Permission.PRESENCE_VIEW),
    PRESENCE_WRITE("presence:write", Permission.PRESENCE_WRITE),
    WORK_READ("work:read", Permission.PRESENCE_VIEW, Permission.WORK_VIEW),
    WORK_WRITE("work:write", Permission.PRESENCE_WRITE, Permission.WORK_WRITE),
    SCHEDULE_READ("schedule:read", Permission.SCHEDULE_VIEW),
    SCHEDULE_WRITE("schedule:write", Permission.SCHEDULE_WRITE),
    PEOPLE_READ("people:read", Permission.PEOPLE_VIEW),
    PEOPLE_WRITE("people:write", Permission.PEOPLE_WRITE),
    KPI_READ("kpi:read", Permission.KPI_VIEW),
    KPI_WRITE("kpi:write", Permission.KPI_WRITE),
    ADHERENCE_READ("adherence:read", Permission.ADHERENCE_VIEW),
    ADHERENCE_WRITE("adherence:write", Permission.ADHERENCE_WRITE),
    QUALITY_READ("quality:read", Permission.QUALITY_VIEW),
    QUALITY_WRITE("quality:write", Permission.QUALITY_WRITE),
    SURVEYS_WRITE("surveys:write", Permission.SURVEYS_WRITE),
    INCENTIVES_READ("incentives:read", Permission.INCENTIVES_VIEW),
    /// Everything.
    ADMIN("admin", Permission.values());

    private final String text;
    private final Set<Permission> permissions;

    TokenScope(String text, Permission... permissions) {
        this.text = text;
        this.permissions = Set.copyOf(Arrays.asList(permissions));
    }

    /// As the public interface writes it, for example `presence:write`.
    public String text() {
        return text;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /// The scope the public interface writes so; empty when there is none.
    public static Optional<TokenScope> of(String text) {
        return EnumSet.allOf(TokenScope.class).stream()
                .filter(scope -> scope.text.equals(text))
                .findFirst();
    }
}
