package dev.rollcall.calendar;

import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.PlanDifference;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Shifts;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What became different for a person on one day of their plan: the one thing they must know first.
///
/// @param kind what changed
/// @param activity the code of what is meant: of the entry that changed, of what keeps them away on
///   a day off; null where it is the shift
/// @param from when it was before, null when there was nothing
/// @param to when it is now, null when there is nothing
record PlanChange(
        LocalDate date,
        Kind kind,
        @Nullable String activity,
        @Nullable Stretch from,
        @Nullable Stretch to) {

    enum Kind {
        /// A shift where there was none.
        NEW,
        /// No shift where there was one.
        FREE,
        /// The shift begins at another time.
        STARTS,
        /// The shift ends at another time.
        ENDS,
        /// The shift begins and ends at other times.
        HOURS,
        /// An entry within the shift, or one that asks nobody to be there, is new.
        ADDED,
        REMOVED,
        MOVED,
        /// More than one entry, and the shift is what it was.
        SEVERAL
    }

    /// From when to when; as facts of a message are kept.
    record Stretch(Instant start, Instant end) {

        static @Nullable Stretch of(@Nullable TimeSpan span) {
            return span == null ? null : new Stretch(span.start(), span.end());
        }
    }

    /// What differs between two versions of a day; empty when a person need not know: nothing does,
    /// or the planners' note alone. Pure.
    ///
    /// @param before null: nothing was planned yet
    /// @param categories the category of an activity's code
    /// @param needsPresence whether an activity asks people to be there, by its code
    static Optional<PlanChange> between(
            @Nullable DayPlan before,
            DayPlan after,
            Function<String, Category> categories,
            Predicate<String> needsPresence) {
        var entries =
                PlanDifference.between(before, after).stream()
                        .filter(change -> change.kind() != PlanDifference.Kind.NOTE)
                        .toList();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        var was = before == null ? null : shift(before, categories, needsPresence);
        var is = shift(after, categories, needsPresence);
        var date = after.date();
        if (was == null && is == null || was != null && was.equals(is)) {
            return Optional.of(entry(date, entries));
        }
        if (was == null) {
            return Optional.of(new PlanChange(date, Kind.NEW, null, null, Stretch.of(is)));
        }
        if (is == null) {
            return Optional.of(
                    new PlanChange(
                            date, Kind.FREE, absence(after, categories), Stretch.of(was), null));
        }
        var kind =
                was.start().equals(is.start())
                        ? Kind.ENDS
                        : was.end().equals(is.end()) ? Kind.STARTS : Kind.HOURS;
        return Optional.of(new PlanChange(date, kind, null, Stretch.of(was), Stretch.of(is)));
    }

    private static @Nullable TimeSpan shift(
            DayPlan plan, Function<String, Category> categories, Predicate<String> needsPresence) {
        return Shifts.of(plan, categories, needsPresence).orElse(null);
    }

    private static @Nullable String absence(DayPlan plan, Function<String, Category> categories) {
        return plan.activities().stream()
                .map(PlannedActivity::activity)
                .filter(activity -> categories.apply(activity) == Category.TIME_OFF)
                .findFirst()
                .orElse(null);
    }

    private static PlanChange entry(LocalDate date, List<PlanDifference.Change> entries) {
        if (entries.size() > 1) {
            return new PlanChange(date, Kind.SEVERAL, null, null, null);
        }
        var entry = entries.getFirst();
        var kind =
                switch (entry.kind()) {
                    case ADDED -> Kind.ADDED;
                    case REMOVED -> Kind.REMOVED;
                    case MOVED, NOTE -> Kind.MOVED;
                };
        return new PlanChange(
                date,
                kind,
                entry.activity(),
                Stretch.of(entry.before()),
                Stretch.of(entry.after()));
    }
}
