package dev.rollcall.incentives;

import dev.rollcall.security.Permission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What points are earned by, or what has to hold meanwhile. More is better of each of them: how
/// many complaints or how short a call is nobody's to be paid for.
public enum Measure {
    /// Score of adherence, in percent.
    ADHERENCE(Permission.ADHERENCE_VIEW, Kind.PERCENT),
    /// Mean of the evaluations published in the period, in percent.
    QUALITY(Permission.QUALITY_VIEW, Kind.PERCENT),
    /// Days somebody was there, of those and of days they were missed on, in percent.
    ATTENDANCE(Permission.PRESENCE_VIEW, Kind.PERCENT),
    /// Money collected, in one currency.
    PAYMENTS(null, Kind.MONEY),
    /// Service orders raised.
    SERVICES(null, Kind.COUNT),
    /// Calls handled.
    CALLS(null, Kind.COUNT),
    /// What was sold: thresholds in one currency, or commission in each.
    SALES(null, Kind.MONEY);

    enum Kind {
        PERCENT,
        COUNT,
        MONEY
    }

    private final @Nullable Permission permission;
    private final Kind kind;

    Measure(@Nullable Permission permission, Kind kind) {
        this.permission = permission;
        this.kind = kind;
    }

    public boolean isMoney() {
        return kind == Kind.MONEY;
    }

    public boolean isPercent() {
        return kind == Kind.PERCENT;
    }

    /// With what others may see one person's figure; empty: nobody else may.
    public Optional<Permission> permission() {
        return Optional.ofNullable(permission);
    }

    /// Whether the figure is the person's own, and with it whatever it could be told from.
    public boolean isPrivate() {
        return permission == null;
    }
}
