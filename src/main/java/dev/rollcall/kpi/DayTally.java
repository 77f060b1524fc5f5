package dev.rollcall.kpi;

import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// What somebody's facts of a day, a kind, a currency and a category add up to.
///
/// @param date in the zone the agent had when the facts came
/// @param currency null where no money is in it
/// @param category null where they have none, or where categories are added up
public record DayTally(
        LocalDate date,
        FactKind kind,
        @Nullable Currency currency,
        @Nullable String category,
        Tally tally) {}
