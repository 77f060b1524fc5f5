package dev.rollcall.calendar.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
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

    enum View {
        WEEK,
        DAY;

        String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param today what is shown when the address says nothing, or nonsense
    static CalendarAddress of(QueryParameters query, LocalDate today) {
        var view =
                query.getSingleParameter(VIEW).filter(View.DAY.token()::equals).isPresent()
                        ? View.DAY
                        : View.WEEK;
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
        if (view == View.DAY) {
            parameters.put(VIEW, List.of(view.token()));
        }
        return new QueryParameters(parameters);
    }

    /// The first day that is shown.
    LocalDate first(Locale locale) {
        return view == View.DAY ? date : date.with(TemporalAdjusters.previousOrSame(begin(locale)));
    }

    /// A locale without a region knows nothing of weeks; most of the world begins them on Monday.
    private static DayOfWeek begin(Locale locale) {
        return locale.getCountry().isEmpty()
                ? DayOfWeek.MONDAY
                : WeekFields.of(locale).getFirstDayOfWeek();
    }

    int days() {
        return view == View.DAY ? 1 : 7;
    }

    CalendarAddress previous() {
        return new CalendarAddress(view, date.minusDays(days()));
    }

    CalendarAddress next() {
        return new CalendarAddress(view, date.plusDays(days()));
    }

    CalendarAddress on(LocalDate other) {
        return new CalendarAddress(view, other);
    }

    CalendarAddress as(View other) {
        return new CalendarAddress(other, date);
    }
}
