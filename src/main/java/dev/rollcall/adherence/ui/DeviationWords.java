package dev.rollcall.adherence.ui;

import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.engine.Deviation;
import dev.rollcall.adherence.engine.Deviation.Edge;
import dev.rollcall.adherence.engine.Deviation.Impact;
import dev.rollcall.adherence.engine.LiveState;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Words;
import dev.rollcall.schedule.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says deviations in plain sentences: "Lunch 15 minutes longer than scheduled". Pure: what it
/// knows of a deviation is its activity, what was done instead, which edge of the schedule it
/// touches, and what lies next to it.
public final class DeviationWords {

    private static final String AWAY = "AWAY";

    private final Words words;
    private final Names names;
    private final DurationWords durations;

    public DeviationWords(Words words, Names names) {
        this.words = words;
        this.names = names;
        this.durations = new DurationWords(words);
    }

    /// @param schedule the pieces of the day the deviation belongs to
    public String sentence(Deviation deviation, List<Piece> schedule) {
        var length = durations.of(deviation.duration());
        if (deviation.edge() == Edge.UNSCHEDULED || deviation.activity() == null) {
            return words.get("adherence.deviation.unscheduled", length);
        }
        var first = deviation.presences().getFirst();
        var before = endingAt(schedule, deviation.start());
        boolean onlyOne = deviation.presences().size() == 1;
        if (before.isPresent()
                && onlyOne
                && isAbout(first, before.get())
                && touchesStart(deviation.edge())) {
            return words.get(
                    "adherence.deviation.longer", names.activity(before.get().activity()), length);
        }
        var after = startingAt(schedule, deviation.end());
        var last = deviation.presences().getLast();
        if (deviation.edge() == Edge.EARLY && after.isPresent() && isAbout(last, after.get())) {
            return words.get(
                    "adherence.deviation.startedEarly",
                    names.activity(after.get().activity()),
                    length);
        }
        boolean work = isWork(schedule, deviation);
        return switch (deviation.edge()) {
            case LATE -> late(deviation, work && before.isEmpty(), length);
            case EARLY -> early(deviation, work && after.isEmpty(), length);
            case ABSENT -> absent(deviation, work, length);
            case MIDDLE, UNSCHEDULED -> middle(deviation, length);
        };
    }

    private String late(Deviation deviation, boolean startsTheDay, String length) {
        var activity = activity(deviation);
        if (startsTheDay && isOnly(deviation, AWAY)) {
            return words.get("adherence.deviation.clockedInLate", length);
        }
        return deviation.impact() == Impact.POSITIVE
                ? words.get("adherence.deviation.startedLate", activity, length)
                : words.get("adherence.deviation.late", activity, length, done(deviation));
    }

    private String early(Deviation deviation, boolean endsTheDay, String length) {
        var activity = activity(deviation);
        if (endsTheDay && isOnly(deviation, AWAY)) {
            return words.get("adherence.deviation.clockedOutEarly", length);
        }
        return deviation.impact() == Impact.POSITIVE
                ? words.get("adherence.deviation.endedEarly", activity, length)
                : words.get("adherence.deviation.early", activity, length, done(deviation));
    }

    private String absent(Deviation deviation, boolean work, String length) {
        var activity = activity(deviation);
        if (deviation.impact() == Impact.POSITIVE) {
            return words.get("adherence.deviation.workedThrough", activity, length);
        }
        return work && isOnly(deviation, AWAY)
                ? words.get("adherence.deviation.absent", activity, length)
                : words.get("adherence.deviation.instead", done(deviation), activity, length);
    }

    private String middle(Deviation deviation, String length) {
        return words.get(
                "adherence.deviation.middle", done(deviation), length, activity(deviation));
    }

    /// Why somebody is out now, to follow "Out since 12:32": "15 minutes over Lunch".
    ///
    /// @param schedule the pieces of their day
    /// @param now how far it has come
    public String reason(LiveState live, List<Piece> schedule, Instant now) {
        var scheduled = live.scheduled();
        if (scheduled == null) {
            return words.get("adherence.reason.unscheduled", names.presence(live.presence()));
        }
        var before = endingAt(schedule, live.since());
        if (before.isPresent() && isAbout(live.presence(), before.get())) {
            return words.get(
                    "adherence.reason.over",
                    durations.of(inMinutes(Duration.between(live.since(), now))),
                    names.activity(before.get().activity()));
        }
        return words.get(
                "adherence.reason.instead",
                names.presence(live.presence()),
                names.activity(scheduled.activity()));
    }

    private static Duration inMinutes(Duration duration) {
        long minutes = Math.max(0, duration.toMinutes());
        return minutes == 0
                ? Duration.ofSeconds(Math.max(0, duration.toSeconds()))
                : Duration.ofMinutes(minutes);
    }

    private String done(Deviation deviation) {
        return deviation.presences().stream()
                .map(names::presence)
                .collect(Collectors.joining(words.get("adherence.deviation.then")));
    }

    private String activity(Deviation deviation) {
        var code = deviation.activity();
        return code == null ? "" : names.activity(code);
    }

    private static boolean touchesStart(Edge edge) {
        return edge == Edge.LATE || edge == Edge.ABSENT;
    }

    private static boolean isOnly(Deviation deviation, String presence) {
        return deviation.presences().equals(List.of(presence));
    }

    /// Whether a presence is what one does in a piece: `UNAVAILABLE/LUNCH` in LUNCH.
    private static boolean isAbout(String presence, Piece piece) {
        return presence.endsWith("/" + piece.activity());
    }

    private static boolean isWork(List<Piece> schedule, Deviation deviation) {
        return schedule.stream()
                .filter(p -> !p.start().isAfter(deviation.start()))
                .filter(p -> p.end().isAfter(deviation.start()))
                .anyMatch(p -> p.category() == Category.WORK);
    }

    private static Optional<Piece> endingAt(List<Piece> schedule, Instant at) {
        return schedule.stream().filter(p -> p.end().equals(at)).findFirst();
    }

    private static Optional<Piece> startingAt(List<Piece> schedule, Instant at) {
        return schedule.stream().filter(p -> p.start().equals(at)).findFirst();
    }
}
