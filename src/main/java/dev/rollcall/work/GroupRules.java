package dev.rollcall.work;

import dev.rollcall.people.GroupId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How a group handles its work.
///
/// @param limitPerAgent how many of its items one person has at most; null: no limit of its own
/// @param automatic whether its items are assigned without being asked for
/// @param byHand whether its members may take waiting items themselves
/// @param whileUnavailable whether they may do so while they are unavailable
/// @param agentsSwitch whether its members switch themselves active and inactive
/// @param seenBy who sees its items
/// @param hours when it handles work, in its unit's zone; empty: always
/// @param version counts the changes; 0: never changed, the defaults
public record GroupRules(
        GroupId group,
        @Nullable Integer limitPerAgent,
        boolean automatic,
        boolean byHand,
        boolean whileUnavailable,
        boolean agentsSwitch,
        SeenBy seenBy,
        List<OpenHours> hours,
        long version) {

    public enum SeenBy {
        /// Its members, and whoever manages its unit.
        MEMBERS,
        /// Everybody of its unit.
        UNIT
    }

    public GroupRules {
        hours = List.copyOf(hours);
    }

    /// What holds until somebody decides otherwise: assigned automatically, at any hour; members
    /// may take more by hand whatever their status, and switch themselves.
    static GroupRules ofNew(GroupId group) {
        return new GroupRules(group, null, true, true, true, true, SeenBy.MEMBERS, List.of(), 0);
    }

    /// Whether it handles work at an instant.
    ///
    /// @param zone of its unit
    public boolean isOpen(Instant instant, ZoneId zone) {
        return hours.isEmpty() || hours.stream().anyMatch(span -> span.contains(instant, zone));
    }

    /// Whether two stretches of one weekday have a minute in common.
    boolean hoursOverlap() {
        var sorted =
                hours.stream()
                        .sorted(
                                Comparator.comparing(OpenHours::weekday)
                                        .thenComparing(OpenHours::opens))
                        .toList();
        return IntStream.range(1, sorted.size())
                .anyMatch(i -> sorted.get(i - 1).reachesInto(sorted.get(i)));
    }
}
