package dev.rollcall.demo;

import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/// Plans the demo's shifts: eight and a half hours with two breaks, a lunch, and now and then a
/// meeting, a training or back-office work. The same person and date always give the same plan.
final class Rota {

    private Rota() {}

    /// The plan of a day; empty on days off.
    static List<PlannedActivity> plan(Person person, LocalDate date) {
        return person.works(date)
                ? shift(person, date, date.atTime(person.shiftStart()))
                : List.of();
    }

    /// A shift of the usual length from a local time on.
    static List<PlannedActivity> shift(Person person, LocalDate date, LocalDateTime start) {
        var shift = start.atZone(person.zone()).toInstant();
        int slot = person.number() % 4 * 15;
        var plan = new ArrayList<PlannedActivity>();
        plan.add(entry("WORK", shift, 0, 510));
        plan.add(entry("BREAK", shift, 105 + slot, 15));
        plan.add(entry("LUNCH", shift, 225 + slot, 30));
        plan.add(entry("BREAK", shift, 375 + slot, 15));
        switch ((int) Math.floorMod(date.toEpochDay() + person.number(), 5L)) {
            case 1 -> plan.add(entry("MEETING", shift, 60, 30));
            case 2 -> plan.add(entry("BACK_OFFICE", shift, 315 + slot, 45));
            case 3 -> plan.add(entry("TRAINING", shift, 450, 45));
            case 4 -> plan.add(entry("COACHING", shift, 315 + slot, 30));
            default -> {}
        }
        return plan;
    }

    /// A shift after what was planned before: one long one where both touch, else two. What the new
    /// one plans at a time that had a plan of its own already is left out.
    static List<PlannedActivity> prolonged(
            List<PlannedActivity> before, List<PlannedActivity> shift) {
        var work = shift.getFirst().span();
        var plan = new ArrayList<PlannedActivity>();
        for (var entry : before) {
            if (entry.activity().equals("WORK") && entry.span().overlaps(work)) {
                work = union(entry.span(), work);
            } else {
                plan.add(entry);
            }
        }
        var sooner = List.copyOf(plan);
        shift.stream()
                .skip(1)
                .filter(entry -> sooner.stream().noneMatch(s -> s.span().overlaps(entry.span())))
                .forEach(plan::add);
        plan.addFirst(new PlannedActivity("WORK", work));
        return plan;
    }

    private static TimeSpan union(TimeSpan one, TimeSpan other) {
        return TimeSpan.of(
                one.start().isBefore(other.start()) ? one.start() : other.start(),
                one.end().isAfter(other.end()) ? one.end() : other.end());
    }

    private static PlannedActivity entry(String activity, Instant shift, int after, int minutes) {
        var start = shift.plusSeconds(after * 60L);
        return new PlannedActivity(activity, TimeSpan.of(start, start.plusSeconds(minutes * 60L)));
    }
}
