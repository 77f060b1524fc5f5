package dev.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersTests {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing planned                     |                                              | ''
                    one entry                           | WORK 8-16                                    | WORK 8-16 #0
                    a break splits the work round it    | WORK 8-16, BREAK 10-11                       | WORK 8-10 #0, BREAK 10-11 #1, WORK 11-16 #0
                    a break wherever it is in the list  | BREAK 10-11, WORK 8-16                       | WORK 8-10 #1, BREAK 10-11 #0, WORK 11-16 #1
                    time off lies over everything       | TIME_OFF 9-10, WORK 8-16, MEETING 9-11       | WORK 8-9 #1, TIME_OFF 9-10 #0, MEETING 10-11 #2, WORK 11-16 #1
                    in one layer the later in the list  | LUNCH 12-13, MEETING 12-13                   | MEETING 12-13 #1
                    what is covered comes back          | MEETING 10-14, LUNCH 12-13                   | MEETING 10-12 #0, LUNCH 12-13 #1, MEETING 13-14 #0
                    a hidden edge splits nothing        | WORK 8-10, WORK 9-11, MEETING 8-12           | MEETING 8-12 #2
                    neighbours stay apart               | WORK 8-10, WORK 10-12                        | WORK 8-10 #0, WORK 10-12 #1
                    a gap stays a gap                   | WORK 8-10, WORK 11-12                        | WORK 8-10 #0, WORK 11-12 #1
                    covered whole                       | WORK 9-10, WORK 8-16                         | WORK 8-16 #1
                    """)
    void showsWhatLiesOnTop(String what, String entries, String expected) {
        assertThat(what).isNotBlank();
        assertThat(text(visible(parse(entries)))).isEqualTo(expected);
    }

    @Test
    void putsThePlanOfTheLaterDateOverTheEarlier() {
        var monday = plan("2026-03-02", "WORK 8-20");
        var tuesday = plan("2026-03-03", "WORK 18-30");
        assertThat(text(Layers.ofPlans(List.of(monday, tuesday), LayersTests::category)))
                .isEqualTo("WORK 8-18 #0, WORK 18-30 #1");
    }

    /// Against a slow look at every quarter of an hour.
    @RepeatedTest(500)
    void agreesWithALookAtEachInstant(RepetitionInfo repetition) {
        var entries = random(new Random(repetition.getCurrentRepetition()));
        var pieces = visible(entries);

        var edges = new TreeSet<Instant>();
        entries.forEach(entry -> {
            edges.add(entry.span().start());
            edges.add(entry.span().end());
        });
        for (var edge : edges) {
            for (var at : List.of(edge.minusNanos(1), edge)) {
                assertThat(
                                pieces.stream()
                                        .filter(piece -> piece.span().contains(at))
                                        .map(Layers.Piece::entry))
                        .as("what rules at %s of %s", at, entries)
                        .isEqualTo(ruling(entries, at));
            }
        }
        for (int i = 1; i < pieces.size(); i++) {
            var before = pieces.get(i - 1);
            var piece = pieces.get(i);
            assertThat(piece.span().start()).isAfterOrEqualTo(before.span().end());
            if (piece.span().start().equals(before.span().end())) {
                assertThat(piece.entry()).isNotEqualTo(before.entry());
            }
        }
    }

    private static List<Integer> ruling(List<PlannedActivity> entries, Instant at) {
        int best = -1;
        for (int i = 0; i < entries.size(); i++) {
            var covers = entries.get(i).span().contains(at);
            if (covers
                    && (best < 0
                            || category(entries.get(i).activity())
                                            .compareTo(category(entries.get(best).activity()))
                                    >= 0)) {
                best = i;
            }
        }
        return best < 0 ? List.of() : List.of(best);
    }

    private static List<PlannedActivity> random(Random random) {
        var entries = new ArrayList<PlannedActivity>();
        int count = random.nextInt(12);
        var names = List.of("WORK", "WORK", "BREAK", "MEETING", "TIME_OFF");
        for (int i = 0; i < count; i++) {
            int start = random.nextInt(40);
            entries.add(
                    entry(
                            names.get(random.nextInt(names.size())),
                            start * 15,
                            (start + 1 + random.nextInt(16)) * 15));
        }
        return entries;
    }

    private static List<Layers.Piece> visible(List<PlannedActivity> entries) {
        return Layers.visible(entries, LayersTests::category);
    }

    private static Category category(String activity) {
        return switch (activity) {
            case "WORK" -> Category.WORK;
            case "TIME_OFF" -> Category.TIME_OFF;
            default -> Category.AUXILIARY;
        };
    }

    private static DayPlan plan(String date, String entries) {
        return new DayPlan(
                new dev.rollcall.people.AgentId(1),
                java.time.LocalDate.parse(date),
                1,
                parse(entries),
                null,
                MIDNIGHT,
                "Petra");
    }

    private static List<PlannedActivity> parse(@org.jspecify.annotations.Nullable String entries) {
        if (entries == null) {
            return List.of();
        }
        return List.of(entries.split(", ")).stream()
                .map(entry -> {
                    var parts = entry.strip().split("[ -]");
                    return entry(
                            parts[0],
                            Integer.parseInt(parts[1]) * 60,
                            Integer.parseInt(parts[2]) * 60);
                })
                .toList();
    }

    private static PlannedActivity entry(String activity, int startMinute, int endMinute) {
        return new PlannedActivity(
                activity,
                TimeSpan.of(
                        MIDNIGHT.plus(Duration.ofMinutes(startMinute)),
                        MIDNIGHT.plus(Duration.ofMinutes(endMinute))));
    }

    private static String text(List<Layers.Piece> pieces) {
        return String.join(
                ", ",
                pieces.stream()
                        .map(piece ->
                                "%s %d-%d #%d"
                                        .formatted(
                                                piece.activity(),
                                                hour(piece.span().start()),
                                                hour(piece.span().end()),
                                                piece.entry()))
                        .toList());
    }

    private static long hour(Instant instant) {
        return Duration.between(MIDNIGHT, instant).toHours();
    }
}
