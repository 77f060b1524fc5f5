package dev.rollcall.adherence.ui.definitions;

import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.definitions.CheckedExample;
import dev.rollcall.adherence.definitions.CheckedExample.CheckedPart;
import dev.rollcall.adherence.engine.Judgement;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.kit.ActivityTone;
import dev.rollcall.kit.Timeline;
import dev.rollcall.kit.TimelineLegend;
import dev.rollcall.kit.TimelineStrip;
import dev.rollcall.kit.TimelineWindow;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Draws the days of examples, with one legend for all of them.
final class ExampleDrawing {

    private static final Duration MARGIN = Duration.ofMinutes(20);

    private final List<String> activities;
    private final List<String> presences;
    private final TimelineLegend legend;

    ExampleDrawing(List<CheckedExample> examples, Names names, Activities known) {
        var parts = examples.stream().flatMap(example -> example.parts().stream()).toList();
        activities =
                parts.stream()
                        .flatMap(part -> part.subject().pieces().stream())
                        .map(Piece::activity)
                        .distinct()
                        .toList();
        presences =
                parts.stream()
                        .flatMap(part -> part.judged().stream())
                        .map(span -> span.presence())
                        .distinct()
                        .toList();
        legend =
                new TimelineLegend(
                        activities.stream()
                                .map(code ->
                                        new TimelineLegend.Activity(
                                                names.activity(code),
                                                known.of(code)
                                                        .map(Activity::colour)
                                                        .map(ActivityTone::of)
                                                        .orElse(ActivityTone.OTHER)))
                                .toList(),
                        presences.stream().map(names::presence).toList());
    }

    /// @param label the day in a sentence
    Timeline draw(CheckedPart part, String label) {
        var timeline = Timeline.small();
        timeline.setLegend(legend);
        var period = part.subject().period();
        var from = period.start();
        var to = period.end();
        for (var piece : part.subject().pieces()) {
            from = piece.start().isBefore(from) ? piece.start() : from;
            to = piece.end().isAfter(to) ? piece.end() : to;
        }
        timeline.setWindow(
                TimelineWindow.between(from.minus(MARGIN), to.plus(MARGIN), ZoneOffset.UTC));
        timeline.setStrip(strip(part), label);
        return timeline;
    }

    private TimelineStrip strip(CheckedPart part) {
        var planned = new ArrayList<TimelineStrip.Planned>();
        for (var piece : part.subject().pieces()) {
            planned.add(
                    new TimelineStrip.Planned(
                            piece.start(), piece.end(), activities.indexOf(piece.activity())));
        }
        var actual = new ArrayList<TimelineStrip.Actual>();
        for (var span : part.judged()) {
            actual.add(
                    new TimelineStrip.Actual(
                            span.start(),
                            span.end(),
                            presences.indexOf(span.presence()),
                            drawn(span.judgement())));
        }
        return new TimelineStrip(planned, actual);
    }

    /// What is excused counts as in.
    private static dev.rollcall.kit.Judgement drawn(Judgement judgement) {
        return judgement == Judgement.EXCUSED
                ? dev.rollcall.kit.Judgement.IN
                : dev.rollcall.kit.Judgement.valueOf(judgement.name());
    }
}
