package dev.rollcall.performance.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the address of the page says; nothing for what is running.
///
/// @param month null: the running one
/// @param week a day of the week; null: the running one
record PerformanceAddress(@Nullable YearMonth month, @Nullable LocalDate week) {

    private static final String MONTH = "month";
    private static final String WEEK = "week";

    /// What cannot be read is left out.
    static PerformanceAddress of(QueryParameters query) {
        return new PerformanceAddress(
                read(query, MONTH, YearMonth::parse), read(query, WEEK, LocalDate::parse));
    }

    private static <T> @Nullable T read(
            QueryParameters query, String name, Function<String, T> parse) {
        try {
            return query.getSingleParameter(name).map(parse).orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    QueryParameters query() {
        Map<String, String> query = new LinkedHashMap<>();
        if (month != null) {
            query.put(MONTH, month.toString());
        }
        if (week != null) {
            query.put(WEEK, week.toString());
        }
        return QueryParameters.simple(query);
    }
}
