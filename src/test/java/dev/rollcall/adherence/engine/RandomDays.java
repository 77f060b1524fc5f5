package dev.rollcall.adherence.engine;

import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.DayPeriod;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/// Days nobody would plan: everything overlaps, everything is cut, and half of all instants fall
/// together.
final class RandomDays {

    private static final List<String> ACTIVITIES =
            List.of("WORK", "WORK", "LUNCH", "MEETING", "STOCKTAKING", "TIME_OFF", "PROJECT");
    private static final List<String> PRESENCES =
            List.of(
                    "AVAILABLE",
                    "ACTIVE",
                    "AWAY",
                    "AVAILABLE/OUTBOUND",
                    "UNAVAILABLE",
                    "UNAVAILABLE/LUNCH",
                    "UNKNOWN");

    private RandomDays() {}

    /// Two minutes stand for a day, so that instants often coincide, pieces touch and runs are
    /// exactly as long as the grace allows.
    static final class Compressed implements ArbitrarySupplier<RawDay> {

        private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

        @Override
        public Arbitrary<RawDay> get() {
            var instants = seconds(-30, 150).map(START::plusSeconds);
            var spans = spans(instants, seconds(1, 70));
            return days(
                    spans,
                    instants,
                    spans(seconds(-30, 50).map(START::plusSeconds), seconds(20, 150)),
                    rules(seconds(0, 40).map(Duration::ofSeconds)));
        }
    }

    /// Real lengths, real zones: night shifts, and the days on which the clocks change.
    static final class RealLength implements ArbitrarySupplier<RawDay> {

        private static final List<DayPeriod> DATES =
                Stream.of(
                                Tuple.of("Europe/Berlin", "2026-03-29"),
                                Tuple.of("Europe/Berlin", "2026-10-25"),
                                Tuple.of("Europe/Berlin", "2024-02-29"),
                                Tuple.of("America/New_York", "2026-03-08"),
                                Tuple.of("America/New_York", "2026-11-01"),
                                Tuple.of("Australia/Lord_Howe", "2026-04-05"),
                                Tuple.of("Australia/Lord_Howe", "2026-10-04"))
                        .map(it -> new DayPeriod(LocalDate.parse(it.get2()), ZoneId.of(it.get1())))
                        .toList();

        @Override
        public Arbitrary<RawDay> get() {
            return Arbitraries.of(DATES).flatMap(RealLength::on);
        }

        private static Arbitrary<RawDay> on(DayPeriod date) {
            var quarters = evenly(-48, 144).map(it -> atWallTime(date, it * 15));
            var instants =
                    Arbitraries.frequencyOf(
                            Tuple.of(2, quarters),
                            Tuple.of(
                                    3,
                                    Combinators.combine(quarters, evenly(-900, 900))
                                            .as(Instant::plusSeconds)));
            var quarterHours = evenly(1, 40).map(it -> it * 900);
            var whole = Arbitraries.just(date.span());
            return days(
                    spans(quarters, quarterHours),
                    instants,
                    Arbitraries.frequencyOf(
                            Tuple.of(3, whole), Tuple.of(1, spans(instants, quarterHours))),
                    rules(evenly(0, 30).map(it -> minutes(it))));
        }

        private static Instant atWallTime(DayPeriod date, int minutes) {
            return date.date().atStartOfDay().plusMinutes(minutes).atZone(date.zone()).toInstant();
        }

        private static Duration minutes(int minutes) {
            return Duration.ofMinutes(minutes);
        }
    }

    // ---- the parts of a day

