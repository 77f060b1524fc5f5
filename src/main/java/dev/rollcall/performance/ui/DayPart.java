package dev.rollcall.performance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.kit.Segments;
import dev.rollcall.performance.DayDetail;
import dev.rollcall.performance.Growth;
import dev.rollcall.performance.Metric;
import dev.rollcall.performance.Week;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One day of the week in full: a metric at a time, entry by entry.
final class DayPart extends Div {

    /// What the day is asked for.
    interface Choice {
        void show(LocalDate day, Metric metric);
    }

    private final PerformanceWords words;
    private final H3 title = new H3();
    private final Segments<Metric> metrics;
    private final Div content = new Div();
    private LocalDate day = LocalDate.EPOCH;

    /// @param choose told when another metric of the day is wanted
    /// @param close told when the day is to be closed
    DayPart(PerformanceWords words, Choice choose, Runnable close) {
        this.words = words;
        addClassName("week-day");
        setId("week-day");
        setVisible(false);
        getElement().setAttribute("role", "region");
        title.setId("week-day-title");
        getElement().setAttribute("aria-labelledby", "week-day-title");
        metrics =
                new Segments<>(
                        words.say("day.metric"),
                        List.of(
                                Metric.TOTAL_CALLS,
                                Metric.PAYMENTS_COLLECTED,
                                Metric.SERVICES_RAISED,
                                Metric.COMPLAINTS_REGISTERED),
                        metric -> words.say("week." + metric),
                        metric -> choose.show(day, metric));
        var shut = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> close.run());
        shut.addThemeVariants(ButtonVariant.TERTIARY);
        shut.setAriaLabel(words.say("day.close"));
        shut.setTooltipText(words.say("day.close"));
        shut.addClassName("week-day-close");
        var head = new Div(title, metrics, shut);
        head.addClassName("performance-section-head");
        content.addClassName("week-day-content");
        content.getElement().setAttribute("aria-live", "polite");
        add(head, content);
    }

    /// @param week the day lies in
    void show(DayDetail detail, Week week) {
        day = detail.date();
        title.setText(words.weekdayAndDay(day));
        metrics.show(detail.metric());
        content.removeAll();
        if (detail.entries().isEmpty()) {
            content.add(new Paragraph(words.say("day.none")));
        } else {
            sum(detail, week).ifPresent(sentence -> content.add(new Paragraph(sentence)));
            content.add(entries(detail));
        }
        if (detail.more()) {
            content.add(new Paragraph(words.say("day.more", detail.entries().size())));
        }
        setVisible(true);
    }

    private Optional<String> sum(DayDetail detail, Week week) {
        return week.lines().stream()
                .filter(line -> line.metric() == detail.metric())
                .flatMap(line -> line.cells().stream())
                .filter(cell -> cell.day().equals(detail.date()))
                .flatMap(cell ->
                        cell.amount().stream()
                                .map(amount ->
                                        cell.growth().direction() == Growth.Direction.NOT_AVAILABLE
                                                ? words.say("day.sum", words.amount(amount))
                                                : words.say(
                                                        "day.compared",
                                                        words.amount(amount),
                                                        words.spoken(cell.growth()))))
                .findFirst();
    }

    private Component entries(DayDetail detail) {
        var metric = detail.metric();
        boolean done = metric == Metric.SERVICES_RAISED || metric == Metric.COMPLAINTS_REGISTERED;
        boolean categories = detail.entries().stream().anyMatch(each -> each.category() != null);
        var columns = new ArrayList<String>();
        columns.add("performance.day.time");
        if (categories) {
            columns.add("performance.detail.category");
        }
        if (metric.isMoney()) {
            columns.add("performance.detail.amount");
        }
        if (metric == Metric.TOTAL_CALLS) {
            columns.add("performance.day.duration");
        }
        if (done) {
            columns.add("performance.day.state");
        }
        var table = new PlainTable(columns.toArray(String[]::new));
        for (var entry : detail.entries()) {
            var cells = new ArrayList<String>();
            cells.add(time(entry.at()));
            var category = entry.category();
            if (categories) {
                cells.add(category == null ? words.say("detail.noCategory") : category);
            }
            var amount = entry.amount();
            if (metric.isMoney()) {
                cells.add(amount == null ? "–" : words.amount(amount));
            }
            if (metric == Metric.TOTAL_CALLS) {
                cells.add(duration(entry.duration()));
            }
            if (done) {
                cells.add(words.say(entry.done() ? "day.done" : "day.open"));
            }
            table.line(cells);
        }
        var scrolling = new Div(table);
        scrolling.addClassName("report-table");
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling
                .getElement()
                .setAttribute("aria-label", words.weekdayAndDay(day) + ", " + words.name(metric));
        return scrolling;
    }

    private String duration(@Nullable Duration duration) {
        return duration == null ? "–" : words.duration(duration);
    }

    private String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(words.locale())
                .format(time);
    }
}
