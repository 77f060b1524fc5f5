package dev.rollcall.performance;

import dev.rollcall.kpi.DayTally;
import dev.rollcall.kpi.FactKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody's days come to, looked up by metric, currency and period.
final class Ledger {

    private final Map<FactKind, List<DayTally>> byKind = new EnumMap<>(FactKind.class);

    Ledger(List<DayTally> days) {
        for (var day : days) {
            byKind.computeIfAbsent(day.kind(), _ -> new ArrayList<>()).add(day);
        }
    }

    private List<DayTally> of(Metric metric) {
        return byKind.getOrDefault(metric.kind(), List.of());
    }

    /// The sum of a period.
    ///
    /// @param currency null for metrics that are no money
    /// @param from the first day, included
    /// @param to the last day, included
    BigDecimal sum(Metric metric, @Nullable Currency currency, LocalDate from, LocalDate to) {
        return of(metric).stream()
                .filter(day -> !day.date().isBefore(from) && !day.date().isAfter(to))
                .filter(day -> !metric.isMoney() || Objects.equals(day.currency(), currency))
                .map(metric::of)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal sum(Metric metric, @Nullable Currency currency, YearMonth month) {
        return sum(metric, currency, month.atDay(1), month.atEndOfMonth());
    }

    BigDecimal sum(Metric metric, @Nullable Currency currency, LocalDate day) {
        return sum(metric, currency, day, day);
    }

    /// The sums by month in one pass.
    Map<YearMonth, BigDecimal> months(Metric metric, @Nullable Currency currency) {
        var months = new HashMap<YearMonth, BigDecimal>();
        for (var day : of(metric)) {
            if (!metric.isMoney() || Objects.equals(day.currency(), currency)) {
                months.merge(YearMonth.from(day.date()), metric.of(day), BigDecimal::add);
            }
        }
        return months;
    }

    /// The sums by day in one pass; days with nothing are left out.
    Map<LocalDate, BigDecimal> days(Metric metric, @Nullable Currency currency) {
        var days = new HashMap<LocalDate, BigDecimal>();
        for (var day : of(metric)) {
            if (!metric.isMoney() || Objects.equals(day.currency(), currency)) {
                days.merge(day.date(), metric.of(day), BigDecimal::add);
            }
        }
        return days;
    }

    /// The currencies payments are in over a period, by code.
    List<Currency> currencies(LocalDate from, LocalDate to) {
        return of(Metric.PAYMENTS_COLLECTED).stream()
                .filter(day -> !day.date().isBefore(from) && !day.date().isAfter(to))
                .map(DayTally::currency)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
    }

    /// The currency most payments are in; of two the first by code.
    Optional<Currency> mainCurrency() {
        var counts = new HashMap<Currency, Long>();
        for (var day : of(Metric.PAYMENTS_COLLECTED)) {
            var currency = day.currency();
            if (currency != null) {
                counts.merge(currency, day.tally().facts(), Long::sum);
            }
        }
        return counts.entrySet().stream()
                .min(
                        Map.Entry.<Currency, Long>comparingByValue()
                                .reversed()
                                .thenComparing(entry -> entry.getKey().getCurrencyCode()))
                .map(Map.Entry::getKey);
    }

    /// Whether there is anything at all in a month.
    boolean hasAnything(YearMonth month) {
        return byKind.values().stream()
                .flatMap(List::stream)
                .anyMatch(day -> YearMonth.from(day.date()).equals(month));
    }

    /// Whether there is anything on a day.
    boolean hasAnything(LocalDate date) {
        return byKind.values().stream()
                .flatMap(List::stream)
                .anyMatch(day -> day.date().equals(date));
    }
}
