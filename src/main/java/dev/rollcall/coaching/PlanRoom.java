package dev.rollcall.coaching;

import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.Layers;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Whether there is room for a session in somebody's plan. It goes over plain work and over nothing
/// else: breaks, absences and other appointments stay where they are. Pure.
final class PlanRoom {

    static final String COACHING = "COACHING";

    private PlanRoom() {}

    /// What came of looking for room.
    sealed interface Outcome {

        /// The day that takes it in, with everything it holds then.
        record Fits(LocalDate date, List<PlannedActivity> entries) implements Outcome {}

        /// They do not work then, or not all the time.
        record NotWorking() implements Outcome {}

        /// Something else stands there.
        ///
        /// @param activity its code
        record Taken(String activity) implements Outcome {}
    }

    /// @param days the plans around the span, in order of date
    /// @param categories the category of an activity's code
    static Outcome put(List<DayPlan> days, TimeSpan span, Function<String, Category> categories) {
        var dates = new ArrayList<LocalDate>();
        for (var day : days) {
            day.activities().forEach(_ -> dates.add(day.date()));
        }
        var there =
                Layers.ofPlans(days, categories).stream()
                        .filter(piece -> piece.span().overlaps(span))
                        .toList();
        for (var piece : there) {
            if (piece.category() != Category.WORK) {
                return new Outcome.Taken(piece.activity());
            }
        }
        var work =
                there.stream()
                        .flatMap(piece -> piece.span().intersection(span).stream())
                        .map(TimeSpan::duration)
                        .reduce(Duration.ZERO, Duration::plus);
        if (work.compareTo(span.duration()) < 0) {
            return new Outcome.NotWorking();
        }
        var date = dates.get(there.getFirst().entry());
        var entries =
                new ArrayList<>(
                        days.stream()
                                .filter(day -> day.date().equals(date))
                                .findFirst()
                                .orElseThrow()
                                .activities());
        entries.add(new PlannedActivity(COACHING, span));
        return new Outcome.Fits(date, entries);
    }

    /// The entries without the session, where they have it.
    static List<PlannedActivity> without(List<PlannedActivity> entries, TimeSpan span) {
        var rest = new ArrayList<>(entries);
        int place = rest.lastIndexOf(new PlannedActivity(COACHING, span));
        if (place >= 0) {
            rest.remove(place);
        }
        return rest;
    }
}
