package dev.rollcall.performance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rollcall.kit.Days;
import dev.rollcall.performance.NextWork;
import dev.rollcall.performance.Pace;
import dev.rollcall.performance.TodaysGap;
import dev.rollcall.work.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would help next: what today still asks for, and one's own open work by priority.
final class NextPart extends Section {

    private static final int SHOWN = 6;

    private final PerformanceWords words;
    private @Nullable Object shown;

    NextPart(PerformanceWords words) {
        this.words = words;
        addClassName("performance-section");
    }

    private record Shown(List<TodaysGap> gaps, List<NextWork> work, long minute) {}

    /// @param gaps empty for a month that is over
    void show(List<TodaysGap> gaps, List<NextWork> work, Instant now) {
        var next = new Shown(gaps, work, now.getEpochSecond() / 60);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        removeAll();
        add(new H2(words.say("next.title")));
        var parts = new Div();
        parts.addClassName("next-parts");
        if (!gaps.isEmpty()) {
            parts.add(gaps(gaps));
        }
        parts.add(work(work, now));
        add(parts);
    }

    // ------------------------------------------------------------------ today

    private Component gaps(List<TodaysGap> gaps) {
        var list = new UnorderedList();
        list.addClassName("next-gaps");
        for (var gap : gaps) {
            var line = new ListItem(sentence(gap));
            line.getElement().setAttribute("data-standing", gap.standing().name());
            list.add(line);
        }
        return list;
    }

    private String sentence(TodaysGap gap) {
        boolean there = gap.missing().value().signum() == 0;
        var how = there ? "there" : gap.standing() == Pace.Standing.BEHIND ? "brings" : "keeps";
        return words.say("next.gap." + how, words.name(gap.metric()), words.amount(gap.missing()));
    }

    // ------------------------------------------------------------------ work

    private Component work(List<NextWork> work, Instant now) {
        if (work.isEmpty()) {
            var none = new Paragraph(words.say("next.none"));
            none.addClassName("next-none");
            return none;
        }
        var list = new OrderedList();
        list.addClassName("next-work");
        work.stream().limit(SHOWN).forEach(each -> list.add(item(each, now)));
        if (work.size() <= SHOWN) {
            return list;
        }
        var more = new Anchor("console", words.say("next.more", work.size() - SHOWN));
        more.addClassName("next-all");
        return new Div(list, more);
    }

    private ListItem item(NextWork work, Instant now) {
        var title = new Anchor(address(work), work.title());
        title.addClassName("next-title");
        var about = new Span(about(work, now));
        about.addClassName("kpi-against");
        var text = new Div(title, about);
        text.addClassName("milestone-text");
        var item = new ListItem(text);
        if (work.priority() == Priority.URGENT || work.priority() == Priority.HIGH) {
            var mark =
                    new Span(
                            words.say(
                                    work.isOverdue(now)
                                            ? "next.overdue"
                                            : "next." + work.priority()));
            mark.addClassName("week-mark");
            mark.getElement().setAttribute("data-priority", work.priority().name());
            item.add(mark);
        }
        return item;
    }

    private String about(NextWork work, Instant now) {
        var kind = words.say("next." + work.kind());
        var due = work.due();
        return due == null
                ? words.say("next.waiting", kind, waiting(work, now))
                : words.say("next.due", kind, Days.withTime(due, words.locale()));
    }

    private String waiting(NextWork work, Instant now) {
        var waits = Duration.between(work.since(), now);
        return words.duration(waits.isNegative() ? Duration.ZERO : waits);
    }

    private static String address(NextWork work) {
        return (work.kind() == NextWork.Kind.TASK ? "back-office/" : "cases/") + work.id();
    }
}
