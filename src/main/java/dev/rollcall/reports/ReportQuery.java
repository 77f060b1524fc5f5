package dev.rollcall.reports;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which days of whom a report adds up.
///
/// @param from the first day, included, in each person's own zone
/// @param to the last day, included; a day that goes on counts up to now
/// @param unit people at home in this unit or below it; null: everywhere
/// @param group people of this group; null: of any and none
/// @param agent this person only; null: everybody
/// @param text part of a name or id; empty: everybody
/// @param by what a line stands for
public record ReportQuery(
        LocalDate from,
        LocalDate to,
        @Nullable UnitId unit,
        @Nullable GroupId group,
        @Nullable AgentId agent,
        String text,
        By by) {

    /// What a line of the report stands for.
    public enum By {
        AGENT,
        UNIT,
        /// Who is in two groups is in both lines.
        GROUP,
        DAY,
        /// From Monday to Sunday.
        WEEK,
        /// What was planned.
        ACTIVITY;

        /// As addresses say it.
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<By> of(String token) {
            return Arrays.stream(values()).filter(by -> by.token().equals(token)).findFirst();
        }
    }

    /// The same for as many days right before.
    ReportQuery before() {
        long days = to.toEpochDay() - from.toEpochDay() + 1;
        return new ReportQuery(
                from.minusDays(days), from.minusDays(1), unit, group, agent, text, by);
    }
}
