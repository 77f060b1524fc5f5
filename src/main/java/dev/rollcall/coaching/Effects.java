package dev.rollcall.coaching;

import dev.rollcall.adherence.Adherence;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.FiguresLine;
import dev.rollcall.adherence.FiguresQuery;
import dev.rollcall.adherence.FiguresQuery.GroupBy;
import dev.rollcall.adherence.OwnAdherence;
import dev.rollcall.adherence.ThreeFigures;
import dev.rollcall.coaching.EffectFound.Measured;
import dev.rollcall.coaching.EffectFound.Missing;
import dev.rollcall.coaching.EffectFound.NotMeasured;
import dev.rollcall.coaching.EffectFound.TooLittle;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.quality.EvaluationsOf;
import dev.rollcall.quality.PublishedEvaluation;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The effect meter: four weeks before a session and four weeks after it, beside people of the same
/// unit who were not coached on the same thing in these weeks. Peers are the whole unit's whoever
/// asks, so that two who put their pages together find no more; they are never named and never
/// shown singly.
@Service
public class Effects {

    static final int DAYS = 28;
    static final int LEAST_DAYS = 5;
    static final int LEAST_EVALUATIONS = 3;

    private final CoachingTable table;
    private final Adherence adherence;
    private final OwnAdherence ownAdherence;
    private final EvaluationsOf evaluations;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    Effects(
            CoachingTable table,
            Adherence adherence,
            OwnAdherence ownAdherence,
            EvaluationsOf evaluations,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.table = table;
        this.adherence = adherence;
        this.ownAdherence = ownAdherence;
        this.evaluations = evaluations;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /// The days that are looked at.
    private record Window(LocalDate from, LocalDate lastBefore, LocalDate first, LocalDate until) {}

    /// What is known of a goal by now. The person's own value is read with the caller's own rights:
    /// who may not see it is told nothing.
    ///
    /// Not in a transaction of its own: adherence keeps the days it adds up.
    @Requires({Permission.COACHING_WRITE, Permission.COACHING_OWN})
    public EffectFound of(Session session, Goal goal) {
        var agent = directory.agent(goal.agent());
        if (session.state() != SessionState.HELD
                || !goal.metric().isMeasured()
                || agent.isEmpty()
                || !maySee(agent.get(), goal.metric())) {
            return new NotMeasured();
        }
        var zone = agent.get().zone();
        var day = LocalDate.ofInstant(session.since(), zone);
        var yesterday = LocalDate.ofInstant(clock.instant(), zone).minusDays(1);
        var last = day.plusDays(DAYS);
        var window =
                new Window(
                        day.minusDays(DAYS),
                        day.minusDays(1),
                        day.plusDays(1),
                        last.isBefore(yesterday) ? last : yesterday);
        if (window.until().isBefore(window.first())) {
            return goal.metric() == Metric.ADHERENCE
                    ? new TooLittle(Missing.DAYS_AFTER, 0, LEAST_DAYS)
                    : new TooLittle(Missing.EVALUATIONS_AFTER, 0, LEAST_EVALUATIONS);
        }
        return goal.metric() == Metric.ADHERENCE
                ? adherence(agent.get(), window)
                : quality(agent.get(), window);
    }

    private boolean isOwn(Agent agent) {
        return access.viewer().agent().equals(Optional.of(agent.id()));
    }

    private boolean maySee(Agent agent, Metric metric) {
        var viewer = access.viewer();
        if (isOwn(agent)) {
            return viewer.may(
                    metric == Metric.ADHERENCE ? Permission.ADHERENCE_OWN : Permission.QUALITY_OWN);
        }
        return viewer.scope(
                                metric == Metric.ADHERENCE
                                        ? Permission.ADHERENCE_VIEW
                                        : Permission.QUALITY_VIEW)
                        .includes(agent, null)
                && viewer.scope(Permission.COACHING_WRITE).includes(agent, null);
    }

    private List<Agent> uncoached(Agent agent, Metric metric, Window window) {
        var coached =
                table.coached(
                        metric,
                        window.from().atStartOfDay(agent.zone()).toInstant(),
                        window.until().plusDays(1).atStartOfDay(agent.zone()).toInstant());
        return directory.everybody().stream()
                .filter(each -> each.unit().equals(agent.unit()))
                .filter(each -> !each.id().equals(agent.id()) && !coached.contains(each.id()))
                .sorted(Comparator.comparing(Agent::id))
                .toList();
    }

    private static EffectFound found(
            Effect.Pair own, List<Effect.Pair> others, Window window, int before, int after) {
        return Effect.of(own, others)
                .<EffectFound>map(effect ->
                        new Measured(effect, window.from(), window.until(), before, after))
                .orElseGet(() -> new TooLittle(Missing.PEERS, others.size(), Effect.LEAST_PEERS));
    }

    // ------------------------------------------------------------------ adherence

    private EffectFound adherence(Agent agent, Window window) {
        var before = days(agent, window.from(), window.lastBefore());
        if (before.size() < LEAST_DAYS) {
            return new TooLittle(Missing.DAYS_BEFORE, before.size(), LEAST_DAYS);
        }
        var after = days(agent, window.first(), window.until());
        if (after.size() < LEAST_DAYS) {
            return new TooLittle(Missing.DAYS_AFTER, after.size(), LEAST_DAYS);
        }
        var total = sum(before);
        var later = sum(after);
        var unit = uncoached(agent, Metric.ADHERENCE, window);
        var peersBefore = unitFigures(agent, window.from(), window.lastBefore());
        var peersAfter = unitFigures(agent, window.first(), window.until());
        var others =
                unit.stream()
                        .flatMap(each ->
                                pair(
                                        peersBefore.getOrDefault(each.id(), Figures.NONE),
                                        peersAfter.getOrDefault(each.id(), Figures.NONE),
                                        total,
                                        later)
                                        .stream())
                        .toList();
        return pair(total, later, total, later)
                .map(own -> found(own, others, window, before.size(), after.size()))
                .orElseGet(NotMeasured::new);
    }

    /// Days on which there was anything to measure.
    private List<Figures> days(Agent agent, LocalDate from, LocalDate to) {
        List<Figures> days =
                isOwn(agent)
                        ? List.copyOf(ownAdherence.figures(from, to).values())
                        : access
                                .asSystem(
                                        "coaching",
                                        () ->
                                                adherence.figures(
                                                        new FiguresQuery(
                                                                from,
                                                                to,
                                                                null,
                                                                agent.id(),
                                                                GroupBy.DAY),
                                                        Scope.everyone()))
                                .stream()
                                .map(FiguresLine::figures)
                                .toList();
        return days.stream().filter(each -> ThreeFigures.of(each).isPresent()).toList();
    }

    private Map<AgentId, Figures> unitFigures(Agent agent, LocalDate from, LocalDate to) {
        var found = new HashMap<AgentId, Figures>();
        access.asSystem(
                        "coaching",
                        () ->
                                adherence.figures(
                                        new FiguresQuery(
                                                from, to, agent.unit(), null, GroupBy.AGENT),
                                        Scope.everyone()))
                .forEach(line -> {
                    var whose = line.agent();
                    if (whose != null) {
                        found.put(whose, line.figures());
                    }
                });
        return found;
    }

    private static Figures sum(List<Figures> days) {
        return days.stream().reduce(Figures.NONE, Figures::plus);
    }

    /// Seconds added up, never a mean of percentages; empty of who had less than half the planned
    /// time of the person they stand beside.
    private static Optional<Effect.Pair> pair(
            Figures before, Figures after, Figures ownBefore, Figures ownAfter) {
        if (before.scheduled().multipliedBy(2).compareTo(ownBefore.scheduled()) < 0
                || after.scheduled().multipliedBy(2).compareTo(ownAfter.scheduled()) < 0) {
            return Optional.empty();
        }
        return ThreeFigures.of(before)
                .flatMap(one ->
                        ThreeFigures.of(after)
                                .map(other ->
                                        new Effect.Pair(
                                                one.score().asDouble(), other.score().asDouble())));
    }

    // ------------------------------------------------------------------ quality

    private EffectFound quality(Agent agent, Window window) {
        var before = scores(agent, window.from(), window.lastBefore(), isOwn(agent));
        if (before.size() < LEAST_EVALUATIONS) {
            return new TooLittle(Missing.EVALUATIONS_BEFORE, before.size(), LEAST_EVALUATIONS);
        }
        var after = scores(agent, window.first(), window.until(), isOwn(agent));
        if (after.size() < LEAST_EVALUATIONS) {
            return new TooLittle(Missing.EVALUATIONS_AFTER, after.size(), LEAST_EVALUATIONS);
        }
        var others =
                uncoached(agent, Metric.QUALITY, window).stream()
                        .map(each ->
                                List.of(
                                        scores(each, window.from(), window.lastBefore(), false),
                                        scores(each, window.first(), window.until(), false)))
                        .filter(both ->
                                both.stream().allMatch(each -> each.size() >= LEAST_EVALUATIONS))
                        .map(both -> new Effect.Pair(mean(both.getFirst()), mean(both.getLast())))
                        .toList();
        return found(
                new Effect.Pair(mean(before), mean(after)),
                others,
                window,
                before.size(),
                after.size());
    }

    private List<Double> scores(Agent agent, LocalDate from, LocalDate to, boolean asSelf) {
        var start = from.atStartOfDay(agent.zone()).toInstant();
        var end = to.plusDays(1).atStartOfDay(agent.zone()).toInstant();
        List<PublishedEvaluation> found =
                asSelf
                        ? evaluations.published(agent.id(), start, end)
                        : access.asSystem(
                                "coaching", () -> evaluations.published(agent.id(), start, end));
        return found.stream()
                .filter(each -> !each.disputed())
                .flatMap(each -> Optional.ofNullable(each.score()).stream())
                .map(BigDecimal::doubleValue)
                .toList();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
