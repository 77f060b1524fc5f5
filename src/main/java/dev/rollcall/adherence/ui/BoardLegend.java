package dev.rollcall.adherence.ui;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.engine.JudgedSpan;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.kit.ActivityTone;
import dev.rollcall.kit.Judgement;
import dev.rollcall.kit.TimelineLegend;
import dev.rollcall.kit.TimelineStrip;
import dev.rollcall.schedule.Activity;
import dev.rollcall.shared.TimeSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gives activities and presences the numbers they have in timeline strips. A presence or activity
/// nobody listed gets the next number when it first appears; the legend then goes out again. Shared
/// by all who look at the same, on any thread.
public final class BoardLegend {

    private final Names names;
    private final Map<String, ActivityTone> tones = new LinkedHashMap<>();
    private final Map<String, Integer> activities = new LinkedHashMap<>();
    private final Map<String, Integer> presences = new LinkedHashMap<>();

    private int version;

    public BoardLegend(List<Activity> known, Names names) {
        this.names = names;
        know(known);
    }

    /// Takes activities as an admin has them now.
    public synchronized void know(List<Activity> known) {
        for (var activity : known) {
            var tone = ActivityTone.of(activity.colour());
            boolean isNew = activities.putIfAbsent(activity.code(), activities.size()) == null;
            boolean looksOther = !tone.equals(tones.put(activity.code(), tone));
            version += isNew || looksOther ? 1 : 0;
        }
    }

    /// Learns what appears in rows.
    public synchronized void learn(List<Piece> schedule, List<JudgedSpan> actual) {
        int before = activities.size() + presences.size();
        schedule.forEach(piece -> numberOf(piece.activity(), activities));
        actual.forEach(span -> numberOf(span.presence(), presences));
        version += activities.size() + presences.size() - before;
    }

    /// Grows whenever the legend must be sent again.
    public synchronized int version() {
        return version;
    }

    private static int numberOf(String code, Map<String, Integer> numbers) {
        var number = numbers.putIfAbsent(code, numbers.size());
        return number == null ? numbers.size() - 1 : number;
    }

    public synchronized TimelineLegend toTimeline() {
        return new TimelineLegend(
                activities.keySet().stream()
                        .map(code -> new TimelineLegend.Activity(names.activity(code), tone(code)))
                        .toList(),
                presences.keySet().stream().map(names::presence).toList());
    }

    public synchronized ActivityTone tone(String activity) {
        return tones.getOrDefault(activity, ActivityTone.OTHER);
    }

    /// The strip of a row.
    public TimelineStrip strip(BoardRow row) {
        return strip(row.schedule(), row.actual(), row.live() != null, row.toldLater());
    }

    /// @param goesOn whether the last stretch goes on, because the day is not over
    public TimelineStrip strip(List<Piece> schedule, List<JudgedSpan> actual, boolean goesOn) {
        return strip(schedule, actual, goesOn, List.of());
    }

    /// @param goesOn whether the last stretch goes on, because the day is not over
    /// @param toldLater where something else is known now
    public synchronized TimelineStrip strip(
            List<Piece> schedule,
            List<JudgedSpan> actual,
            boolean goesOn,
            List<TimeSpan> toldLater) {
        var last = goesOn && !actual.isEmpty() ? actual.getLast() : null;
        return new TimelineStrip(
                schedule.stream()
                        .map(p ->
                                new TimelineStrip.Planned(
                                        p.start(),
                                        p.end(),
                                        activities.getOrDefault(p.activity(), 0)))
                        .toList(),
                actual.stream()
                        .map(s ->
                                new TimelineStrip.Actual(
                                        s.start(),
                                        s.equals(last) ? null : s.end(),
                                        presences.getOrDefault(s.presence(), -1),
                                        judgement(s)))
                        .toList(),
                toldLater);
    }

    /// An excuse makes the time count as in; the drawer tells which it was.
    private static Judgement judgement(JudgedSpan span) {
        return switch (span.judgement()) {
            case IN, EXCUSED -> Judgement.IN;
            case NEUTRAL -> Judgement.NEUTRAL;
            case GRACE -> Judgement.GRACE;
            case OUT -> Judgement.OUT;
            case SEVERE -> Judgement.SEVERE;
            case UNSCHEDULED -> Judgement.UNSCHEDULED;
            case UNKNOWN -> Judgement.UNKNOWN;
            case OFF -> Judgement.OFF;
        };
    }
}
