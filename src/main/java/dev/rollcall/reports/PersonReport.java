package dev.rollcall.reports;

import dev.rollcall.people.Agent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/// One person's last thirteen weeks.
///
/// @param from the first day, a Monday
/// @param to the last day: yesterday
/// @param weeks totals by the week's Monday; each of the weeks is there
/// @param recurrence what happens again and again
/// @param strains signs of the last four weeks
/// @param strainFrom the first day these look at
public record PersonReport(
        Agent agent,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        Totals total,
        SortedMap<LocalDate, Totals> weeks,
        Recurrence recurrence,
        List<Strain> strains,
        LocalDate strainFrom,
        BigDecimal target) {

    public PersonReport {
        strains = List.copyOf(strains);
    }
}
