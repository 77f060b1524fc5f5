package dev.rollcall.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.calendar.MonthDay;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;

/// A month at a glance: weeks below each other where there is room, on a phone the days that hold
/// something in one list.
final class MonthGrid extends Div {

    private static final int DAYS_A_WEEK = 7;

    private final CalendarWords words;
    private final YearMonth month;
    private final LocalDate today;
    private final Beside beside;
    private final Consumer<LocalDate> onDay;

    /// @param days whole weeks
    /// @param onDay told of the day that is chosen
    MonthGrid(
            List<MonthDay> days,
            YearMonth month,
            LocalDate today,
            Beside beside,
            CalendarWords words,
            Consumer<LocalDate> onDay) {
        this.words = words;
        this.month = month;
        this.today = today;
        this.beside = beside;
        this.onDay = onDay;
        addClassName("calendar-month");
        var list = new OrderedList();
        list.getElement().setAttribute("aria-label", words.month(month));
        days.forEach(day -> list.add(cell(day)));
        add(weekdays(days.subList(0, DAYS_A_WEEK)), list);
    }

    private Component weekdays(List<MonthDay> week) {
        var names = new Div();
        names.addClassName("month-weekdays");
        names.getElement().setAttribute("aria-hidden", "true");
        week.forEach(day -> names.add(new Span(words.weekdayName(day.date()))));
        return names;
    }

    private ListItem cell(MonthDay day) {
        var date = day.date();
        var cell = new ListItem(head(date));
        cell.addClassName("month-day");
        if (day.activity() != null) {
            cell.add(plan(day, day.activity()));
        }
        beside.of(date, words).forEach(cell::add);
        if (!YearMonth.from(date).equals(month)) {
            cell.addClassName("is-outside");
        }
        if (day.activity() == null && beside.of(date, words).isEmpty()) {
            cell.addClassName("is-free");
        }
        if (date.equals(today)) {
            cell.addClassName("is-today");
            cell.getElement().setAttribute("aria-current", "date");
        }
        return cell;
    }

    private Component head(LocalDate date) {
        var weekday = new Span(words.weekdayName(date));
        weekday.addClassName("month-weekday");
        var number = new NativeButton();
        number.addClickListener(_ -> onDay.accept(date));
        number.addClassName("calendar-name");
        number.setAriaLabel(words.day(date));
        number.add(weekday, new Span(Integer.toString(date.getDayOfMonth())));
        var head = new Div(number);
        head.addClassName("month-head");
        if (date.equals(today)) {
            var mark = new Span(words.say("today"));
            mark.addClassName("calendar-mark");
            head.add(mark);
        }
        return head;
    }

    /// The colour says nothing that the words beside it do not.
    private Component plan(MonthDay day, String activity) {
        var dot = new Span();
        dot.addClassName("month-dot");
        dot.getElement().setAttribute("aria-hidden", "true");
        dot.getStyle().set("--tone", "var(--rollcall-activity-" + words.tone(activity) + ")");
        var shift = day.shift();
        var first =
                new Div(dot, text(shift == null ? words.activity(activity) : words.hours(shift)));
        first.addClassName("month-shift");
        var plan = new Div(first);
        plan.addClassName("month-plan");
        var second =
                shift == null
                        ? words.duration(day.paid())
                        : words.say("shift", words.activity(activity), words.duration(day.paid()));
        if (shift != null || !day.paid().isZero()) {
            var line = new Span(second);
            line.addClassName("month-second");
            plan.add(line);
        }
        return plan;
    }

    private static Span text(String text) {
        return new Span(text);
    }
}
