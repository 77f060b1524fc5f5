package dev.rollcall.demand.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.rollcall.demand.DemandWeek;
import dev.rollcall.demand.DemandWeek.HalfHour;
import dev.rollcall.demand.ForecastDay;
import dev.rollcall.demand.Volume;
import dev.rollcall.demand.Volumes.Origin;
import dev.rollcall.kit.ApexChart;
import dev.rollcall.kit.ApexChart.Form;
import dev.rollcall.kit.ApexChart.Series;
import dev.rollcall.kit.ApexChart.Tone;
import dev.rollcall.kit.KeyNumbers;
import dev.rollcall.kit.PlainTable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A week or a day of a group's demand: key numbers, two charts, and a table with the same figures.
final class WeekPanel extends Div {

    /// How much of the hours before the busiest half hour is in sight.
    private static final int ROWS_BEFORE = 4;

    private final DemandWeek week;
    private final @Nullable LocalDate day;
    private final DemandWords words;
    private final Consumer<LocalDate> onDay;
    private final List<HalfHour> shown;
    private final Paragraph why = new Paragraph();

    /// @param day the one to show, null: the whole week
    /// @param onDay told which day somebody wants to see
    WeekPanel(
            DemandWeek week,
            @Nullable LocalDate day,
            DemandWords words,
            Consumer<LocalDate> onDay) {
        this.week = week;
        this.day = day;
        this.words = words;
        this.onDay = onDay;
        this.shown =
                day == null
                        ? week.halfHours()
                        : week.halfHours().stream()
                                .filter(halfHour -> halfHour.date().equals(day))
                                .toList();
        addClassName("demand-week");
        add(numbers(), chart("volumes", volumeSeries()), chart("heads", headSeries()));
        why.addClassName("demand-why");
        why.getElement().setAttribute("role", "status");
        busiest()
                .ifPresentOrElse(
                        halfHour -> why.setText(words.why(halfHour, week.group().channel())),
                        () -> why.setText(words.say("nothingExpected")));
        add(why, day == null ? daysTable() : halfHoursTable(), forecastSection());
    }

    // ------------------------------------------------------------------ numbers

    private Component numbers() {
        var numbers = new KeyNumbers();
        double expected = sum(shown, WeekPanel::expected);
        var over = shown.stream().filter(halfHour -> came(halfHour) != null).toList();
        double came = sum(over, WeekPanel::came);
        double expectedThen = sum(over, WeekPanel::expected);
        numbers.number(words.say("number.expected"), "")
                .show(
                        words.number(expected),
                        over.isEmpty() || expectedThen == 0
                                ? words.say("number.came", words.number(came))
                                : words.say(
                                        came >= expectedThen
                                                ? "number.cameMore"
                                                : "number.cameLess",
                                        words.number(came),
                                        words.number(
                                                Math.abs(came - expectedThen)
                                                        / expectedThen
                                                        * 100)),
                        null);
        numbers.number(words.say("number.handling"), "")
                .show(
                        handling(shown, WeekPanel::expected),
                        words.say("number.handlingCame", handling(over, WeekPanel::came)),
                        null);
        var busiest = busiest();
        numbers.number(words.say("number.heads"), "")
                .show(
                        busiest.map(halfHour -> "" + heads(halfHour)).orElse("–"),
                        busiest.map(halfHour ->
                                        words.say(
                                                "when",
                                                words.shortDate(halfHour.date()),
                                                words.span(halfHour.start())))
                                .orElse(""),
                        null);
        var error = week.error();
        numbers.number(words.say("number.error"), "")
                .show(
                        words.percent(error.wape()),
                        error.weeks().isEmpty()
                                ? words.say("number.error.none")
                                : words.say(
                                        error.bias().orElse(0) >= 0
                                                ? "number.error.high"
                                                : "number.error.low",
                                        words.percent(error.wapeOfDays()),
                                        words.percent(error.bias()),
                                        error.weeks().size()),
                        null);
        return numbers;
    }

    private static @Nullable Volume expected(HalfHour halfHour) {
        var line = halfHour.expected();
        return line == null ? null : line.volume();
    }

    private static @Nullable Volume came(HalfHour halfHour) {
        return halfHour.came();
    }

    private static @Nullable Integer heads(HalfHour halfHour) {
        var required = halfHour.required();
        return required == null ? null : required.heads();
    }

