package dev.rollcall.reports;

import dev.rollcall.adherence.JudgedDay;
import dev.rollcall.adherence.Pattern;
import dev.rollcall.adherence.engine.Deviation;
import dev.rollcall.adherence.engine.Deviation.Edge;
import dev.rollcall.adherence.engine.Deviation.Impact;
import dev.rollcall.adherence.engine.Judgement;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.Category;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What reports need of one person's working day. Pure.
///
/// @param unit the home unit, whose rules the day was judged by
/// @param basis what it was judged by
public record DayFacts(
        AgentId agent,
        LocalDate date,
        UnitId unit,
        String basis,
        Totals totals,
        List<ActivityFacts> activities,
        List<Happened> happened) {

    /// Grows when days are added up in another way than before: what is kept then counts as
    /// missing.
    private static final int FORMULA = 2;

    /// Breaks people take by law or by agreement. Other activities away from customers, such as
    /// meetings, are nobody's rest.
    public static final Set<String> BREAKS = Set.of("BREAK", "LUNCH");

    /// Stands for what lies outside every planned entry.
    public static final String OUTSIDE = "-";

    public DayFacts {
        activities = List.copyOf(activities);
        happened = List.copyOf(happened);
    }

    /// What belongs to one planned activity.
    ///
    /// @param category null outside the plan
    /// @param whole what counts one way or the other: neutral time does not
    /// @param away out although work was planned, nothing forgiven: unplanned shrinkage
    /// @param slots the half hours it was planned in, as bits
    public record ActivityFacts(
            String activity,
            @Nullable Category category,
            Duration scheduled,
            Duration whole,
            Duration rawOut,
            Duration toleratedOut,
            Duration scoreOut,
            Away away,
            Edges edges,
            long slots) {}

    /// A deviation that counts against the score.
    ///
    /// @param slot the half hour of the clock it began in
    /// @param slots those it touched, as bits
    /// @param about what was not done as planned, or what came before and went on
    /// @param positive worked although something else was planned
    public record Happened(
            Instant start,
            int slot,
            long slots,
            String activity,
            Pattern.Way way,
            String about,
            boolean positive,
            Duration counted) {}

    /// @param rules names the rules the day was judged by
    static String basis(String rules) {
        return FORMULA + " " + rules;
    }

    static DayFacts of(JudgedDay day, String basis) {
        var zone = day.agent().zone();
        var activities = new LinkedHashMap<String, Builder>();
        int breaks = 0;
        for (var piece : day.schedule()) {
            var from = later(piece.start(), day.period().start());
            var to = earlier(piece.end(), day.period().end());
            var activity =
                    activities.computeIfAbsent(
                            piece.activity(), code -> new Builder(code, piece.category()));
            var end = earlier(to, asOf(day));
            if (!end.isAfter(from)) {
                continue;
            }
            activity.scheduled = activity.scheduled.plus(Duration.between(from, end));
            activity.slots |= HalfHours.touched(from, end, zone);
            activity.whole = activity.whole.plus(counting(day, from, end));
            if (BREAKS.contains(piece.activity()) && !piece.end().isAfter(asOf(day))) {
                breaks++;
            }
        }
        var happened = new ArrayList<Happened>();
        var edges = Edges.NONE;
        var overrun = day.assessment().unscheduledWork();
        int missed = 0;
        for (var deviation : day.assessment().deviations()) {
            var code = deviation.activity() == null ? OUTSIDE : deviation.activity();
            var activity = activities.computeIfAbsent(code, each -> new Builder(each, null));
            var edge = Edges.NONE;
            var way = Pattern.happening(deviation, day.schedule());
            if (way.isPresent()) {
                edge = edge(deviation.edge());
                happened.add(happened(deviation, code, way.get(), zone));
            }
            activity.add(deviation, edge);
            edges = edges.plus(edge);
            if (deviation.impact() == Impact.POSITIVE && BREAKS.contains(code)) {
                overrun = overrun.plus(deviation.duration());
                if (deviation.edge() == Edge.ABSENT) {
                    missed++;
                }
            }
        }
        return new DayFacts(
                day.agent().id(),
                day.date(),
                day.agent().unit(),
                basis,
                new Totals(
                        day.figures(),
                        edges,
                        day.assessment().scheduled().isZero() ? 0 : 1,
                        Math.max(breaks, missed),
                        missed,
                        overrun),
                activities.values().stream().map(Builder::facts).filter(DayFacts::says).toList(),
                happened);
    }

    private static boolean says(ActivityFacts activity) {
        return !activity.scheduled().isZero() || !activity.whole().isZero();
    }

    private static Instant asOf(JudgedDay day) {
        return day.actual().isEmpty() ? day.period().start() : day.actual().getLast().end();
    }

    /// How much of a stretch counts one way or the other.
    private static Duration counting(JudgedDay day, Instant from, Instant to) {
        var counting = Duration.ZERO;
        for (var span : day.actual()) {
            var start = later(span.start(), from);
            var end = earlier(span.end(), to);
            if (end.isAfter(start) && counts(span.judgement())) {
                counting = counting.plus(Duration.between(start, end));
            }
        }
        return counting;
    }

    private static boolean counts(Judgement judgement) {
        return switch (judgement) {
            case IN, GRACE, OUT, SEVERE, EXCUSED -> true;
            case NEUTRAL, UNSCHEDULED, UNKNOWN, OFF -> false;
        };
    }

    private static Edges edge(Edge edge) {
        return switch (edge) {
            case LATE -> new Edges(1, 0, 0, 0);
            case EARLY -> new Edges(0, 1, 0, 0);
            case ABSENT -> new Edges(0, 0, 1, 0);
            case MIDDLE, UNSCHEDULED -> new Edges(0, 0, 0, 1);
        };
    }

    private static Happened happened(
            Deviation deviation, String code, Pattern.Happening way, ZoneId zone) {
        return new Happened(
                deviation.start(),
                HalfHours.of(deviation.start(), zone),
                HalfHours.touched(deviation.start(), deviation.end(), zone),
                code,
                way.way(),
                way.activity(),
                deviation.impact() == Impact.POSITIVE,
                deviation.counted());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /// By activity, as figures of one line: what was worked belongs to no activity.
    static Map<String, ActivityFacts> added(Map<String, ActivityFacts> some, ActivityFacts more) {
        some.merge(
                more.activity(),
                more,
                (one, other) ->
                        new ActivityFacts(
                                one.activity(),
                                one.category() == null ? other.category() : one.category(),
                                one.scheduled().plus(other.scheduled()),
                                one.whole().plus(other.whole()),
                                one.rawOut().plus(other.rawOut()),
                                one.toleratedOut().plus(other.toleratedOut()),
                                one.scoreOut().plus(other.scoreOut()),
                                one.away().plus(other.away()),
                                one.edges().plus(other.edges()),
                                one.slots() | other.slots()));
        return some;
    }

    private static final class Builder {
        private final String activity;
        private final @Nullable Category category;
        private Duration scheduled = Duration.ZERO;
        private Duration whole = Duration.ZERO;
        private Duration rawOut = Duration.ZERO;
        private Duration toleratedOut = Duration.ZERO;
        private Duration scoreOut = Duration.ZERO;
        private Away away = Away.NONE;
        private Edges edges = Edges.NONE;
        private long slots;

        Builder(String activity, @Nullable Category category) {
            this.activity = activity;
            this.category = category;
        }

        void add(Deviation deviation, Edges edge) {
            rawOut = rawOut.plus(deviation.duration());
            toleratedOut = toleratedOut.plus(deviation.duration().minus(deviation.tolerated()));
            scoreOut = scoreOut.plus(deviation.counted());
            edges = edges.plus(edge);
            if (category == Category.WORK) {
                away = away.plus(Away.of(deviation.edge(), deviation.duration()));
            }
            if (category == null) {
                whole = whole.plus(deviation.duration());
            }
        }

        ActivityFacts facts() {
            return new ActivityFacts(
                    activity,
                    category,
                    scheduled,
                    whole,
                    rawOut,
                    toleratedOut,
                    scoreOut,
                    away,
                    edges,
                    slots);
        }
    }
}
