package dev.rollcall.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/// A weekly report with what stands behind it.
///
/// @param now the same week as it is known today
/// @param before the week before it
/// @param days each day, as it is known today
/// @param recurrence what recurs in the thirteen weeks up to the week's end
/// @param strains signs of the four weeks up to then
/// @param notes every version, the newest first
public record WeeklyDetail(
        WeeklyReport report,
        Totals now,
        Totals before,
        SortedMap<LocalDate, Totals> days,
        Recurrence recurrence,
        List<Strain> strains,
        List<WeeklyNote> notes,
        BigDecimal target) {

    public WeeklyDetail {
        strains = List.copyOf(strains);
        notes = List.copyOf(notes);
    }
}
