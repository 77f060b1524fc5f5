package dev.rollcall.work.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.kit.PushedText;
import dev.rollcall.kit.Severity;
import dev.rollcall.kit.StatusPill;
import dev.rollcall.kit.TickingDuration;
import dev.rollcall.work.GroupStanding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One group in the widget of the queues. What says the same as before is not sent again.
final class QueueLine extends NativeTableRow {

    private final Locale locale;
    private final Anchor name = new Anchor();
    private final Span second = new Span();
    private final StatusPill stuck;
    private final Span waiting = new Span();
    private final TickingDuration wait = new TickingDuration(null);
    private final Span working = new Span();
    private final Span available = new Span();
    private final Span free = new Span();
    private @Nullable GroupStanding shown;

    QueueLine(Locale locale) {
        this.locale = locale;
        stuck = new StatusPill(Severity.OUT, getTranslation("work.widget.queues.stuck"), null);
        second.addClassName("board-second");
        wait.addClassName("board-second");
        var what = new Div(second, stuck);
        what.addClassName("queue-load-second");
        var head = new NativeTableHeaderCell(name, what);
        head.getElement().setAttribute("scope", "row");
        add(
                head,
                new NativeTableCell(new Div(waiting), wait),
                new NativeTableCell(working),
                new NativeTableCell(available),
                new NativeTableCell(free));
    }

    void show(GroupStanding now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        var group = now.group();
        name.setHref("agents?group=" + URLEncoder.encode(group.code(), StandardCharsets.UTF_8));
        PushedText.set(name, group.name());
        var channel = getTranslation("work.channel." + group.channel());
        PushedText.set(
                second,
                now.open() ? channel : getTranslation("work.widget.queues.closed", channel));
        stuck.setVisible(now.isStuck());
        getElement().setAttribute("data-stuck", now.isStuck());
        PushedText.set(waiting, number(now.waiting()));
        wait.setSince(now.longestWait());
        PushedText.set(working, number(now.working()));
        PushedText.set(
                available, getTranslation("work.widget.queues.of", now.available(), now.active()));
        PushedText.set(free, number(now.freePlaces()));
    }

    private String number(int number) {
        return String.format(locale, "%d", number);
    }
}
