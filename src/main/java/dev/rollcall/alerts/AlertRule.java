package dev.rollcall.alerts;

import dev.rollcall.people.UnitId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// When whoever looks after people is told that somebody is out. Of all rules in their order the
/// first that fits decides.
///
/// @param number 0 for a new one
/// @param after how long somebody has to be out, from 0 to 8 hours
/// @param nudge how long before that the agent is told, from 0, which means not at all, to an hour
/// @param activity planned at that time; null: any, or nothing
/// @param unit where they work now, with everything below it; null: everywhere
/// @param mail by e-mail as well, where that is configured
/// @param version counts the changes; guards against overwriting another's edit
public record AlertRule(
        long number,
        Level severity,
        Duration after,
        Duration nudge,
        @Nullable String activity,
        @Nullable UnitId unit,
        boolean bell,
        boolean mail,
        boolean on,
        long version) {

    static final Duration LONGEST_AFTER = Duration.ofHours(8);
    static final Duration LONGEST_NUDGE = Duration.ofHours(1);

    /// How badly somebody has to be out.
    public enum Level {
        /// Out beyond grace, severely or not.
        OUT,
        /// Severely only.
        SEVERE
    }

    /// Whether it says anything about somebody who is out.
    boolean fits(Deviating out) {
        return on
                && (severity == Level.OUT || out.severe())
                && (activity == null || activity.equals(out.activity()))
                && (unit == null || out.units().contains(unit));
    }
}
