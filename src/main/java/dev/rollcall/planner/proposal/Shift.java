package dev.rollcall.planner.proposal;

import dev.rollcall.planner.PlanRules;
import dev.rollcall.planner.PlannedHeads;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.Layers;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What somebody may do, or does already, on a date.
///
/// @param template the index of the template it comes from; -1: it was planned before
/// @param span from its first hour to its last; null: nothing but time off
/// @param beginsAt the minute of the day with which it begins, by the clock on the wall; 0 when it
///   holds nothing but time off
/// @param halfHours those in which the person counts as a head, from the first minute to the last
/// @param paidMinutes time off that is paid among it
record Shift(
        int template,
        LocalDate date,
        @Nullable TimeSpan span,
        int beginsAt,
        List<Instant> halfHours,
        long paidMinutes,
        Set<Burden> burdens) {

    private static final int HALF_A_DAY = 12 * 60;

    static Shift of(
            int template,
            LocalDate date,
            ZoneId zone,
            List<PlannedActivity> entries,
            PlanRules rules,
            Function<String, Category> categories) {
        var span = rules.shift(entries).orElse(null);
        return new Shift(
                template,
                date,
                span,
                span == null ? 0 : LocalTime.ofInstant(span.start(), zone).toSecondOfDay() / 60,
                halfHours(entries, categories),
                rules.paid(entries).toMinutes(),
                span == null ? Set.of() : Burden.of(span, date, zone));
    }

    /// Breaks count: what is required has them in it already.
    private static List<Instant> halfHours(
            List<PlannedActivity> entries, Function<String, Category> categories) {
        var work =
                entries.stream()
                        .filter(entry -> categories.apply(entry.activity()) != Category.AUXILIARY)
                        .toList();
        var starts = new ArrayList<Instant>();
        long step = PlannedHeads.STEP.toSeconds();
        for (var piece : Layers.visible(work, categories)) {
            if (piece.category() != Category.WORK) {
                continue;
            }
            long first = Math.ceilDiv(piece.span().start().getEpochSecond(), step) * step;
            long end = piece.span().end().getEpochSecond();
            for (long start = first; start + step <= end; start += step) {
                starts.add(Instant.ofEpochSecond(start));
            }
        }
        return List.copyOf(starts);
    }

    boolean isWork() {
        return span != null;
    }

    /// By how many minutes a shift of the day after begins later than this one; below zero:
    /// earlier. Midnight is no border: from 23:00 to 01:00 it is two hours later.
    long movedTo(Shift next) {
        return Math.floorMod(next.beginsAt - beginsAt + HALF_A_DAY, 2 * HALF_A_DAY) - HALF_A_DAY;
    }

    /// How many minutes of an agreed rest are missing between this shift and a later one.
    long missingRest(Shift later, Duration rest) {
        if (span == null || later.span == null) {
            return 0;
        }
        var found = Duration.between(span.end(), later.span.start());
        return Math.max(0, rest.minus(found).toMinutes());
    }
}
