package dev.rollcall.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened, one line for each thing: when, of which kind, and what. A day is named once.
public final class Chronicle extends OrderedList {

    /// @param kind what sort of thing it is, in a word or two
    /// @param address where it can be read whole; null: nowhere
    public record Item(
            Instant at, VaadinIcon icon, String kind, String text, @Nullable String address) {}

    /// @param items in the order they are shown
    /// @param zone in which days and times are meant
    public Chronicle(List<Item> items, ZoneId zone) {
        addClassName("chronicle");
        LocalDate day = null;
        for (var item : items) {
            var date = LocalDate.ofInstant(item.at(), zone);
            add(line(item, zone, date.equals(day)));
            day = date;
        }
    }

    private ListItem line(Item item, ZoneId zone, boolean sameDay) {
        var local = item.at().atZone(zone);
        var date =
                new Span(
                        DateTimeFormatter.ofLocalizedPattern("MMMEd")
                                .withLocale(getLocale())
                                .format(local));
        date.addClassName(sameDay ? "rollcall-visually-hidden" : "chronicle-date");
        var time =
                new Span(
                        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                .withLocale(getLocale())
                                .format(local));
        time.addClassName("chronicle-time");
        var when = new Div(date, time);
        when.addClassName("chronicle-when");
        var icon = item.icon().create();
        icon.getElement().setAttribute("aria-hidden", "true");
        var kind = new Span(item.kind());
        kind.addClassName("board-second");
        var what = new Div(kind, text(item));
        what.addClassName("chronicle-what");
        return new ListItem(when, icon, what);
    }

    private static Component text(Item item) {
        return item.address() == null
                ? new Span(item.text())
                : new Anchor(item.address(), item.text());
    }
}
