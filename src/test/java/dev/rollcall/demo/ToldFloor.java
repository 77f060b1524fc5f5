package dev.rollcall.demo;

import dev.rollcall.adherence.engine.Case;
import dev.rollcall.adherence.engine.Day;
import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.adherence.engine.Mapping;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.adherence.engine.PresenceFrom;
import dev.rollcall.adherence.engine.Rules;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.Layers;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a supervisor would see of the demo's script at any instant, judged by the engine with the
/// shipped thresholds and a mapping like the shipped one. Statuses only: whether somebody available
/// handles an item makes no difference to adherence.
final class ToldFloor {

    private static final Rules RULES =
            new Rules(
                    new Mapping(
                            List.of(
                                    rule("WORK", "AVAILABLE", Verdict.IN),
                                    rule("WORK", "*", Verdict.OUT),
                                    rule("BREAK", "UNAVAILABLE/BREAK", Verdict.IN),
                                    rule("BREAK", "UNAVAILABLE/LUNCH", Verdict.IN),
                                    rule("BREAK", "AWAY", Verdict.IN),
                                    rule("BREAK", "*", Verdict.OUT),
                                    rule("LUNCH", "UNAVAILABLE/BREAK", Verdict.IN),
                                    rule("LUNCH", "UNAVAILABLE/LUNCH", Verdict.IN),
                                    rule("LUNCH", "AWAY", Verdict.IN),
                                    rule("LUNCH", "*", Verdict.OUT),
                                    rule("MEETING", "UNAVAILABLE/MEETING", Verdict.IN),
                                    rule("MEETING", "*", Verdict.OUT),
                                    rule("TRAINING", "UNAVAILABLE/TRAINING", Verdict.IN),
                                    rule("TRAINING", "*", Verdict.OUT),
                                    rule("COACHING", "UNAVAILABLE/COACHING", Verdict.IN),
                                    rule("COACHING", "*", Verdict.OUT),
                                    rule("BACK_OFFICE", "UNAVAILABLE/BACK_OFFICE", Verdict.IN),
                                    rule("BACK_OFFICE", "*", Verdict.OUT))),
                    Rules.Unmapped.NEUTRAL,
                    Rules.Unscheduled.IGNORE,
                    Rules.SHIPPED_GRACE,
                    Map.of(),
                    Rules.SHIPPED_WORKING_PRESENCES,
                    Rules.SHIPPED_SEVERE);

    private final List<Shift> shifts = new ArrayList<>();

    /// Everybody's shifts of the dates from one to another, both included.
    ToldFloor(Instant founded, LocalDate first, LocalDate last) {
        var script = new Script(founded);
        var homeOffice = new HomeOffice(founded);
        for (var person : Roster.PEOPLE) {
            first.datesUntil(last.plusDays(1))
                    .filter(person::works)
                    .forEach(date -> shifts.add(shift(person, date, script, homeOffice)));
        }
    }

    private static Shift shift(
            Person person, LocalDate date, Script script, HomeOffice homeOffice) {
        var plan = Rota.plan(person, date);
        var events = script.of(person, date, plan);
        var span = Script.span(plan);
        var presence = new ArrayList<PresenceFrom>();
        for (var event : events) {
            if (event instanceof StatusChanged status) {
                presence.add(new PresenceFrom(status.time(), status.state().toString()));
            }
        }
        if (person.homeOffice()) {
            silences(homeOffice, span, presence);
        }
        var subject = new Case(span, span.end(), pieces(plan), presence, "AWAY", List.of());
        return new Shift(person, date, span, events, Day.of(subject, RULES));
    }

    private static void silences(HomeOffice feed, TimeSpan span, List<PresenceFrom> presence) {
        for (var at = span.start(); at.isBefore(span.end()); at = at.plusSeconds(60)) {
            var outage = feed.outage(at).orElse(null);
            if (outage != null) {
                var before = "AWAY";
                for (var one : List.copyOf(presence)) {
                    if (one.at().isBefore(outage.start())) {
                        before = one.presence();
                    }
                }
                presence.addFirst(new PresenceFrom(outage.end(), before));
                presence.add(new PresenceFrom(outage.start(), "UNKNOWN"));
                at = outage.end();
            }
        }
    }

    private static List<Piece> pieces(List<PlannedActivity> plan) {
        return Layers.visible(
                        plan, code -> code.equals("WORK") ? Category.WORK : Category.AUXILIARY)
                .stream()
                .map(p -> new Piece(p.activity(), p.category(), p.span().start(), p.span().end()))
                .toList();
    }

    private static MappingRule rule(String activity, String presence, Verdict verdict) {
        return new MappingRule(activity, presence, verdict);
    }

    List<Shift> shifts() {
        return shifts;
    }

    /// How those who are scheduled at an instant stand.
    List<State> at(Instant instant) {
        return shifts.stream()
                .filter(shift -> shift.span().contains(instant))
                .map(shift -> shift.at(instant))
                .toList();
    }

    /// @param events everything reported of it
    record Shift(
            Person person, LocalDate date, TimeSpan span, List<PresenceEvent> events, Day day) {

        @Override
        public String toString() {
            return person.name() + " on " + date;
        }

        State at(Instant instant) {
            var live = day.at(instant);
            return live == null ? State.NOT_SCHEDULED : live.state();
        }

        /// How long they are in a state, to the minute.
        Duration in(State state) {
            long minutes = 0;
            for (var at = span.start(); at.isBefore(span.end()); at = at.plusSeconds(60)) {
                minutes += at(at) == state ? 1 : 0;
            }
            return Duration.ofMinutes(minutes);
        }
    }
}
