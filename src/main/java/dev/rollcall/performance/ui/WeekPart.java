package dev.rollcall.performance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import dev.rollcall.kit.PushedText;
import dev.rollcall.kit.Segments;
import dev.rollcall.performance.Metric;
import dev.rollcall.performance.OwnDays;
import dev.rollcall.performance.PerformancePage;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// A week day by day, by itself or as running totals; a day opens below it.
final class WeekPart extends Section {

    private static final Logger LOG = LoggerFactory.getLogger(WeekPart.class);

    private static final int TOAST_MILLIS = 5_000;

    private final PerformanceWords words;
    private final OwnDays days;
    private final PageUsage usage;
    private final H2 title = new H2();
    private final Button next;
    private final WeekTable table;
    private final DayPart day;
    private final Segments<Boolean> running;
    private boolean runningTotals;
    private @Nullable PerformancePage shown;
    private Metric metric = Metric.TOTAL_CALLS;
    private @Nullable LocalDate opened;
    private @Nullable LocalDate lookedInto;

    /// @param go told how many weeks somebody wants to go on, or back
    WeekPart(PerformanceWords words, OwnDays days, PageUsage usage, IntConsumer go) {
        this.words = words;
        this.days = days;
        this.usage = usage;
        next = StepButton.of(words, VaadinIcon.ANGLE_RIGHT, "week.next", "", () -> go.accept(1));
        table = new WeekTable(words, this::toggle);
        day = new DayPart(words, this::open, this::shut);
        running =
                new Segments<>(
                        words.say("week.how"),
                        List.of(false, true),
                        each -> words.say(each ? "week.running" : "week.each"),
                        this::showRunning);
        var steps =
                new Div(
                        StepButton.of(
                                words,
                                VaadinIcon.ANGLE_LEFT,
                                "week.previous",
                                "",
                                () -> go.accept(-1)),
                        next);
        steps.addClassName("performance-steps");
        var head = new Div(title, steps, running);
        head.addClassName("performance-section-head");
        var scrolling = new Div(table);
        scrolling.addClassName("week-scroll");
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling.getElement().setAttribute("aria-label", words.say("week.title"));
        add(head, scrolling, day);
        addClassName("performance-section");
    }

    void show(PerformancePage now) {
        shown = now;
        var week = now.week();
        PushedText.set(
                title,
                week.monday().equals(now.thisMonday())
                        ? words.say("week.this")
                        : words.say("week.of", words.day(week.monday())));
        next.setEnabled(week.monday().isBefore(now.thisMonday()));
        running.show(runningTotals);
        table.show(week, now.today(), runningTotals);
        if (opened != null && !week.days().contains(opened)) {
            shut();
        }
    }

    private void showRunning(boolean on) {
        runningTotals = on;
        running.show(on);
        var now = shown;
        if (now != null) {
            table.show(now.week(), now.today(), on);
        }
    }

    // ------------------------------------------------------------------ a day

    private void toggle(LocalDate date) {
        if (date.equals(opened)) {
            shut();
        } else {
            open(date, metric);
        }
    }

    private void open(LocalDate date, Metric wanted) {
        try {
            var now = shown;
            var found = days.of(date, wanted);
            if (now == null || found.isEmpty()) {
                return;
            }
            usage.lookedInto(date, wanted, lookedInto != null && !lookedInto.equals(date));
            opened = date;
            lookedInto = date;
            metric = wanted;
            table.open(date);
            day.show(found.get(), now.week());
        } catch (DataAccessException e) {
            LOG.warn("A day cannot be read: {}", e.getClass().getSimpleName());
            Notification.show(words.say("away"), TOAST_MILLIS, Notification.Position.BOTTOM_START);
        }
    }

    private void shut() {
        opened = null;
        table.open(null);
        day.setVisible(false);
    }
}