    private static Arbitrary<RawDay> days(
            Arbitrary<TimeSpan> spans,
            Arbitrary<Instant> instants,
            Arbitrary<TimeSpan> periods,
            Arbitrary<Rules> rules) {
        var entries =
                upTo(
                        7,
                        Combinators.combine(Arbitraries.of(ACTIVITIES), spans)
                                .as(PlannedActivity::new));
        var events =
                upTo(
                        9,
                        Combinators.combine(instants, Arbitraries.of(PRESENCES))
                                .as(PresenceFrom::new));
        return Combinators.combine(
                        periods,
                        instants,
                        Arbitraries.of(true, true, true, false),
                        entries,
                        events,
                        Arbitraries.of(PRESENCES),
                        upTo(3, spans),
                        rules)
                .as((period, asOf, isOver, schedule, happened, initial, excuses, by) ->
                        new RawDay(
                                period,
                                isOver ? period.end() : asOf,
                                schedule,
                                happened,
                                initial,
                                excuses,
                                by));
    }

    private static Arbitrary<TimeSpan> spans(
            Arbitrary<Instant> starts, Arbitrary<Integer> lengths) {
        return Combinators.combine(starts, lengths)
                .as((start, length) -> TimeSpan.of(start, start.plusSeconds(length)));
    }

    /// Without the library's taste for small numbers, which would pile everything up at the start.
    private static Arbitrary<Integer> evenly(int min, int max) {
        return Arbitraries.integers()
                .between(min, max)
                .withDistribution(RandomDistribution.uniform());
    }

    private static <T> Arbitrary<List<T>> upTo(int most, Arbitrary<T> parts) {
        return evenly(0, most).flatMap(size -> parts.list().ofSize(size));
    }

    /// Mostly multiples of ten, so that they meet.
    private static Arbitrary<Integer> seconds(int min, int max) {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Arbitraries.integers()
                                .between(min / 10, max / 10)
                                .map(it -> Math.max(min, it * 10))),
                Tuple.of(1, evenly(min, max)));
    }

    private static Arbitrary<Rules> rules(Arbitrary<Duration> durations) {
        var graces = graces(durations);
        return Combinators.combine(
                        mappings(),
                        Arbitraries.of(Rules.Unmapped.class),
                        Arbitraries.of(Rules.Unscheduled.class),
                        graces,
                        Arbitraries.maps(Arbitraries.of(ACTIVITIES), graces).ofMaxSize(4),
                        Arbitraries.of(
                                Set.of("AVAILABLE", "ACTIVE"),
                                Set.of("AVAILABLE", "ACTIVE"),
                                Set.of("AVAILABLE/OUTBOUND", "UNAVAILABLE"),
                                Set.of("UNAVAILABLE/LUNCH"),
                                Set.of("AVAILABLE", "UNKNOWN"),
                                Set.<String>of()),
                        durations)
                .as(Rules::new);
    }

    private static Arbitrary<Mapping> mappings() {
        var verdicts =
                Arbitraries.of(
                        Verdict.OUT,
                        Verdict.OUT,
                        Verdict.OUT,
                        Verdict.IN,
                        Verdict.IN,
                        Verdict.NEUTRAL);
        var activities = Arbitraries.of("*", "WORK", "LUNCH", "MEETING", "STOCKTAKING", "TIME_OFF");
        var presences = Arbitraries.oneOf(Arbitraries.just("*"), Arbitraries.of(PRESENCES));
        return upTo(16, Combinators.combine(activities, presences, verdicts).as(MappingRule::new))
                .flatMap(rules ->
                        Arbitraries.of(new Mapping(rules), new Mapping(withLastResort(rules))));
    }

    private static List<MappingRule> withLastResort(List<MappingRule> rules) {
        return Stream.concat(Stream.of(new MappingRule("*", "*", Verdict.OUT)), rules.stream())
                .toList();
    }

    private static Arbitrary<Grace> graces(Arbitrary<Duration> durations) {
        var windows = Arbitraries.oneOf(Arbitraries.just(Duration.ZERO), durations);
        return Arbitraries.oneOf(
                Arbitraries.just(new Grace.None()),
                durations.map(Grace.MinimumException::new),
                durations.map(Grace.AlarmOnly::new),
                Combinators.combine(windows, windows, windows, windows).as(Grace.Boundary::new),
                Combinators.combine(windows, windows, windows, windows).as(Grace.Boundary::new));
    }
}
