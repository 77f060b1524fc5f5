package dev.rollcall.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The six questions about usage, answered from sums. Numbers of people are rounded down to fives,
/// and what fewer than five people did is not in it.
///
/// @param from the first day it is about
/// @param to the last
/// @param madeAt when it was added up
/// @param people how many take part at least; 0: fewer than five
/// @param tables one for each topic of which there is something to say
/// @param connection between looking and getting further, null where nothing can be said
public record UsageReport(
        LocalDate from,
        LocalDate to,
        Instant madeAt,
        int people,
        List<Table> tables,
        @Nullable Connection connection) {

    public UsageReport {
        tables = List.copyOf(tables);
    }

    public enum Question {
        ENGAGEMENT,
        FOCUS,
        PATTERNS,
        MOTIVATION,
        FEATURES,
        CORRELATION
    }

    public enum Topic {
        FREQUENCY(Question.ENGAGEMENT, true),
        HOUR(Question.ENGAGEMENT, false),
        STAY(Question.ENGAGEMENT, false),
        METRIC(Question.FOCUS, false),
        GOAL(Question.FOCUS, false),
        SIZE(Question.FOCUS, false),
        WEEKDAY(Question.PATTERNS, false),
        COMPARED(Question.PATTERNS, false),
        VISITED(Question.PATTERNS, false),
        TREND(Question.PATTERNS, false),
        LEVEL(Question.MOTIVATION, false),
        ACTION(Question.MOTIVATION, false),
        FEATURE(Question.FEATURES, true),
        BACK(Question.FEATURES, false),
        COMPARISON(Question.FEATURES, false);

        private final Question question;
        private final boolean ofPeople;

        Topic(Question question, boolean ofPeople) {
            this.question = question;
            this.ofPeople = ofPeople;
        }

        public Question question() {
            return question;
        }

        /// Whether its percentages are of the people who take part; otherwise of the days on which
        /// somebody looked.
        public boolean isOfPeople() {
            return ofPeople;
        }
    }

    /// @param lines in the order of the topic; never empty
    /// @param somethingHidden whether fewer than five people did something that is left out
    public record Table(Topic topic, List<Line> lines, boolean somethingHidden) {
        public Table {
            lines = List.copyOf(lines);
        }
    }

    /// @param key what was done, as a code; with a slash where it has two parts
    /// @param people how many did so at least, a multiple of five
    /// @param percent of the people, or of what the table shows
    public record Line(String key, int people, int percent) {}

    /// @param people how many could be looked at, at least, a multiple of five
    /// @param rank Spearman's coefficient, rounded to tenths: -1 to 1
    /// @param often by how many percentage points those who look often moved, on average
    /// @param seldom the same of those who look seldom
    public record Connection(int people, double rank, int often, int seldom) {}
}
