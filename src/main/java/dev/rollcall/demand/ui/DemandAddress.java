package dev.rollcall.demand.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the address of the page asks for: `demand?group=billing&week=2026-03-02&day=2026-03-04`.
///
/// @param group its code, null: the first one there is
/// @param monday of the week
/// @param day a day of that week, null: all of them
record DemandAddress(@Nullable String group, LocalDate monday, @Nullable LocalDate day) {

    static final String GROUP = "group";
    private static final String WEEK = "week";
    private static final String DAY = "day";

    /// @param today the day it is where the viewer is; its week is the usual one
    static DemandAddress of(QueryParameters query, LocalDate today) {
        var day = date(query, DAY);
        var monday = monday(day.or(() -> date(query, WEEK)).orElse(today));
        return new DemandAddress(
                query.getSingleParameter(GROUP).orElse(null), monday, day.orElse(null));
    }

    private static Optional<LocalDate> date(QueryParameters query, String name) {
        return query.getSingleParameter(name)
                .flatMap(text -> {
                    try {
                        return Optional.of(LocalDate.parse(text));
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                })
                .filter(date -> date.getYear() >= 2001 && date.getYear() <= 2198);
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    DemandAddress weeksOn(int weeks) {
        return new DemandAddress(
                group, monday.plusWeeks(weeks), day == null ? null : day.plusWeeks(weeks));
    }

    DemandAddress of(String otherGroup) {
        return new DemandAddress(otherGroup, monday, day);
    }

    DemandAddress inWeekOf(LocalDate date) {
        return new DemandAddress(group, monday(date), null);
    }

    DemandAddress on(@Nullable LocalDate otherDay) {
        return new DemandAddress(group, otherDay == null ? monday : monday(otherDay), otherDay);
    }

    QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, String>();
        if (group != null) {
            parameters.put(GROUP, group);
        }
        if (day == null) {
            parameters.put(WEEK, monday.toString());
        } else {
            parameters.put(DAY, day.toString());
        }
        return QueryParameters.simple(Map.copyOf(parameters));
    }
}
