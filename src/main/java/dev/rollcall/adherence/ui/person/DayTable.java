package dev.rollcall.adherence.ui.person;

import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.PersonTimeline;
import dev.rollcall.adherence.engine.JudgedSpan;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.adherence.ui.Percents;
import dev.rollcall.adherence.ui.Times;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.presence.PresenceSegment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// The day's timeline as a table: the same facts for people who would rather read, or hear, them.
final class DayTable extends PlainTable {

    private final Names names;
    private final Times times;

    DayTable(PersonTimeline day, Names names, Times times) {
        super(
                "adherence.table.when",
                "adherence.table.scheduled",
                "adherence.table.actual",
                "adherence.table.judged");
        this.names = names;
        this.times = times;
        lines(day);
    }

    /// One line for each stretch in which nothing changed, up to where the day was judged.
    private void lines(PersonTimeline day) {
        var edges = new TreeSet<Instant>();
        day.actual().forEach(span -> edges.addAll(List.of(span.start(), span.end())));
        for (var piece : day.schedule()) {
            edges.addAll(List.of(piece.start(), piece.end()));
        }
        for (var edge : edges) {
            if (edge.isBefore(day.asOf()) && !edge.isBefore(day.period().start())) {
                day.actual().stream()
                        .filter(span -> holds(span, edge))
                        .forEach(span -> line(cells(day, span, edge, edges)));
            }
        }
    }

    private static boolean holds(JudgedSpan span, Instant at) {
        return !at.isBefore(span.start()) && at.isBefore(span.end());
    }

    private List<String> cells(
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
        return List.of(
                times.range(from, to),
                scheduled,
                actual(day, span, from),
                getTranslation("adherence.judgement." + span.judgement()));
    }

    /// What was corrected after the fact says so, and by whom and when.
    private String actual(PersonTimeline day, JudgedSpan span, Instant from) {
        var presence = names.presence(span.presence());
        return day.correctionAt(from)
                .map(segment -> presence + " · " + corrected(segment, day.correctedAt()))
                .orElse(presence);
    }

    private String corrected(PresenceSegment segment, Map<String, Instant> correctedAt) {
        var by = Objects.requireNonNullElse(segment.changedBy(), Percents.NONE);
        var at = segment.eventId() == null ? null : correctedAt.get(segment.eventId());
        return at == null
                ? getTranslation("adherence.table.corrected", by)
                : getTranslation(
                        "adherence.table.correctedAt",
                        by,
                        times.shortDay(times.dayOf(at)),
                        times.clock(at));
    }
}
