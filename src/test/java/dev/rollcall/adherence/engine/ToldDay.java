package dev.rollcall.adherence.engine;

import dev.rollcall.adherence.engine.Rules.Unmapped;
import dev.rollcall.adherence.engine.Rules.Unscheduled;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// A day told in a few words, so that a table of examples reads like a plan. Times are UTC, on one
/// day, as exact as they are written.
///
///     aDay().planned("WORK 08:00-16:00, LUNCH 12:00-12:30")
///           .was("AVAILABLE, 12:00 UNAVAILABLE/LUNCH, 12:34 AVAILABLE")
///
/// Unless it is told otherwise: the person is AWAY, the whole day is judged and over, every activity
/// has its own IN presence and everything else is OUT, unmapped time is neutral, unscheduled work
/// ignored, and there is no grace.
final class ToldDay {

    private static final LocalDate DATE = LocalDate.parse("2026-03-02");
    private static final String MAPPING =
            """
            * * OUT, WORK AVAILABLE IN, WORK ACTIVE IN, PROJECT AVAILABLE IN,
            BREAK UNAVAILABLE/BREAK IN, LUNCH UNAVAILABLE/LUNCH IN,
            MEETING UNAVAILABLE/MEETING IN, TRAINING UNAVAILABLE/TRAINING IN,
            TIME_OFF * NEUTRAL, TIME_OFF AWAY IN
            """;

    private TimeSpan period =
            TimeSpan.of(
                    DATE.atStartOfDay().toInstant(ZoneOffset.UTC),
                    DATE.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    private Instant asOf = period.end();
    private List<PlannedActivity> schedule = List.of();
    private List<PresenceFrom> events = List.of();
    private String initialPresence = "AWAY";
    private List<TimeSpan> excuses = List.of();
    private Mapping mapping = mapping(MAPPING);
    private Unmapped unmapped = Unmapped.NEUTRAL;
    private Unscheduled unscheduled = Unscheduled.IGNORE;
    private Grace defaultGrace = new Grace.None();
    private Map<String, Grace> graceByActivity = Map.of();
    private Set<String> workingPresences = Rules.SHIPPED_WORKING_PRESENCES;
    private Duration severe = Rules.SHIPPED_SEVERE;

    private ToldDay() {}

    static ToldDay aDay() {
        return new ToldDay();
    }

    /// `WORK 08:00-16:00, LUNCH 12:00-12:30`
    ToldDay planned(String entries) {
        schedule =
                parts(entries, ",")
                        .map(it -> it.split(" +"))
                        .map(it -> new PlannedActivity(it[0], span(it[1])))
                        .toList();
        return this;
    }

    /// `AVAILABLE, 12:00 UNAVAILABLE/LUNCH`; one without a time is the presence before all others.
    ToldDay was(String presences) {
        for (var first : parts(presences, ",").filter(it -> !it.contains(" ")).toList()) {
            initialPresence = first;
        }
        events =
                parts(presences, ",")
                        .filter(it -> it.contains(" "))
                        .map(it -> it.split(" +"))
                        .map(it -> new PresenceFrom(time(it[0]), it[1]))
                        .toList();
        return this;
    }

    /// `WORK AVAILABLE IN, WORK * OUT`
    ToldDay mapped(String rules) {
        mapping = mapping(rules);
        return this;
    }

    ToldDay unmapped(Unmapped counted) {
        unmapped = counted;
        return this;
    }

    ToldDay unscheduled(Unscheduled counted) {
        unscheduled = counted;
        return this;
    }

    /// `MINIMUM_EXCEPTION 120; LUNCH BOUNDARY 0 0 0 300`: the default, then those of activities;
    /// the four of `BOUNDARY` are start before, start after, end before, end after.
    ToldDay forgiven(String graces) {
        var byActivity = new HashMap<String, Grace>();
        for (var grace : parts(graces, ";").toList()) {
            var words = Arrays.asList(grace.split(" +"));
            if (RawDay.CATEGORIES.containsKey(words.getFirst())) {
                byActivity.put(words.getFirst(), grace(words.subList(1, words.size())));
            } else {
                defaultGrace = grace(words);
            }
        }
        graceByActivity = byActivity;
        return this;
    }

    /// `12:35-12:45, 12:40-12:50`
    ToldDay excused(String spans) {
        excuses = parts(spans, ",").map(ToldDay::span).toList();
        return this;
    }

    /// `08:00-16:00`; judged to its end unless [#asOf] says less.
    ToldDay judged(String span) {
        period = span(span);
        asOf = period.end();
        return this;
    }

    ToldDay asOf(String time) {
        asOf = time(time);
        return this;
    }

    ToldDay working(String... presences) {
        workingPresences = Set.of(presences);
        return this;
    }

    ToldDay severeAfter(Duration duration) {
        severe = duration;
        return this;
    }

    RawDay told() {
        return new RawDay(
                period,
                asOf,
                schedule,
                events,
                initialPresence,
                excuses,
                new Rules(
                        mapping,
                        unmapped,
                        unscheduled,
                        defaultGrace,
                        graceByActivity,
                        workingPresences,
                        severe));
    }

    Assessment assess() {
        return told().assess();
    }

    /// The only deviation of the day.
    Deviation deviation() {
        var deviations = assess().deviations();
        if (deviations.size() != 1) {
            throw new IllegalStateException("Not one deviation but " + deviations);
        }
        return deviations.getFirst();
    }

    /// The live state at a time that is inside the period.
    LiveState at(String time) {
        return Objects.requireNonNull(told().laidOut().at(time(time)));
    }

    /// What was found at a time that is judged.
    Finding found(String time) {
        return Objects.requireNonNull(told().laidOut().findingAt(time(time)));
    }

    /// `12:00`, `12:00:30` or `12:00:30.5`; `24:00` is the end of the day.
    static Instant time(String time) {
        return time.equals("24:00")
                ? DATE.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)
                : DATE.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    private static TimeSpan span(String span) {
        var edges = span.split("-");
        return TimeSpan.of(time(edges[0]), time(edges[1]));
    }

    private static Mapping mapping(String rules) {
        return new Mapping(
                parts(rules, ",")
                        .map(it -> it.split(" +"))
                        .map(it -> new MappingRule(it[0], it[1], Verdict.valueOf(it[2])))
                        .toList());
    }

    private static Grace grace(List<String> words) {
        var seconds =
                words.stream().skip(1).map(it -> Duration.ofSeconds(Long.parseLong(it))).toList();
        return switch (words.getFirst()) {
            case "NONE" -> new Grace.None();
            case "MINIMUM_EXCEPTION" -> new Grace.MinimumException(seconds.getFirst());
            case "ALARM_ONLY" -> new Grace.AlarmOnly(seconds.getFirst());
            case "BOUNDARY" ->
                    new Grace.Boundary(
                            seconds.get(0), seconds.get(1), seconds.get(2), seconds.get(3));
            default -> throw new IllegalArgumentException("No grace: " + words);
        };
    }

    private static Stream<String> parts(String text, String separator) {
        return Stream.of(text.split(separator)).map(String::strip).filter(it -> !it.isEmpty());
    }
}
