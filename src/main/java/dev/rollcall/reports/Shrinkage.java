package dev.rollcall.reports;

import dev.rollcall.reports.DayFacts.ActivityFacts;
import dev.rollcall.schedule.Category;
import dev.rollcall.shared.Percent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How much of the time people are scheduled for is not there for customers. Pure.
///
/// Shrinkage in the trade's sense (Cleveland, *Call Center Management on Fast Forward*, on the
/// rostered staff factor: the share of scheduled staff not on the phones). Planned shrinkage is
/// what the plan itself takes away: breaks, meetings, training, time off. Unplanned shrinkage is
/// work that was planned and during which people did something else, nothing forgiven: late, early,
/// absent, interrupted. Both are shares of all scheduled time. Time that is neutral, such as that
/// of a silent feed, is held against nobody.
///
/// @param scheduled all of it
/// @param planned what the plan takes away
/// @param notDone planned work that was not done, by where in its entry
/// @param parts by activity, the largest first
/// @param waiting how many days of people are still being added up and therefore not in it
public record Shrinkage(
        Duration scheduled, Duration planned, Away notDone, List<Part> parts, int waiting) {

    public Shrinkage {
        parts = List.copyOf(parts);
    }

    /// @param isPlanned whether the plan took it away; otherwise it is work that was not done
    public record Part(String activity, Category category, boolean isPlanned, Duration time) {}

    static Shrinkage of(Collection<ActivityFacts> activities, int waiting) {
        var scheduled = Duration.ZERO;
        var planned = Duration.ZERO;
        var notDone = Away.NONE;
        var parts = new ArrayList<Part>();
        for (var each : activities) {
            var category = each.category();
            if (category == null) {
                continue;
            }
            scheduled = scheduled.plus(each.scheduled());
            boolean isWork = category == Category.WORK;
            var time = isWork ? each.away().total() : each.scheduled();
            if (isWork) {
                notDone = notDone.plus(each.away());
            } else {
                planned = planned.plus(time);
            }
            if (!time.isZero()) {
                parts.add(new Part(each.activity(), category, !isWork, time));
            }
        }
        parts.sort(Comparator.comparing(Part::time).reversed().thenComparing(Part::activity));
        return new Shrinkage(scheduled, planned, notDone, parts, waiting);
    }

    /// Of all scheduled time; empty when nothing was scheduled.
    public Optional<Percent> share(Duration part) {
        return Percent.of(part, scheduled);
    }

    /// Planned work that was not done.
    public Duration unplanned() {
        return notDone.total();
    }

    public Duration total() {
        return planned.plus(unplanned());
    }
}
