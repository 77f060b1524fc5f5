package dev.rollcall.adherence.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.engine.Case;
import dev.rollcall.adherence.engine.Day;
import dev.rollcall.adherence.engine.Engine;
import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.Mapping;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.adherence.engine.PresenceFrom;
import dev.rollcall.adherence.engine.Rules;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.schedule.Category;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The engine finds the deviation, the words say it. Work from 8 to 12 and from 12:30 to 16, lunch
/// between.
class DeviationWordsTests {

    private static final List<Piece> SCHEDULE =
            List.of(
                    new Piece("WORK", Category.WORK, at("08:00"), at("12:00")),
                    new Piece("LUNCH", Category.AUXILIARY, at("12:00"), at("12:30")),
                    new Piece("WORK", Category.WORK, at("12:30"), at("16:00")));

    private static final Rules RULES =
            new Rules(
                    new Mapping(
                            List.of(
                                    new MappingRule("WORK", "*", Verdict.OUT),
                                    new MappingRule("WORK", "AVAILABLE", Verdict.IN),
                                    new MappingRule("LUNCH", "*", Verdict.OUT),
                                    new MappingRule("LUNCH", "UNAVAILABLE/LUNCH", Verdict.IN))),
                    Rules.Unmapped.NEUTRAL,
                    Rules.Unscheduled.EXCEPTION,
                    new Grace.None(),
                    Map.of(),
                    Rules.SHIPPED_WORKING_PRESENCES,
                    Rules.SHIPPED_SEVERE);

    private final DeviationWords words =
            new DeviationWords(new EnglishWords(), EnglishWords.names());

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }

    /// @param presences as "08:00 AVAILABLE; 12:00 UNAVAILABLE/LUNCH"
    private static Case day(String presences, String asOf) {
        var events =
                List.of(presences.split("; ")).stream()
                        .map(text -> text.split(" "))
                        .map(parts -> new PresenceFrom(at(parts[0]), parts[1]))
                        .toList();
        var period = TimeSpan.of(at("00:00"), at("23:00"));
        return new Case(period, at(asOf), SCHEDULE, events, "AWAY", List.of());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    08:00 AVAILABLE; 12:00 UNAVAILABLE/LUNCH; 12:45 AVAILABLE; 16:00 AWAY | Lunch 15 minutes longer than scheduled
                    08:00 AVAILABLE; 11:50 UNAVAILABLE/LUNCH; 12:30 AVAILABLE; 16:00 AWAY | Lunch started 10 minutes early
                    08:10 AVAILABLE; 12:00 UNAVAILABLE/LUNCH; 12:30 AVAILABLE; 16:00 AWAY | Clocked in 10 minutes late
                    08:00 AVAILABLE; 12:00 UNAVAILABLE/LUNCH; 12:30 AVAILABLE; 15:00 AWAY | Clocked out 1 hour early
                    08:00 AVAILABLE; 12:05 UNAVAILABLE/LUNCH; 12:30 AVAILABLE; 16:00 AWAY | Lunch started 5 minutes late
                    08:00 AVAILABLE; 12:00 UNAVAILABLE/LUNCH; 12:20 AVAILABLE; 16:00 AWAY | Lunch ended 10 minutes early
                    08:00 AVAILABLE; 16:00 AWAY                                           | Worked through Lunch, 30 minutes
                    08:00 AVAILABLE; 12:00 UNAVAILABLE/LUNCH; 12:30 AWAY                  | Not clocked in for Work, 3 hours 30 minutes
                    08:00 AVAILABLE; 12:00 AWAY; 12:30 AVAILABLE; 16:00 AWAY              | Away instead of Lunch for 30 minutes
                    08:00 AVAILABLE; 10:00 UNAVAILABLE/BREAK; 10:06 AVAILABLE; 12:00 UNAVAILABLE/LUNCH; 12:30 AVAILABLE; 16:00 AWAY | Break for 6 minutes during Work
                    08:00 AVAILABLE; 12:00 UNAVAILABLE/LUNCH; 12:30 UNAVAILABLE/MEETING; 12:50 AVAILABLE; 16:00 AWAY | Work started 20 minutes late: Meeting instead
                    08:00 AVAILABLE; 12:00 UNAVAILABLE/LUNCH; 12:30 AVAILABLE; 16:10 AWAY | Worked 10 minutes outside the schedule
                    08:00 AVAILABLE; 12:00 UNAVAILABLE/LUNCH; 12:40 UNAVAILABLE/BREAK; 12:45 AVAILABLE; 16:00 AWAY | Work started 15 minutes late: Lunch, then Break instead
                    """)
    void saysWhatHappened(String presences, String sentence) {
        var found = Engine.assess(day(presences, "23:00"), RULES).deviations();
        assertThat(found).hasSize(1);
        assertThat(words.sentence(found.getFirst(), SCHEDULE)).isEqualTo(sentence);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    08:00 AVAILABLE; 12:00 UNAVAILABLE/LUNCH | 12:45 | 15 minutes over Lunch
                    08:00 AVAILABLE; 10:00 UNAVAILABLE/BREAK | 10:06 | Break instead of Work
                    08:00 AVAILABLE                          | 16:30 | Available, nothing scheduled
                    """)
    void saysWhySomebodyIsOutNow(String presences, String now, String reason) {
        var live = Day.of(day(presences, "23:00"), RULES).at(at(now));
        assertThat(words.reason(Objects.requireNonNull(live), SCHEDULE, at(now))).isEqualTo(reason);
    }

    @Test
    void leavesSecondsOutOnceMinutesHavePassed() {
        var live = Day.of(day("08:00 AVAILABLE; 12:00 UNAVAILABLE/LUNCH", "23:00"), RULES);
        var now = at("12:33").plusSeconds(20);
        assertThat(words.reason(Objects.requireNonNull(live.at(now)), SCHEDULE, now))
                .isEqualTo("3 minutes over Lunch");
        assertThat(Duration.between(at("12:30"), now)).isEqualTo(Duration.ofSeconds(200));
    }
}