    private static double sum(
            List<HalfHour> halfHours, Function<HalfHour, @Nullable Volume> which) {
        return halfHours.stream()
                .map(which)
                .filter(Objects::nonNull)
                .mapToDouble(Volume::contacts)
                .sum();
    }

    /// The average handling time, each contact counted alike.
    private String handling(List<HalfHour> halfHours, Function<HalfHour, @Nullable Volume> which) {
        double contacts = sum(halfHours, which);
        double seconds =
                halfHours.stream()
                        .map(which)
                        .filter(Objects::nonNull)
                        .mapToDouble(volume -> volume.contacts() * volume.handling().toSeconds())
                        .sum();
        return contacts == 0
                ? "–"
                : words.seconds(Duration.ofSeconds(Math.round(seconds / contacts)));
    }

    private Optional<HalfHour> busiest() {
        return shown.stream()
                .filter(halfHour -> heads(halfHour) != null)
                .max(
                        Comparator.comparingInt((HalfHour halfHour) ->
                                        Objects.requireNonNull(heads(halfHour)))
                                .thenComparing(Comparator.comparing(HalfHour::start).reversed()));
    }

    // ------------------------------------------------------------------ charts

    private Component chart(String name, List<Series> series) {
        var chart = new ApexChart(words.say("chart." + name + ".described"));
        chart.show(labels(), ticks(), series);
        var section = new Section(new H3(words.say("chart." + name)), chart);
        section.addClassName("demand-chart");
        return section;
    }

    private List<String> labels() {
        return shown.stream()
                .map(halfHour ->
                        day == null
                                ? words.say(
                                        "when",
                                        words.day(halfHour.date()),
                                        words.span(halfHour.start()))
                                : words.span(halfHour.start()))
                .toList();
    }

    /// A day's name at its first half hour, or every other full hour.
    private List<String> ticks() {
        var ticks = new ArrayList<String>();
        LocalDate last = null;
        for (var halfHour : shown) {
            if (day == null) {
                ticks.add(halfHour.date().equals(last) ? "" : words.day(halfHour.date()));
            } else {
                var local = halfHour.start().atZone(words.zone());
                ticks.add(
                        local.getHour() % 3 == 0 && local.getMinute() < 30
                                ? words.time(halfHour.start())
                                : "");
            }
            last = halfHour.date();
        }
        return ticks;
    }

    private List<Series> volumeSeries() {
        return List.of(
                series("came", Form.COLUMN, Tone.QUIET, halfHour -> contacts(halfHour.came())),
                series("expected", Form.LINE, Tone.MAIN, halfHour -> contacts(expected(halfHour))),
                series(
                        "forecast",
                        Form.DASHES,
                        Tone.SECOND,
                        halfHour -> contacts(halfHour.forecast())));
    }

    private List<Series> headSeries() {
        return List.of(
                series(
                        "required",
                        Form.STEPS,
                        Tone.MAIN,
                        halfHour -> {
                            var heads = heads(halfHour);
                            return heads == null ? null : heads.doubleValue();
                        }));
    }

    private Series series(
            String name, Form form, Tone tone, Function<HalfHour, @Nullable Double> value) {
        var values = new ArrayList<@Nullable Double>();
        shown.forEach(halfHour -> values.add(value.apply(halfHour)));
        return new Series(words.say("series." + name), form, tone, values);
    }

    private static @Nullable Double contacts(@Nullable Volume volume) {
        return volume == null ? null : Math.round(volume.contacts() * 10) / 10.0;
    }

    // ------------------------------------------------------------------ tables

    private Component halfHoursTable() {
        var grid = new Grid<HalfHour>();
        grid.addColumn(halfHour -> words.span(halfHour.start()))
                .setHeader(words.say("column.time"))
                .setAutoWidth(true)
                .setFrozen(true);
        column(grid, "expected", halfHour -> words.contacts(expected(halfHour)));
        column(grid, "origin", this::origin).setTextAlign(ColumnTextAlign.START);
        column(grid, "came", halfHour -> words.contacts(halfHour.came()));
        column(grid, "forecast", halfHour -> words.contacts(halfHour.forecast()));
        column(
                grid,
                "handling",
                halfHour -> {
                    var volume = expected(halfHour);
                    return volume == null || volume.contacts() == 0
                            ? ""
                            : words.seconds(volume.handling());
                });
        column(
                grid,
                "heads",
                halfHour -> {
                    var heads = heads(halfHour);
                    return heads == null ? "–" : "" + heads;
                });
        grid.setItems(shown);
        grid.addClassName("demand-grid");
        grid.getElement().setAttribute("aria-label", words.say("table.halfHours"));
        grid.addSelectionListener(e ->
                e.getFirstSelectedItem()
                        .ifPresent(halfHour ->
                                why.setText(words.why(halfHour, week.group().channel()))));
        busiest()
                .ifPresent(halfHour -> {
                    grid.select(halfHour);
                    grid.scrollToIndex(Math.max(0, shown.indexOf(halfHour) - ROWS_BEFORE));
                });
        return grid;
    }

