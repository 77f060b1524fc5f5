package dev.rollcall.demo;

import dev.rollcall.demo.Person.Habit;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.Heartbeat;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.Layers;
import dev.rollcall.schedule.Layers.Piece;
import dev.rollcall.schedule.PlannedActivity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// What somebody really does on a planned day, as their telephone system would report it. Pure: the
/// same person, date, plan and slips always give the same day, with the same ids. Told twice, it
/// counts once.
final class DayScript {

    static final String TELEPHONY = "/demo/telephony";
    static final Comparator<PresenceEvent> ORDER = Comparator.comparing(PresenceEvent::time);

    private final Person person;
    private final LocalDate date;
    private final List<Slip> slips;
    private final SplittableRandom chance;
    private final boolean idle;
    private final List<PresenceEvent> events = new ArrayList<>();
    private PresenceState before = PresenceState.AWAY;

    private DayScript(Person person, LocalDate date, List<Slip> slips) {
        this.person = person;
        this.date = date;
        this.slips = slips;
        this.chance = new SplittableRandom(date.toEpochDay() * 1_000 + person.number());
        this.idle = person.habit() == Habit.GHOST && chance.nextInt(5) > 0;
    }

    /// The events of the day in order of time.
    ///
    /// @param slips the person's, in order of time; those that do not fit into the day's plain work
    ///   are left out
    static List<PresenceEvent> of(
            Person person, LocalDate date, List<PlannedActivity> plan, List<Slip> slips) {
        var script = new DayScript(person, date, slips);
        if (!script.staysAway()) {
            shifts(plan).forEach(script::play);
        }
        script.events.sort(ORDER);
        return List.copyOf(script.events);
    }

    /// The same event at another time, and so another event.
    static PresenceEvent at(Instant time, PresenceEvent event) {
        return switch (event) {
            case StatusChanged e ->
                    new StatusChanged(
                            e.source(),
                            e.id() + "-late",
                            e.subject(),
                            time,
                            e.sequence(),
                            e.state(),
                            e.note());
            case WorkStarted e ->
                    new WorkStarted(
                            e.source(),
                            e.id() + "-late",
                            e.subject(),
                            time,
                            e.sequence(),
                            e.workItem(),
                            e.channel(),
                            e.group());
            case WorkEnded e ->
                    new WorkEnded(
                            e.source(),
                            e.id() + "-late",
                            e.subject(),
                            time,
                            e.sequence(),
                            e.workItem(),
                            e.channel(),
                            e.group());
            case Heartbeat e -> e;
        };
    }

    /// The pieces of the plan, cut where nothing is planned; nobody comes for time off.
    private static List<List<Piece>> shifts(List<PlannedActivity> plan) {
        var shifts = new ArrayList<List<Piece>>();
        Instant end = null;
        for (var piece : Layers.visible(plan, DayScript::category)) {
            if (piece.category() == Category.TIME_OFF) {
                continue;
            }
            if (!piece.span().start().equals(end)) {
                shifts.add(new ArrayList<>());
            }
            shifts.getLast().add(piece);
            end = piece.span().end();
        }
        return shifts;
    }

    private static Category category(String activity) {
        return switch (activity) {
            case "WORK" -> Category.WORK;
            case "TIME_OFF" -> Category.TIME_OFF;
            default -> Category.AUXILIARY;
        };
    }

    /// Ill, and nobody has changed the plan yet.
    private boolean staysAway() {
        return person.habit().weight() > 0
                && !person.externalId().equals(Roster.DEMO_AGENT)
                && chance.nextInt(40) == 0;
    }

    private void play(List<Piece> shift) {
        var at = shift.getFirst().span().start().plusSeconds(arrival());
        for (var piece : shift) {
            if (piece.category() == Category.WORK) {
                continue;
            }
            var leaves = piece.span().start().plusSeconds(leaving());
            if (at.isBefore(leaves)) {
                works(at, leaves);
            } else {
                leaves = at;
            }
            if (leaves.isBefore(piece.span().end())) {
                status(leaves, PresenceState.unavailable(piece.activity()));
                at = piece.span().end().plusSeconds(returning(piece.activity()));
            }
        }
        var goes = shift.getLast().span().end().plusSeconds(going());
        if (at.isBefore(goes)) {
            works(at, goes);
            status(goes, PresenceState.AWAY);
        } else {
            status(at, PresenceState.AWAY);
        }
    }

