package dev.rollcall.planner;

import dev.rollcall.demand.RequiredHeads;
import dev.rollcall.people.GroupId;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Half hours in a row in which a group is needed and nobody of it is planned for all of them.
///
/// @param required how many are needed at most at once
public record GroupGap(GroupId group, TimeSpan span, int required) {

    /// Whether another gap lies within this one.
    public boolean covers(GroupGap other) {
        return group.equals(other.group)
                && !other.span.start().isBefore(span.start())
                && !other.span.end().isAfter(span.end());
    }

    /// The gaps of one group, in order. Pure.
    ///
    /// @param required what the group needs
    /// @param planned the heads of its people
    public static List<GroupGap> of(GroupId group, RequiredHeads required, PlannedHeads planned) {
        var gaps = new ArrayList<GroupGap>();
        Instant from = null;
        int most = 0;
        for (int i = 0; i <= planned.seconds().size(); i++) {
            var start = planned.start().plus(PlannedHeads.STEP.multipliedBy(i));
            int needed =
                    i < planned.seconds().size() && planned.at(i) < 1
                            ? required.at(start).orElse(0)
                            : 0;
            if (needed > 0) {
                from = from == null ? start : from;
                most = Math.max(most, needed);
            } else if (from != null) {
                gaps.add(new GroupGap(group, TimeSpan.of(from, start), most));
                from = null;
                most = 0;
            }
        }
        return List.copyOf(gaps);
    }
}
