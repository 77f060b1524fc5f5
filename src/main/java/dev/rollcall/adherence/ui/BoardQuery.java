package dev.rollcall.adherence.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What somebody looks at, as the address says it: `?unit=north&show=out&zoom=4h&q=kim`. What is
/// the default is left out, and what cannot be understood is taken for the default.
///
/// @param units codes of units, with everything below them; empty: all one may see
/// @param group code of a group; null: all
/// @param show null: everybody
/// @param text part of a name or external id; empty: everybody
/// @param date a past day; null: today, live
/// @param from where the timelines begin when they do not follow the clock; null: they do
/// @param zone the zone times are written in; null: the unit's
/// @param at the instant that is explained of the one person shown in full; null: none
/// @param table whether timelines are told in words instead of drawn
record BoardQuery(
        List<String> units,
        @Nullable String group,
        @Nullable Show show,
        String text,
        BoardOrder order,
        Zoom zoom,
        @Nullable LocalDate date,
        @Nullable Instant from,
        @Nullable ZoneId zone,
        @Nullable Instant at,
        boolean table) {

    private static final String TABLE = "table";

    static final BoardQuery DEFAULT =
            new BoardQuery(
                    List.of(),
                    null,
                    null,
                    "",
                    BoardOrder.SEVERITY,
                    Zoom.FOUR_HOURS,
                    null,
                    null,
                    null,
                    null,
                    false);

    BoardQuery {
        units = List.copyOf(units);
    }

    static BoardQuery of(QueryParameters parameters) {
        return new BoardQuery(
                parameters.getParameters("unit").stream().filter(u -> !u.isBlank()).toList(),
                read(parameters, "group", Optional::of),
                read(parameters, "show", Show::of),
                parameters.getSingleParameter("q").orElse(""),
                parameters.getSingleParameter("sort").flatMap(BoardOrder::of).orElse(DEFAULT.order),
                parameters.getSingleParameter("zoom").flatMap(Zoom::of).orElse(DEFAULT.zoom),
                read(parameters, "date", text -> understood(text, LocalDate::parse)),
                read(parameters, "from", text -> understood(text, Instant::parse)),
                read(parameters, "zone", text -> understood(text, ZoneId::of)),
                read(parameters, "at", text -> understood(text, Instant::parse)),
                parameters.getSingleParameter("view").filter(TABLE::equals).isPresent());
    }

    private static <T> @Nullable T read(
            QueryParameters parameters, String name, Function<String, Optional<T>> reader) {
        return parameters
                .getSingleParameter(name)
                .filter(text -> !text.isBlank())
                .flatMap(reader)
                .orElse(null);
    }

    private static <T> Optional<T> understood(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (!units.isEmpty()) {
            parameters.put("unit", units);
        }
        put(parameters, "group", group);
        put(parameters, "show", show == null ? null : show.token());
        put(parameters, "q", text.isEmpty() ? null : text);
        put(parameters, "sort", order == DEFAULT.order ? null : order.token());
        put(parameters, "zoom", zoom == DEFAULT.zoom ? null : zoom.token());
        put(parameters, "date", date);
        put(parameters, "from", from);
        put(parameters, "zone", zone);
        put(parameters, "at", at);
        put(parameters, "view", table ? TABLE : null);
        return new QueryParameters(parameters);
    }

    private static void put(
            Map<String, List<String>> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, List.of(value.toString()));
        }
    }

    /// A day that is over has no present for a window to follow.
    Zoom zoomInForce() {
        return date != null && zoom.moves() ? Zoom.SHIFT : zoom;
    }

    /// Whether anybody might be left out.
    boolean filters() {
        return !units.isEmpty() || group != null || show != null || !text.isEmpty();
    }

    BoardQuery withoutFilters() {
        return new BoardQuery(List.of(), null, null, "", order, zoom, date, from, zone, at, table);
    }

    BoardQuery withUnits(List<String> newUnits) {
        return new BoardQuery(
                newUnits, group, show, text, order, zoom, date, from, zone, at, table);
    }

    BoardQuery withGroup(@Nullable String newGroup) {
        return new BoardQuery(
                units, newGroup, show, text, order, zoom, date, from, zone, at, table);
    }

    /// The same part again shows everybody.
    BoardQuery toggling(Show part) {
        var newShow = show == part ? null : part;
        return new BoardQuery(
                units, group, newShow, text, order, zoom, date, from, zone, at, table);
    }

    BoardQuery withText(String newText) {
        return new BoardQuery(
                units, group, show, newText, order, zoom, date, from, zone, at, table);
    }

    BoardQuery withOrder(BoardOrder newOrder) {
        return new BoardQuery(
                units, group, show, text, newOrder, zoom, date, from, zone, at, table);
    }

    /// A new zoom follows the clock again.
    BoardQuery withZoom(Zoom newZoom) {
        return new BoardQuery(
                units, group, show, text, order, newZoom, date, null, zone, at, table);
    }

    /// @param newDate null: today, live
    BoardQuery withDate(@Nullable LocalDate newDate) {
        return new BoardQuery(
                units, group, show, text, order, zoom, newDate, null, zone, null, table);
    }

    /// @param newFrom null: follows the clock
    BoardQuery withFrom(@Nullable Instant newFrom) {
        return new BoardQuery(
                units, group, show, text, order, zoom, date, newFrom, zone, at, table);
    }

    BoardQuery withZone(@Nullable ZoneId newZone) {
        return new BoardQuery(
                units, group, show, text, order, zoom, date, from, newZone, at, table);
    }

    /// @param newAt null: nothing is explained
    BoardQuery withAt(@Nullable Instant newAt) {
        return new BoardQuery(
                units, group, show, text, order, zoom, date, from, zone, newAt, table);
    }

    BoardQuery withTable(boolean asTable) {
        return new BoardQuery(units, group, show, text, order, zoom, date, from, zone, at, asTable);
    }
}
