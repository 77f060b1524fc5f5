package dev.rollcall.adherence.ui.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.adherence.Adherence;
import dev.rollcall.adherence.FiguresQuery;
import dev.rollcall.adherence.ui.Percents;
import dev.rollcall.dashboard.Audience;
import dev.rollcall.dashboard.Following;
import dev.rollcall.dashboard.ScopeWords;
import dev.rollcall.dashboard.WidgetContent;
import dev.rollcall.dashboard.WidgetFrame;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The adherence of each unit over two weeks, a bar a day, and this week beside the one before.
final class UnitTrends extends Div implements WidgetContent {

    private static final Duration EVERY = Duration.ofMinutes(2);
    private static final int MOST_UNITS = 8;

    /// Bars begin here: below it differences no longer matter, above it they do.
    private static final double FLOOR = 50;

    /// Where it reads from.
    @SpringComponent
    record Source(Adherence adherence, Directory directory, Access access, ApplicationClock clock) {

        Reading read(LocalDate today) {
            var scope = access.scope(Permission.ADHERENCE_VIEW);
            var from = today.minusDays(UnitTrend.DAYS - 1L);
            var trends =
                    directory.units(scope).stream()
                            .limit(MOST_UNITS)
                            .map(unit ->
                                    UnitTrend.of(
                                            unit,
                                            adherence.figures(
                                                    new FiguresQuery(
                                                            from,
                                                            today,
                                                            unit.id(),
                                                            null,
                                                            FiguresQuery.GroupBy.DAY),
                                                    scope),
                                            today))
                            .filter(trend -> !trend.isEmpty())
                            .toList();
            return new Reading(today, trends, clock.instant());
        }
    }

    record Reading(LocalDate today, List<UnitTrend> trends, Instant at) {}

    private final Source source;
    private final Audience audience;
    private final Percents percents;
    private final Element body = new Element("tbody");
    private List<UnitTrend> shown = List.of();
    private LocalDate today;

    UnitTrends(Source source, Audience audience) {
        this.source = source;
        this.audience = audience;
        percents = new Percents(audience.locale());
        today = today();
        var table = new Element("table");
        table.getClassList().add("plain-table");
        table.getClassList().add("unit-trends");
        var names = new Element("tr");
        for (var column : List.of("unit", "days", "week", "gain")) {
            names.appendChild(
                    new Element("th")
                            .setAttribute("scope", "col")
                            .setText(getTranslation("adherence.widget.trend." + column)));
        }
        table.appendChild(new Element("thead").appendChild(names), body);
        getElement().appendChild(table);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(source.clock().instant(), audience.zone());
    }

    private void show(Reading reading, WidgetFrame frame) {
        shown = reading.trends();
        today = reading.today();
        body.removeAllChildren();
        shown.forEach(trend -> body.appendChild(row(trend)));
        if (shown.isEmpty()) {
            frame.isEmpty(getTranslation("adherence.widget.trend.none"), reading.at());
        } else {
            frame.shows(reading.at());
        }
    }

    private Element row(UnitTrend trend) {
        var gain = cell(gain(trend));
        trend.gain()
                .ifPresent(points ->
                        gain.setAttribute(
                                "data-trend",
                                points.signum() > 0
                                        ? "up"
                                        : points.signum() < 0 ? "down" : "level"));
        return new Element("tr")
                .appendChild(
                        new Element("th").setAttribute("scope", "row").setText(trend.unit().name()),
                        bars(trend),
                        cell(percent(trend.week())),
                        gain);
    }

    /// One bar for each day; for those who hear it, the first and the last.
    private Element bars(UnitTrend trend) {
        var bars = new Element("span").setAttribute("aria-hidden", "true");
        bars.getClassList().add("trend-bars");
        for (int i = 0; i < trend.days().size(); i++) {
            var day = trend.days().get(i);
            var bar = new Element("span").setAttribute("title", day(i) + ": " + percent(day));
            var share = day.map(p -> (p.doubleValue() - FLOOR) / (100 - FLOOR)).orElse(0.0);
            bar.getStyle()
                    .set("--share", String.format(Locale.ROOT, "%.2f", Math.clamp(share, 0, 1)));
            if (day.isEmpty()) {
                bar.getClassList().add("trend-none");
            }
            bars.appendChild(bar);
        }
        var heard =
                new Element("span")
                        .setText(
                                getTranslation(
                                        "adherence.widget.trend.heard",
                                        percent(trend.days().getFirst()),
                                        percent(trend.days().getLast())));
        heard.getClassList().add("rollcall-visually-hidden");
        return new Element("td").appendChild(bars, heard);
    }

    private static Element cell(String text) {
        return new Element("td").setText(text);
    }

    private String percent(Optional<BigDecimal> percent) {
        return percent.map(p -> percents.of(p, 1)).orElse(Percents.NONE);
    }

    private String gain(UnitTrend trend) {
        return trend.gain()
                .map(points ->
                        getTranslation(
                                "adherence.widget.trend.points",
                                (points.signum() > 0 ? "+" : "")
                                        + String.format(audience.locale(), "%.1f", points)))
                .orElse(Percents.NONE);
    }

    private String day(int index) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(audience.locale())
                .format(today.minusDays(UnitTrend.DAYS - 1L - index));
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public String scope() {
        return getTranslation(
                "adherence.widget.scope.weeks",
                ScopeWords.of(
                        source.access().scope(Permission.ADHERENCE_VIEW),
                        source.directory(),
                        this::getTranslation));
    }

    @Override
    public String fullPage() {
        return "adherence";
    }

    @Override
    public Registration follow(UI ui, WidgetFrame frame) {
        return Following.reading(
                ui, frame, EVERY, () -> source.read(today()), reading -> show(reading, frame));
    }

    @Override
    public List<List<String>> table() {
        var header = new ArrayList<String>();
        header.add(getTranslation("adherence.widget.trend.unit"));
        for (int back = UnitTrend.DAYS - 1; back >= 0; back--) {
            header.add(today.minusDays(back).toString());
        }
        var lines = new ArrayList<List<String>>();
        lines.add(header);
        for (var trend : shown) {
            var line = new ArrayList<String>();
            line.add(trend.unit().name());
            trend.days().forEach(day -> line.add(day.map(BigDecimal::toPlainString).orElse("")));
            lines.add(line);
        }
        return lines;
    }
}