    private String origin(HalfHour halfHour) {
        var line = halfHour.expected();
        return line == null
                ? ""
                : words.say(line.origin() == Origin.FORECAST ? "origin.forecast" : "origin.given");
    }

    private <T> Grid.Column<T> column(Grid<T> grid, String name, Function<T, String> text) {
        return grid.addColumn(text::apply)
                .setHeader(words.say("column." + name))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
    }

    private Component daysTable() {
        var grid = new Grid<ForecastDay>();
        grid.addColumn(each -> words.day(each.date()))
                .setHeader(words.say("column.day"))
                .setAutoWidth(true)
                .setFrozen(true);
        column(grid, "expected", each -> total(each, WeekPanel::expected));
        column(grid, "came", each -> total(each, WeekPanel::came));
        column(grid, "forecast", each -> total(each, HalfHour::forecast));
        column(grid, "handling", each -> handling(ofDay(each.date()), WeekPanel::expected));
        column(grid, "mostHeads", this::mostHeads);
        column(grid, "headHours", this::headHours);
        grid.setItems(week.forecast());
        grid.setAllRowsVisible(true);
        grid.addClassName("demand-grid");
        grid.getElement().setAttribute("aria-label", words.say("table.days"));
        grid.addSelectionListener(
                e -> e.getFirstSelectedItem().ifPresent(each -> onDay.accept(each.date())));
        return grid;
    }

    private List<HalfHour> ofDay(LocalDate date) {
        return week.halfHours().stream().filter(halfHour -> halfHour.date().equals(date)).toList();
    }

    private String total(ForecastDay each, Function<HalfHour, @Nullable Volume> which) {
        var known = ofDay(each.date()).stream().map(which).filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? "–"
                : words.number(known.stream().mapToDouble(Volume::contacts).sum());
    }

    private String mostHeads(ForecastDay each) {
        return ofDay(each.date()).stream()
                .map(WeekPanel::heads)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(heads -> "" + heads)
                .orElse("–");
    }

    /// All half hours of a day with their heads, in hours somebody is to be paid for.
    private String headHours(ForecastDay each) {
        var known =
                ofDay(each.date()).stream().map(WeekPanel::heads).filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? "–"
                : words.number(known.stream().mapToInt(Integer::intValue).sum() / 2.0);
    }

    // ------------------------------------------------------------------ the forecast

    private Component forecastSection() {
        var section = new Section(new H3(words.say("forecast.title")));
        section.addClassName("demand-forecast");
        section.add(new Paragraph(words.say("forecast.how")));
        var table =
                new PlainTable(
                        "demand.forecast.week",
                        "demand.forecast.said",
                        "demand.forecast.came",
                        "demand.forecast.wape",
                        "demand.forecast.bias");
        for (var held : week.error().weeks()) {
            table.line(
                    List.of(
                            words.period(held.monday(), held.monday().plusDays(6)),
                            words.number(held.said()),
                            words.number(held.came()),
                            words.percent(held.wape()),
                            bias(held.bias().orElse(0))));
        }
        if (week.error().weeks().isEmpty()) {
            section.add(new Paragraph(words.say("forecast.noError")));
        } else {
            section.add(table);
        }
        week.forecast().stream()
                .filter(each -> day == null || each.date().equals(day))
                .filter(each -> each.basis() != ForecastDay.Basis.WEEKDAYS)
                .forEach(each ->
                        section.add(
                                new Paragraph(
                                        words.say(
                                                "forecast.day",
                                                words.date(each.date()),
                                                words.basis(each)))));
        return section;
    }

    private String bias(double percent) {
        return words.say(
                percent >= 0 ? "forecast.high" : "forecast.low",
                words.percent(OptionalDouble.of(percent)));
    }
}
