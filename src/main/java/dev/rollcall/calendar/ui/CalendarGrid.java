package dev.rollcall.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.calendar.CalendarDay;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Days side by side, what was planned and what was done in each. The clock on the wall gives the
/// place; how long something lasted is told in words, and right on nights when clocks are changed.
final class CalendarGrid extends Div {

    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int SHORTEST = 15;

    /// Minutes in which a name and its hours can stand below each other.
    private static final int ROOM_FOR_TWO_LINES = 60;

    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 18;

    private final CalendarWords words;
    private final Instant now;
    private final int first;
    private final int last;

    private final Beside beside;

    /// @param onDay told of the day whose heading is chosen
    CalendarGrid(
            List<CalendarDay> days,
            Beside beside,
            Instant now,
            CalendarWords words,
            Consumer<LocalDate> onDay) {
        this.beside = beside;
        this.words = words;
        this.now = now;
        var spans = new ArrayList<Wall>();
        for (var day : days) {
            day.planned().forEach(each -> spans.add(wall(each.span(), day.date())));
            day.done().forEach(each -> spans.add(wall(each.span(), day.date())));
        }
        first = spans.stream().mapToInt(wall -> wall.from() / 60).min().orElse(FIRST_HOUR);
        last = spans.stream().mapToInt(wall -> (wall.to() + 59) / 60).max().orElse(LAST_HOUR);
        addClassName("calendar-grid");
        getStyle()
                .set("--first", "" + first * 60)
                .set("--minutes", "" + (last - first) * 60)
                .set("--hours", "" + (last - first))
                .set("--days", "" + days.size())
                .set("--head", days.stream().anyMatch(this::hasMore) ? "9rem" : "4.5rem");
        add(axis());
        days.forEach(day -> add(column(day, onDay)));
    }

    /// Whether more stands in the heading of a day than its hours.
    private boolean hasMore(CalendarDay day) {
        return !beside.of(day.date(), words).isEmpty();
    }

    /// Minutes since midnight by the clock on the wall.
    private record Wall(int from, int to) {}

    private Wall wall(TimeSpan span, LocalDate date) {
        int from = minutes(span.start(), date);
        int to = minutes(span.end(), date);
        return new Wall(from, Math.min(MINUTES_A_DAY, Math.max(to, from + SHORTEST)));
    }

    private int minutes(Instant instant, LocalDate date) {
        var local = instant.atZone(words.zone()).toLocalDateTime();
        return local.toLocalDate().isAfter(date)
                ? MINUTES_A_DAY
                : local.getHour() * 60 + local.getMinute();
    }

    private Component axis() {
        var axis = new Div();
        axis.addClassName("calendar-axis");
        axis.getElement().setAttribute("aria-hidden", "true");
        for (int hour = first; hour < last; hour++) {
            var label =
                    new Span(
                            DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                    .withLocale(words.locale())
                                    .format(LocalTime.of(hour, 0)));
            label.getStyle().set("--from", "" + hour * 60);
            axis.add(label);
        }
        return axis;
    }

    private Component column(CalendarDay day, Consumer<LocalDate> onDay) {
        var today = LocalDate.ofInstant(now, words.zone());
        var name = new NativeButton(words.weekday(day.date()), _ -> onDay.accept(day.date()));
        name.addClassName("calendar-name");
        name.setAriaLabel(words.day(day.date()));
        var head = new Div(new H3(name));
        head.addClassName("calendar-head");
        if (day.date().equals(today)) {
            var mark = new Span(words.say("today"));
            mark.addClassName("calendar-mark");
            head.add(mark);
        }
        var totals = new Paragraph(totals(day));
        totals.addClassName("calendar-totals");
        head.add(totals);
        head.add(beside.of(day.date(), words));
        var lanes = new Div();
        lanes.addClassName("calendar-lanes");
        if (!day.planned().isEmpty()) {
            lanes.add(planned(day));
        }
        if (!day.done().isEmpty()) {
            lanes.add(done(day));
        }
        if (day.date().equals(today)) {
            lanes.add(nowLine(today));
        }
        var column = new Section(head, lanes);
        column.addClassName("calendar-day");
        column.getElement().setAttribute("aria-label", words.day(day.date()));
        if (day.date().equals(today)) {
            column.addClassName("is-today");
            column.getElement().setAttribute("aria-current", "date");
        }
        return column;
    }

    private String totals(CalendarDay day) {
        if (day.planned().isEmpty() && day.done().isEmpty()) {
            return words.say("free");
        }
        var paid = words.duration(day.paid());
        return day.done().isEmpty()
                ? words.say("plannedTime", paid)
                : words.say("bothTimes", paid, words.duration(day.worked()));
    }

    private Component nowLine(LocalDate today) {
        var line = new Div();
        line.addClassName("calendar-now");
        int minutes = minutes(now, today);
        line.getStyle().set("--from", "" + minutes);
        line.setVisible(minutes >= first * 60 && minutes <= last * 60);
        line.getElement().setAttribute("aria-hidden", "true");
        return line;
    }

    private Component planned(CalendarDay day) {
        var list = new OrderedList();
        for (var each : day.planned()) {
            var item =
                    block(
                            wall(each.span(), day.date()),
                            words.activity(each.activity()),
                            hours(each));
            item.getStyle()
                    .set("--tone", "var(--rollcall-activity-" + words.tone(each.activity()) + ")");
            list.add(item);
        }
        return lane("planned", list);
    }

    private String hours(CalendarDay.Planned planned) {
        var hours = words.hours(planned.span());
        var key =
                planned.before() && planned.after()
                        ? "hoursBoth"
                        : planned.before() ? "hoursBefore" : planned.after() ? "hoursAfter" : "";
        return key.isEmpty() ? hours : words.say(key, hours);
    }

    private Component done(CalendarDay day) {
        var list = new OrderedList();
        for (var each : day.done()) {
            var hours =
                    each.open()
                            ? words.say("since", words.time(each.span().start()))
                            : words.hours(each.span());
            var item =
                    block(
                            wall(each.span(), day.date()),
                            each.isWork() ? words.say("work") : words.state(each.state()),
                            hours);
            item.getStyle()
                    .set(
                            "--tone",
                            "var(--rollcall-presence-"
                                    + each.state().base().name().toLowerCase(Locale.ROOT)
                                    + ")");
            list.add(item);
        }
        return lane("done", list);
    }

    private static ListItem block(Wall wall, String what, String hours) {
        var name = new Span(what);
        name.addClassName("calendar-what");
        var time = new Span(hours);
        time.addClassName("calendar-hours");
        var item = new ListItem(name, time);
        item.addClassName("calendar-block");
        item.getElement().setAttribute("title", what + ", " + hours);
        if (wall.to() - wall.from() < ROOM_FOR_TWO_LINES) {
            item.getElement().setAttribute("data-short", true);
        }
        item.getStyle()
                .set("--from", "" + wall.from())
                .set("--lasts", "" + (wall.to() - wall.from()));
        return item;
    }

    private Component lane(String which, OrderedList list) {
        var label = new Span(words.say(which));
        label.addClassName("calendar-lane-name");
        list.getElement().setAttribute("aria-label", words.say(which));
        var lane = new Div(label, list);
        lane.addClassNames("calendar-lane", "calendar-" + which);
        return lane;
    }
}
