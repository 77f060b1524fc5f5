package dev.rollcall.bench;

import dev.rollcall.adherence.engine.Assessment;
import dev.rollcall.adherence.engine.Case;
import dev.rollcall.adherence.engine.Engine;
import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.Mapping;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.PresenceFrom;
import dev.rollcall.adherence.engine.RawDay;
import dev.rollcall.adherence.engine.Rules;
import dev.rollcall.adherence.engine.SlowOracle;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A day of 5,000 people judged in full, with mapping, grace and excuses, on one thread; beside a
/// bare sweep over the same days in arrays of numbers that knows nothing but in and out.
@Tag("bench")
@Tag("engine")
class EngineBenchmark {

    private static final int PEOPLE = 5_000;
    private static final int ENTRIES = 10;
    private static final int EVENTS = 60;
    private static final int ROUNDS = 9;
    private static final int WARM_UPS = 12;
    private static final int ASKED_THE_ORACLE = 100;
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final TimeSpan DAY = TimeSpan.of(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1)));
    private static final List<String> ACTIVITIES =
            List.of("WORK", "BREAK", "LUNCH", "MEETING", "TRAINING", "BACK_OFFICE");
    private static final List<String> PRESENCES =
            List.of(
                    "AVAILABLE",
                    "ACTIVE",
                    "AWAY",
                    "UNAVAILABLE/BREAK",
                    "UNAVAILABLE/LUNCH",
                    "UNAVAILABLE/MEETING");
    private static final Rules RULES =
            new Rules(
                    mapping(),
                    Rules.Unmapped.NEUTRAL,
                    Rules.Unscheduled.IGNORE,
                    new Grace.MinimumException(Duration.ofMinutes(2)),
                    Map.of(
                            "LUNCH",
                            new Grace.Boundary(
                                    Duration.ofMinutes(3),
                                    Duration.ofMinutes(5),
                                    Duration.ofMinutes(5),
                                    Duration.ofMinutes(3)),
                            "MEETING",
                            new Grace.None()),
                    Rules.SHIPPED_WORKING_PRESENCES,
                    Rules.SHIPPED_SEVERE);

    private static Mapping mapping() {
        var rules = new ArrayList<MappingRule>();
        for (var activity : ACTIVITIES) {
            for (var presence : PRESENCES) {
                rules.add(new MappingRule(activity, presence, verdict(activity, presence)));
            }
        }
        return new Mapping(rules);
    }

    private static Verdict verdict(String activity, String presence) {
        boolean works = presence.equals("AVAILABLE") || presence.equals("ACTIVE");
        boolean fits = activity.equals("WORK") ? works : presence.endsWith("/" + activity);
        return fits ? Verdict.IN : Verdict.OUT;
    }

    @Test
    void judgesADayOfFiveThousandPeople() throws Exception {
        var random = new Random(20260302);
        var told = new ArrayList<RawDay>();
        for (int person = 0; person < PEOPLE; person++) {
            told.add(day(random));
        }
        var cases = told.stream().map(RawDay::asCase).toList();
        var arrays = cases.stream().map(Arrays::of).toList();
        var judged = new Assessment[PEOPLE];
        var swept = new long[PEOPLE];

        var times =
                new Race()
                        .enter("engine", () -> Race.nanos(() -> judge(cases, judged)))
                        .enter("sweep", () -> Race.nanos(() -> sweep(arrays, swept)))
                        .run(WARM_UPS, ROUNDS);

        var ours = Rounds.ofTimes(times.of("engine"));
        var ratios = Rounds.ofTimes(times.ratios("engine", "sweep"));
        var report = new Report("engine");
        report.ratio("engine / bare sweep, worst round", ratios.worst());
        report.ratio("engine / bare sweep, median of the rounds", ratios.median());
        report.figure("engine, 5,000 people, a day", "ms", scaled(ours, 1e6));
        report.figure(
                "bare sweep of the same", "ms", scaled(Rounds.ofTimes(times.of("sweep")), 1e6));
        report.figure("engine, a day of one person", "µs", scaled(ours, 1e3 * PEOPLE));
        report.check(
                "raw seconds in and out equal the sweep's, 5,000 people", agree(judged, swept));
        report.check(
                "every figure and deviation equals the oracle's, 100 people",
                told.subList(0, ASKED_THE_ORACLE).stream()
                        .allMatch(day ->
                                Engine.assess(day.asCase(), RULES)
                                        .equals(new SlowOracle(day).assessment())));
        report.close();
    }

    /// From a day in memory to its figures, as the board does it: nothing is prepared beforehand.
    private static void judge(List<Case> cases, Assessment[] judged) {
        for (int i = 0; i < judged.length; i++) {
            var day = cases.get(i);
            judged[i] =
                    Engine.assess(
                            new Case(
                                    day.period(),
                                    day.asOf(),
                                    day.pieces(),
                                    day.presence(),
                                    day.initialPresence(),
                                    day.excuses()),
                            RULES);
        }
    }

    private static void sweep(List<Arrays> people, long[] swept) {
        for (int i = 0; i < swept.length; i++) {
            swept[i] = people.get(i).sweep();
        }
    }

    private static boolean agree(Assessment[] judged, long[] swept) {
        for (int i = 0; i < judged.length; i++) {
            var raw = judged[i].raw();
            if (swept[i] != Arrays.both(raw.in().toSeconds(), raw.out().toSeconds())) {
                return false;
            }
        }
        return true;
    }

    private static Rounds scaled(Rounds nanos, double by) {
        return Rounds.ofTimes(nanos.all().stream().map(n -> n / by).toList());
    }

    /// A shift of eight hours in ten entries, sixty changes of presence around it of which nine in
    /// ten fit the plan, two excuses.
    private static RawDay day(Random random) {
        long start = 6 * 3600 + random.nextInt(16) * 900;
        var entries = new ArrayList<PlannedActivity>();
        for (int i = 0; i < ENTRIES; i++) {
            var activity = i % 2 == 0 ? "WORK" : ACTIVITIES.get(random.nextInt(ACTIVITIES.size()));
            entries.add(new PlannedActivity(activity, seconds(start + i * 2880, 2880)));
        }
        var events = new ArrayList<PresenceFrom>();
        long at = start - random.nextInt(600);
        for (int i = 0; i < EVENTS; i++) {
            int entry = (int) Math.clamp((at - start) / 2880, 0, ENTRIES - 1);
            var presence =
                    random.nextInt(10) == 0
                            ? PRESENCES.get(random.nextInt(PRESENCES.size()))
                            : fitting(entries.get(entry).activity(), i);
            events.add(new PresenceFrom(MIDNIGHT.plusSeconds(at), presence));
            at += 1 + random.nextInt(2 * 29_000 / EVENTS);
        }
        var excuses =
                List.of(
                        seconds(start + random.nextInt(14_400), 60 + random.nextInt(1800)),
                        seconds(
                                start + 14_400 + random.nextInt(14_400),
                                60 + random.nextInt(1800)));
        return new RawDay(DAY, DAY.end(), entries, events, "AWAY", excuses, RULES);
    }

    /// People at work take calls and end them.
    private static String fitting(String activity, int turn) {
        var name = "UNAVAILABLE/" + activity;
        return PRESENCES.contains(name) ? name : turn % 2 == 0 ? "AVAILABLE" : "ACTIVE";
    }

    private static TimeSpan seconds(long from, long length) {
        var start = MIDNIGHT.plusSeconds(from);
        return TimeSpan.of(start, start.plusSeconds(length));
    }

    /// The same day for the bare sweep: seconds of the day and numbers for names.
    private record Arrays(
            int[] entryStart, int[] entryEnd, int[] activity, int[] changeAt, int[] presence) {

        private static final boolean[][] IN = in();

        private static boolean[][] in() {
            var table = new boolean[ACTIVITIES.size()][PRESENCES.size()];
            for (int a = 0; a < table.length; a++) {
                for (int p = 0; p < table[a].length; p++) {
                    table[a][p] = verdict(ACTIVITIES.get(a), PRESENCES.get(p)) == Verdict.IN;
                }
            }
            return table;
        }

        static Arrays of(Case day) {
            var pieces = day.pieces();
            var changes = day.presence();
            return new Arrays(
                    pieces.stream().mapToInt(p -> second(p.start())).toArray(),
                    pieces.stream().mapToInt(p -> second(p.end())).toArray(),
                    pieces.stream().mapToInt(p -> ACTIVITIES.indexOf(p.activity())).toArray(),
                    changes.stream().mapToInt(c -> second(c.at())).toArray(),
                    changes.stream().mapToInt(c -> PRESENCES.indexOf(c.presence())).toArray());
        }

        private static int second(Instant instant) {
            return (int) Duration.between(MIDNIGHT, instant).toSeconds();
        }

        static long both(long in, long out) {
            return in << 32 | out;
        }

        /// Seconds in and out, in one number.
        long sweep() {
            int day = (int) DAY.duration().toSeconds();
            int now = PRESENCES.indexOf("AWAY");
            int change = 0;
            int entry = 0;
            long in = 0;
            long out = 0;
            for (int at = 0; at < day; ) {
                while (change < changeAt.length && changeAt[change] <= at) {
                    now = presence[change++];
                }
                while (entry < entryEnd.length && entryEnd[entry] <= at) {
                    entry++;
                }
                boolean inside = entry < entryEnd.length && entryStart[entry] <= at;
                int until = day;
                if (entry < entryEnd.length) {
                    until = inside ? entryEnd[entry] : entryStart[entry];
                }
                if (change < changeAt.length) {
                    until = Math.min(until, changeAt[change]);
                }
                if (inside) {
                    if (IN[activity[entry]][now]) {
                        in += until - at;
                    } else {
                        out += until - at;
                    }
                }
                at = until;
            }
            return both(in, out);
        }
    }
}
