package dev.rollcall.adherence.ui.person;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What differed from the plan on one day, in plain sentences, with what counts of it.
final class DeviationList extends Div {

    private final DeviationWords sentences;
    private final DurationWords durations = new DurationWords(this::getTranslation);
    private final Names names;
    private final Times times;
    private final List<AgentDrawer.Act> acts;

    private final List<Object> says;

    /// @param acts what can be done about the person
    DeviationList(PersonTimeline day, Names names, Times times, List<AgentDrawer.Act> acts) {
        this.sentences = new DeviationWords(this::getTranslation, names);
        this.names = names;
        this.times = times;
        this.says = says(day, times);
        this.acts = acts.stream().filter(AgentDrawer.Act::aboutDeviations).toList();
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

    /// All it is made from, to the minute it shows.
    List<Object> says() {
        return says;
    }

    private static List<Object> says(PersonTimeline day, Times times) {
        var says = new ArrayList<Object>(List.of(day.date(), day.excuses(), day.credits()));
        for (var each : day.assessment().deviations()) {
            boolean goesOn = each.end().equals(day.asOf());
            says.add(
                    List.of(
                            each.start(),
                            goesOn ? times.of(each.end()) : each.end(),
                            each.presences(),
                            each.edge(),
                            each.impact(),
                            each.counted().isZero(),
                            each.excused().toMinutes()));
        }
        return List.copyOf(says);
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
        if (!deviation.excused().isZero()) {
            excuses(deviation, day).forEach(text -> item.add(line(text)));
        }
        acts.forEach(act -> item.add(button(act, deviation, day)));
        return item;
    }

    private Span line(String text) {
        var line = new Span(text);
        line.addClassName("deviation-counted");
        return line;
    }

    private Button button(AgentDrawer.Act act, Deviation deviation, PersonTimeline day) {
        var span = TimeSpan.of(deviation.start(), deviation.end());
        boolean goesOn =
                deviation.end().equals(day.asOf()) && day.asOf().isBefore(day.period().end());
        var button = new Button(act.label(), _ -> act.begin().accept(span, goesOn));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClassName("deviation-act");
        button.setAriaLabel(
                getTranslation(
                        "adherence.board.actOn",
                        act.label(),
                        times.range(span.start(), span.end())));
        return button;
    }

    /// Why it is excused: "Call overran, by Kim", "5 minutes given back for a break".
    private List<String> excuses(Deviation deviation, PersonTimeline day) {
        var lines = new ArrayList<String>();
        var span = TimeSpan.of(deviation.start(), deviation.end());
        for (var excuse : day.excuses()) {
            if (excuse.span().overlaps(span)) {
                lines.add(
                        getTranslation(
                                "adherence.drawer.excusedBy",
                                excuse.reason().name(this::getTranslation),
                                excuse.by()));
            }
        }
        for (var credit : day.credits()) {
            if (credit.overrun().overlaps(span)) {
                lines.add(
                        getTranslation(
                                "adherence.drawer.overran",
                                times.of(credit.contact()),
                                durations.of(credit.granted()),
                                names.activity(credit.activity())));
            }
            if (credit.used().stream().anyMatch(span::overlaps)) {
                lines.add(
                        getTranslation(
                                "adherence.drawer.credit",
                                durations.of(credit.granted()),
                                times.of(credit.contact())));
            }
        }
        return lines;
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
