package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// What an address of these pages says.
///
/// @param unit a unit's code, empty: the organisation's settings
/// @param from the day the settings are shown for, and changes count from; null: today
/// @param text what is searched for
record LevelQuery(String unit, @Nullable LocalDate from, String text) {

    static LevelQuery of(QueryParameters parameters) {
        return new LevelQuery(
                parameters.getSingleParameter("unit").orElse(""),
                parameters.getSingleParameter("from").map(LevelQuery::day).orElse(null),
                parameters.getSingleParameter("q").orElse(""));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            // An address somebody changed by hand: today is as good.
            return null;
        }
    }

    QueryParameters parameters() {
        var all = new LinkedHashMap<String, String>();
        if (!unit.isEmpty()) {
            all.put("unit", unit);
        }
        if (from != null) {
            all.put("from", from.toString());
        }
        if (!text.isEmpty()) {
            all.put("q", text);
        }
        return QueryParameters.simple(all);
    }

    LevelQuery ofUnit(String other) {
        return new LevelQuery(other, null, text);
    }

    LevelQuery from(@Nullable LocalDate day) {
        return new LevelQuery(unit, day, text);
    }

    LevelQuery withText(String other) {
        return new LevelQuery(unit, from, other);
    }
}
