package dev.rollcall.planner.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What somebody plans, as the address says it: `planner?unit=care&date=2026-03-02&view=day`.
///
/// @param unit its code; empty: the first one may plan
/// @param date a day of the week or month, or the day, that is shown
record PlannerAddress(String unit, View view, LocalDate date) {

    private static final String UNIT = "unit";
    private static final String DATE = "date";
    private static final String VIEW = "view";

    enum View {
        WEEK,
        MONTH,
        DAY;

        String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param today what is shown when the address says nothing, or nonsense
    static PlannerAddress of(QueryParameters query, LocalDate today) {
        var view =
                query.getSingleParameter(VIEW)
                        .flatMap(token ->
                                Arrays.stream(View.values())
                                        .filter(each -> each.token().equals(token))
                                        .findFirst())
                        .orElse(View.WEEK);
        return new PlannerAddress(
                query.getSingleParameter(UNIT).orElse(""),
                view,
                query.getSingleParameter(DATE).flatMap(PlannerAddress::day).orElse(today));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.getYear() >= 1971 && day.getYear() <= 2198);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// @param today left out of the address
    QueryParameters parameters(LocalDate today) {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (!unit.isEmpty()) {
            parameters.put(UNIT, List.of(unit));
        }
        if (!date.equals(today)) {
            parameters.put(DATE, List.of(date.toString()));
        }
        if (view != View.WEEK) {
            parameters.put(VIEW, List.of(view.token()));
        }
        return new QueryParameters(parameters);
    }

    /// The first day that is shown. Weeks of work begin on Mondays, as agreed hours are counted.
    LocalDate first() {
        return switch (view) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
        };
    }

    /// The last day that is shown.
    LocalDate last() {
        return switch (view) {
            case DAY -> date;
            case WEEK -> first().plusDays(6);
            case MONTH -> date.with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    PlannerAddress previous() {
        return on(first().minusDays(1));
    }

    PlannerAddress next() {
        return on(last().plusDays(1));
    }

    PlannerAddress on(LocalDate other) {
        return new PlannerAddress(unit, view, other);
    }

    PlannerAddress as(View other) {
        return new PlannerAddress(unit, other, date);
    }

    PlannerAddress of(String otherUnit) {
        return new PlannerAddress(otherUnit, view, date);
    }
}