    private int arrival() {
        boolean late = person.habit() == Habit.LATE_COMER && chance.nextInt(4) > 0;
        if (person.slips(date)) {
            return 38 * 60;
        }
        if (late) {
            return chance.nextInt(180, 1_500);
        }
        boolean overslept = person.habit() == Habit.PUNCTUAL && chance.nextInt(90) == 0;
        if (overslept && !person.externalId().equals(Roster.DEMO_AGENT)) {
            return chance.nextInt(3_000, 9_000);
        }
        return chance.nextInt(-180, 70);
    }

    private int leaving() {
        return person.habit() == Habit.OVERRUN_CALLS && chance.nextInt(3) > 0
                ? chance.nextInt(120, 660)
                : chance.nextInt(-40, 80);
    }

    private int returning(String activity) {
        boolean longLunch =
                person.habit() == Habit.LONG_LUNCH
                        && activity.equals("LUNCH")
                        && chance.nextInt(5) > 0;
        if (longLunch) {
            return chance.nextInt(420, 1_380);
        }
        return chance.nextInt(14) == 0 ? chance.nextInt(150, 420) : chance.nextInt(-60, 100);
    }

    private int going() {
        return person.habit() != Habit.ONE_SLIP && chance.nextInt(30) == 0
                ? -chance.nextInt(700, 1_800)
                : chance.nextInt(-60, 240);
    }

    /// Available from `start` to `end`, but for slips.
    private void works(Instant start, Instant end) {
        status(start, PresenceState.AVAILABLE);
        var at = start;
        for (var slip : slips) {
            var away = slip.span();
            if (away.start().isAfter(at.plusSeconds(60))
                    && away.end().isBefore(end.minusSeconds(60))) {
                handlesItems(at, away.start());
                status(away.start(), slip.as());
                status(away.end(), PresenceState.AVAILABLE);
                at = away.end();
            }
        }
        handlesItems(at, end);
    }

    /// Calls, chats and tickets one after the other, and the small breaks of the restless.
    private void handlesItems(Instant start, Instant end) {
        if (idle) {
            return;
        }
        var at = start.plusSeconds(chance.nextInt(10, 120));
        while (at.plusSeconds(60).isBefore(end)) {
            if (person.habit() == Habit.RESTLESS && chance.nextInt(22) == 0) {
                var back = at.plusSeconds(chance.nextInt(180, 780));
                if (back.plusSeconds(60).isBefore(end)) {
                    status(at, PresenceState.unavailable("BREAK"));
                    status(back, PresenceState.AVAILABLE);
                    at = back.plusSeconds(chance.nextInt(10, 90));
                    continue;
                }
            }
            var done = at.plusSeconds(length());
            handles(at, done.isBefore(end) ? done : end.minusSeconds(5));
            at = done.plusSeconds(chance.nextInt(20, 260));
        }
    }

    private int length() {
        return switch (person.channel()) {
            case CALL, TEAM -> chance.nextInt(90, 640);
            case CHAT -> chance.nextInt(150, 900);
            case TICKET -> chance.nextInt(200, 1_200);
        };
    }

    private void handles(Instant start, Instant end) {
        var item =
                "%s-%s-%d"
                        .formatted(
                                person.channel().name().toLowerCase(Locale.ROOT),
                                person.externalId(),
                                start.getEpochSecond());
        events.add(
                new WorkStarted(
                        person.source(),
                        id(start, "starts"),
                        person.externalId(),
                        start,
                        null,
                        item,
                        person.channel(),
                        person.group()));
        events.add(
                new WorkEnded(
                        person.source(),
                        id(end, "ends"),
                        person.externalId(),
                        end,
                        null,
                        item,
                        person.channel(),
                        person.group()));
    }

    /// Clocking in and out goes through the switchboard for everybody: whoever is not there is
    /// known to be away, however their feed fares.
    private void status(Instant at, PresenceState state) {
        boolean clocks = state.equals(PresenceState.AWAY) || before.equals(PresenceState.AWAY);
        before = state;
        events.add(
                new StatusChanged(
                        clocks ? TELEPHONY : person.source(),
                        id(at, state.toString()),
                        person.externalId(),
                        at,
                        null,
                        state,
                        null));
    }

    /// The same for the same thing at the same time, whatever else of the day was planned anew.
    private String id(Instant at, String what) {
        return "%s-%s-%d-%s".formatted(date, person.externalId(), at.getEpochSecond(), what);
    }
}
