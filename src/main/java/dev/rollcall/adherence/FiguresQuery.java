package dev.rollcall.adherence;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which figures are asked for.
///
/// @param from the first day, included
/// @param to the last day, included
/// @param unit only people at home in this unit or below it; null: all
/// @param agent only this person; null: all
public record FiguresQuery(
        LocalDate from,
        LocalDate to,
        @Nullable UnitId unit,
        @Nullable AgentId agent,
        GroupBy groupBy) {

    public enum GroupBy {
        AGENT,
        DAY,
        UNIT
    }
}
