package dev.rollcall.calendar.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What somebody looks at in their calendar, as the address says it:
/// `calendar?date=2026-03-02&view=day`.
///
/// @param date a day of the week or the day that is shown
record CalendarAddress(View view, LocalDate date) {

    private static final String DATE = "date";
    private static final String VIEW = "view";
    private static final int DAYS_A_WEEK = 7;

    enum View {
        MONTH,
        WEEK,
        DAY;

        String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param today what is shown when the address says nothing, or nonsense
    static CalendarAddress of(QueryParameters query, LocalDate today) {
        var view =
                query.getSingleParameter(VIEW)
                        .flatMap(token ->
                                Arrays.stream(View.values())
                                        .filter(each -> each.token().equals(token))
                                        .findFirst())
                        .orElse(View.WEEK);
        return new CalendarAddress(
                view, query.getSingleParameter(DATE).flatMap(CalendarAddress::day).orElse(today));
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
        if (!date.equals(today)) {
            parameters.put(DATE, List.of(date.toString()));
        }
        if (view != View.WEEK) {
            parameters.put(VIEW, List.of(view.token()));
        }
        return new QueryParameters(parameters);
    }

    /// The first day that is shown; of a month with the week it begins in.
    LocalDate first(Locale locale) {
        return switch (view) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(begin(locale)));
            case MONTH ->
                    date.withDayOfMonth(1).with(TemporalAdjusters.previousOrSame(begin(locale)));
        };
    }

    /// The month that is shown.
    YearMonth month() {
        return YearMonth.from(date);
    }

    /// A locale without a region knows nothing of weeks; most of the world begins them on Monday.
    private static DayOfWeek begin(Locale locale) {
        return locale.getCountry().isEmpty()
                ? DayOfWeek.MONDAY
                : WeekFields.of(locale).getFirstDayOfWeek();
    }

    /// How many days are shown; of a month with the whole of its last week.
    int days(Locale locale) {
        return switch (view) {
            case DAY -> 1;
            case WEEK -> DAYS_A_WEEK;
            case MONTH -> {
                int needed =
                        (int) ChronoUnit.DAYS.between(first(locale), month().atEndOfMonth()) + 1;
                yield (needed + DAYS_A_WEEK - 1) / DAYS_A_WEEK * DAYS_A_WEEK;
            }
        };
    }

    CalendarAddress previous() {
        return step(-1);
    }

    CalendarAddress next() {
        return step(1);
    }

    private CalendarAddress step(int by) {
        return new CalendarAddress(
                view,
                switch (view) {
                    case DAY -> date.plusDays(by);
                    case WEEK -> date.plusWeeks(by);
                    case MONTH -> date.plusMonths(by);
                });
    }

    CalendarAddress on(LocalDate other) {
        return new CalendarAddress(view, other);
    }

    CalendarAddress as(View other) {
        return new CalendarAddress(other, date);
    }
}
