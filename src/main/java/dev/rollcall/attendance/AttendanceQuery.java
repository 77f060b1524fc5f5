package dev.rollcall.attendance;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose attendance somebody asks for.
///
/// @param from the first day, included, in each person's own zone
/// @param to the last day, included; a day that goes on counts up to now
/// @param unit a unit with everything below it; null: all in scope
/// @param group null: whoever
/// @param agent null: everybody
/// @param text part of a name or external id; empty: everybody
/// @param groupBy what a line stands for
public record AttendanceQuery(
        LocalDate from,
        LocalDate to,
        @Nullable UnitId unit,
        @Nullable GroupId group,
        @Nullable AgentId agent,
        String text,
        GroupBy groupBy) {

    /// What a line of the report stands for.
    public enum GroupBy {
        AGENT,
        UNIT,
        DAY;

        /// As addresses say it.
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<GroupBy> of(String token) {
            for (var each : values()) {
                if (each.token().equals(token)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }
    }
}
