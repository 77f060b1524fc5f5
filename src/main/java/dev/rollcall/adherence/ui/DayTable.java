package dev.rollcall.adherence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import dev.rollcall.adherence.PersonTimeline;
import dev.rollcall.adherence.engine.JudgedSpan;
import dev.rollcall.adherence.engine.Piece;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/// The day's timeline as a table: the same facts for people who would rather read, or hear, them.
@Tag("table")
final class DayTable extends Component {

    private final Names names;
    private final Times times;

    DayTable(PersonTimeline day, Names names, Times times) {
        this.names = names;
        this.times = times;
        getElement().getClassList().add("day-table");
        getElement()
                .appendChild(
                        new Element("thead")
                                .appendChild(
                                        row(
                                                "th",
                                                List.of(
                                                        getTranslation("adherence.table.when"),
                                                        getTranslation("adherence.table.scheduled"),
                                                        getTranslation("adherence.table.actual"),
                                                        getTranslation(
                                                                "adherence.table.judged")))));
        var body = new Element("tbody");
        lines(day).forEach(body::appendChild);
        getElement().appendChild(body);
    }

    /// One line for each stretch in which nothing changed, up to where the day was judged.
    private List<Element> lines(PersonTimeline day) {
        var edges = new TreeSet<Instant>();
        day.actual().forEach(span -> edges.addAll(List.of(span.start(), span.end())));
        for (var piece : day.schedule()) {
            edges.addAll(List.of(piece.start(), piece.end()));
        }
        return edges.stream()
                .filter(edge -> edge.isBefore(day.asOf()))
                .filter(edge -> !edge.isBefore(day.period().start()))
                .flatMap(edge ->
                        day.actual().stream()
                                .filter(span -> holds(span, edge))
                                .map(span -> line(day, span, edge, edges)))
                .toList();
    }

    private static boolean holds(JudgedSpan span, Instant at) {
        return !at.isBefore(span.start()) && at.isBefore(span.end());
    }

    private Element line(
            PersonTimeline day, JudgedSpan span, Instant from, TreeSet<Instant> edges) {
        var next = edges.higher(from);
        var to = next == null || next.isAfter(day.asOf()) ? day.asOf() : next;
        var scheduled =
                day.schedule().stream()
                        .filter(p -> !from.isBefore(p.start()) && from.isBefore(p.end()))
                        .map(Piece::activity)
                        .map(names::activity)
                        .findFirst()
                        .orElse(Percents.NONE);
        return row(
                "td",
                List.of(
                        times.range(from, to),
                        scheduled,
                        names.presence(span.presence()),
                        getTranslation("adherence.judgement." + span.judgement())));
    }

    private static Element row(String cell, List<String> texts) {
        var row = new Element("tr");
        for (var text : texts) {
            var element = new Element(cell).setText(text);
            if (cell.equals("th")) {
                element.setAttribute("scope", "col");
            }
            row.appendChild(element);
        }
        return row;
    }
}
