package dev.rollcall.adherence.ui.person;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.PersonTimeline;
import dev.rollcall.adherence.engine.Deviation;
import dev.rollcall.adherence.ui.DeviationWords;
import dev.rollcall.adherence.ui.Times;
import dev.rollcall.kit.DurationWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What differed from the plan on one day, in plain sentences, with what counts of it.
final class DeviationList extends Div {

    private final DeviationWords sentences;
    private final DurationWords durations = new DurationWords(this::getTranslation);
    private final Times times;

    DeviationList(PersonTimeline day, Names names, Times times) {
        this.sentences = new DeviationWords(this::getTranslation, names);
        this.times = times;
        addClassName("deviations");
        var deviations = day.assessment().deviations();
        if (deviations.isEmpty()) {
            add(new Paragraph(getTranslation("adherence.drawer.noDeviations")));
            return;
        }
        var counting = deviations.stream().filter(d -> !d.counted().isZero()).toList();
        var forgiven = deviations.stream().filter(d -> d.counted().isZero()).toList();
        if (counting.isEmpty()) {
            add(new Paragraph(getTranslation("adherence.drawer.noneCounts")));
        }
        add(list(counting, day));
        if (!forgiven.isEmpty()) {
            add(
                    new Details(
                            getTranslation("adherence.drawer.forgiven", forgiven.size()),
                            list(forgiven, day)));
        }
    }

    /// The latest first.
    private OrderedList list(List<Deviation> deviations, PersonTimeline day) {
        var list = new OrderedList();
        deviations.reversed().forEach(deviation -> list.add(item(deviation, day)));
        return list;
    }

    private ListItem item(Deviation deviation, PersonTimeline day) {
        var when = new Span(times.range(deviation.start(), deviation.end()));
        when.addClassNames("deviation-when", "numeric");
        var what = new Span(sentences.sentence(deviation, day.schedule()));
        what.addClassName("deviation-what");
        var counted = new Span(counted(deviation));
        counted.addClassName("deviation-counted");
        var item = new ListItem(when, what, counted);
        item.addClassName(deviation.counted().isZero() ? "forgiven" : "counts");
        if (deviation.impact() == Deviation.Impact.POSITIVE) {
            item.addClassName("positive");
        }
        return item;
    }

    /// "13 minutes count, 2 minutes of grace".
    private String counted(Deviation deviation) {
        var parts = new ArrayList<String>();
        var counted = deviation.counted();
        if (counted.isZero()) {
            parts.add(getTranslation("adherence.drawer.countsNothing"));
        } else if (!counted.equals(deviation.duration())) {
            parts.add(getTranslation("adherence.drawer.counts", durations.of(counted)));
        } else {
            parts.add(getTranslation("adherence.drawer.countsAll"));
        }
        addPart(parts, deviation.tolerated(), "adherence.drawer.grace");
        addPart(parts, deviation.excused(), "adherence.drawer.excused");
        return String.join(", ", parts);
    }

    private void addPart(ArrayList<String> parts, Duration part, String key) {
        if (!part.isZero()) {
            parts.add(getTranslation(key, durations.of(part)));
        }
    }
}
