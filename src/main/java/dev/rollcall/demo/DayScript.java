package dev.rollcall.demo;

import dev.rollcall.people.Channel;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.schedule.PlannedActivity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// What somebody really does on a planned day, as their telephone system would report it. Pure: the
/// same person, date and plan always give the same day.
final class DayScript {

    static final String TELEPHONY = "/demo/telephony";

    private final Person person;
    private final LocalDate date;
    private final SplittableRandom chance;
    private final List<PresenceEvent> events = new ArrayList<>();
    private int counter;

    private DayScript(Person person, LocalDate date) {
        this.person = person;
        this.date = date;
        this.chance = new SplittableRandom(date.toEpochDay() * 1_000 + person.number());
    }

    /// The events of the day in order of time.
    static List<PresenceEvent> of(Person person, LocalDate date, List<PlannedActivity> plan) {
        var script = new DayScript(person, date);
        if (!plan.isEmpty()) {
            script.play(plan);
        }
        script.events.sort(Comparator.comparing(PresenceEvent::time));
        return List.copyOf(script.events);
    }

    private void play(List<PlannedActivity> plan) {
        var shift = plan.getFirst().span();
        var pauses =
                plan.stream().skip(1).sorted(Comparator.comparing(p -> p.span().start())).toList();
        var at = shift.start().plusSeconds(arrival());
        for (var pause : pauses) {
            var leaves = pause.span().start().plusSeconds(leaving());
            if (!at.isBefore(leaves)) {
                continue;
            }
            works(at, leaves);
            status(leaves, PresenceState.unavailable(pause.activity()));
            at = pause.span().end().plusSeconds(returning(pause.activity()));
        }
        var goes = shift.end().plusSeconds(chance.nextInt(-60, 240));
        if (at.isBefore(goes)) {
            works(at, goes);
            status(goes, PresenceState.AWAY);
        } else {
            status(at, PresenceState.AWAY);
        }
    }

    private int arrival() {
        return person.habit() == Person.Habit.LATE_RISER && chance.nextInt(4) > 0
                ? chance.nextInt(180, 1_500)
                : chance.nextInt(-180, 70);
    }

    private int leaving() {
        return person.habit() == Person.Habit.OVERRUN_CALLS && chance.nextInt(3) > 0
                ? chance.nextInt(120, 660)
                : chance.nextInt(-40, 80);
    }

    private int returning(String activity) {
        boolean longLunch =
                person.habit() == Person.Habit.LONG_LUNCH
                        && activity.equals("LUNCH")
                        && chance.nextInt(5) > 0;
        if (longLunch) {
            return chance.nextInt(300, 1_260);
        }
        return chance.nextInt(12) == 0 ? chance.nextInt(150, 420) : chance.nextInt(-60, 100);
    }

    /// Available from `start` to `end`, with calls, chats and tickets, and what habit adds.
    private void works(Instant start, Instant end) {
        status(start, PresenceState.AVAILABLE);
        if (person.habit() == Person.Habit.GHOST && chance.nextInt(3) > 0) {
            return;
        }
        var at = start.plusSeconds(chance.nextInt(10, 120));
        while (at.plusSeconds(60).isBefore(end)) {
            if (person.habit() == Person.Habit.RESTLESS && chance.nextInt(14) == 0) {
                var back = at.plusSeconds(chance.nextInt(180, 780));
                if (back.plusSeconds(60).isBefore(end)) {
                    status(at, PresenceState.unavailable("BREAK"));
                    status(back, PresenceState.AVAILABLE);
                    at = back.plusSeconds(chance.nextInt(10, 90));
                    continue;
                }
            }
            var done = at.plusSeconds(chance.nextInt(90, 560));
            handles(at, done.isBefore(end) ? done : end.minusSeconds(5));
            at = done.plusSeconds(chance.nextInt(15, 240));
        }
    }

    private void handles(Instant start, Instant end) {
        if (!start.isBefore(end)) {
            return;
        }
        var channel = Channel.values()[chance.nextInt(3)];
        var item = channel.name().toLowerCase(java.util.Locale.ROOT) + "-" + id();
        events.add(
                new WorkStarted(
                        TELEPHONY,
                        id(),
                        person.externalId(),
                        start,
                        null,
                        item,
                        channel,
                        person.group()));
        events.add(
                new WorkEnded(
                        TELEPHONY,
                        id(),
                        person.externalId(),
                        end,
                        null,
                        item,
                        channel,
                        person.group()));
    }

    private void status(Instant at, PresenceState state) {
        events.add(new StatusChanged(TELEPHONY, id(), person.externalId(), at, null, state, null));
    }

    private String id() {
        return date + "-" + person.externalId() + "-" + counter++;
    }
}
