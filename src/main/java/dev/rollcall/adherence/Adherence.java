package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Assessment;
import dev.rollcall.adherence.engine.Engine;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers questions about adherence: one person's day, figures over days and people, the board of
/// a past day, and free calculations.
@Service
public class Adherence {

    private static final int LONGEST_QUERY_DAYS = 400;
    private static final int LAST_DAYS = 28;

    private final Directory directory;
    private final WorkingDays workingDays;
    private final DayRecords records;
    private final Hindsight hindsight;
    private final LivePresence livePresence;
    private final TimelineReader reader;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    Adherence(
            Directory directory,
            WorkingDays workingDays,
            DayRecords records,
            Hindsight hindsight,
            LivePresence livePresence,
            TimelineReader reader,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.directory = directory;
        this.workingDays = workingDays;
        this.records = records;
        this.hindsight = hindsight;
        this.livePresence = livePresence;
        this.reader = reader;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// Judges a free period; stores nothing.
    ///
    /// @throws InvalidInput naming every field that is wrong
    @Requires(Permission.ADHERENCE_VIEW)
    public Assessment calculate(CalculationForm form) {
        var question = form.read();
        return Engine.assess(question.subject(), question.rules());
    }

    /// One person's working day in full. A look at somebody's detail, and written down as one
    /// unless it is their own.
    ///
    /// @param date the day in the person's zone; null: the one they are in now
    /// @return empty when the person is not in scope
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN})
    @Transactional
    public Optional<PersonTimeline> timeline(
            AgentId agentId, @Nullable LocalDate date, Scope scope) {
        var agent = directory.agent(agentId).filter(a -> sees(scope, a));
        if (agent.isEmpty()) {
            return Optional.empty();
        }
        if (date != null) {
            Forms.checkDay(date, "/date");
        }
        var now = clock.instant();
        var one = List.of(agent.get());
        var days = date == null ? workingDays.at(one, now) : workingDays.on(one, date);
        var day = Objects.requireNonNull(days.get(agentId));
        var viewer = access.viewer();
        if (!viewer.agent().equals(Optional.of(agentId))) {
            audit.looked(viewer.actor(), agent.get().externalId(), "timeline " + day.date());
        }
        return Optional.of(timeline(day, now, hindsight.of(List.of(day), now).apply(day)));
    }

    private PersonTimeline timeline(WorkingDay day, Instant now, Afterwards afterwards) {
        return reader.timeline(day, now, afterwards, List.of());
    }

    /// One person's working day in full, those before it, and why one instant counts as it does:
    /// one look at somebody's detail, and written down as one unless it is their own.
    ///
    /// @param date the day in the person's zone; null: the one they are in now
    /// @param count at most so many days before it, out of the four weeks before
    /// @param at the instant to explain; null: none
    /// @return empty when the person is not in scope
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN})
    @Transactional
    public Optional<PersonDays> days(
            AgentId agentId,
            @Nullable LocalDate date,
            int count,
            @Nullable Instant at,
            Scope scope) {
        return timeline(agentId, date, scope)
                .map(day ->
                        new PersonDays(
                                day,
                                lastDays(day.agent(), day.date(), count),
                                at == null ? null : explained(at, dayAt(day.agent(), at))));
    }

    private List<PersonTimeline> lastDays(Agent agent, LocalDate before, int count) {
        var now = clock.instant();
        var days =
                workingDays
                        .between(List.of(agent), before.minusDays(LAST_DAYS), before.minusDays(1))
                        .getOrDefault(agent.id(), List.of())
                        .reversed()
                        .stream()
                        .filter(WorkingDay::isPlanned)
                        .limit(count)
                        .toList();
        var afterwards = hindsight.of(days, now);
        return days.stream().map(day -> timeline(day, now, afterwards.apply(day))).toList();
    }

    /// Everybody's seconds from a day to another added up: what a team did in a week. Never a mean
    /// of percentages.
    ///
    /// @param people those not in scope are left out
    /// @param from the first day, included, in each person's own zone
    /// @param to the last day, included; a day that goes on counts up to now
    /// @throws InvalidInput when the range is turned round or longer than 400 days
    @Requires(Permission.ADHERENCE_VIEW)
    public Figures total(Collection<AgentId> people, LocalDate from, LocalDate to, Scope scope) {
        checkRange(from, to);
        var wanted = Set.copyOf(people);
        var agents =
                directory.everybody().stream()
                        .filter(a -> wanted.contains(a.id()) && sees(scope, a))
                        .toList();
        return records.between(agents, from, to).stream()
                .map(DayFigures::figures)
                .reduce(Figures.NONE, Figures::plus);
    }

    /// How much of what counts against some people an excuse for a span would take off, if it were
    /// given now. Those it would help in nothing are left out; what is yet to come counts nothing.
    ///
    /// @param people callers have found out already that they may act on them
    @Requires(Permission.ADHERENCE_WRITE)
    public Map<AgentId, Duration> wouldExcuse(Collection<AgentId> people, TimeSpan span) {
        var now = clock.instant();
        var end = span.end().isBefore(now) ? span.end() : now;
        if (!end.isAfter(span.start())) {
            return Map.of();
        }
        var agents = people.stream().flatMap(id -> directory.agent(id).stream()).toList();
        // A day's shift may reach into the next, and zones lie a day apart at most.
        var from = LocalDate.ofInstant(span.start(), ZoneOffset.UTC).minusDays(2);
        var to = LocalDate.ofInstant(end, ZoneOffset.UTC).plusDays(1);
        var excused = new HashMap<AgentId, Duration>();
        workingDays
                .between(agents, from, to)
                .forEach((agent, days) -> {
                    var taken =
                            days.stream()
                                    .filter(day -> day.period().overlaps(span))
                                    .map(day -> taken(day, span, now))
                                    .reduce(Duration.ZERO, Duration::plus);
                    if (!taken.isZero()) {
                        excused.put(agent, taken);
                    }
                });
        return excused;
    }

    private static Duration taken(WorkingDay day, TimeSpan span, Instant now) {
        var rules = day.rules().rules();
        var asIs = day.asOf(now);
        var more = new ArrayList<>(asIs.excuses());
        more.add(span);
        return Engine.assess(asIs, rules)
                .score()
                .out()
                .minus(Engine.assess(asIs.excusing(more), rules).score().out());
    }

    /// Why one instant of somebody's day counts as it does, found again from what is stored. A look
    /// at somebody's detail, and written down as one unless it is their own.
    ///
    /// @return empty when the person is not in scope
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN})
    @Transactional
    public Optional<MinuteExplained> explain(AgentId agentId, Instant at, Scope scope) {
        return directory
                .agent(agentId)
                .filter(agent -> sees(scope, agent))
                .map(agent -> explain(agent, at));
    }

    private MinuteExplained explain(Agent agent, Instant at) {
        var day = dayAt(agent, at);
        var viewer = access.viewer();
        if (!viewer.agent().equals(Optional.of(agent.id()))) {
            audit.looked(viewer.actor(), agent.externalId(), "minute of " + day.date());
        }
        return explained(at, day);
    }

    private WorkingDay dayAt(Agent agent, Instant at) {
        return Objects.requireNonNull(workingDays.at(List.of(agent), at).get(agent.id()));
    }

    private MinuteExplained explained(Instant at, WorkingDay day) {
        return reader.minute(
                day,
                at,
                clock.instant(),
                (of, piece) -> workingDays.planOf(of, piece).orElse(null));
    }

    /// The board of a working day: the same rows as the live one, without a live state when the day
    /// is over.
    ///
    /// @param date the day in each person's own zone
    @Requires(Permission.ADHERENCE_VIEW)
    public List<BoardRow> board(LocalDate date, Scope scope) {
        var now = clock.instant();
        var agents = directory.everybody().stream().filter(a -> sees(scope, a)).toList();
        return workingDays.on(agents, date).values().stream()
                .map(day ->
                        BoardRows.row(day, now, livePresence.of(day.agent().id()).orElse(null), 0))
                .toList();
    }

    /// Seconds added up over days and people. Never a mean of percentages.
    ///
    /// @throws InvalidInput when the range is turned round or longer than 400 days
    @Requires(Permission.ADHERENCE_VIEW)
    public List<FiguresLine> figures(FiguresQuery query, Scope scope) {
        checkRange(query.from(), query.to());
        var units = query.unit() == null ? null : directory.withDescendants(query.unit());
        var agents =
                directory.everybody().stream()
                        .filter(a -> sees(scope, a))
                        .filter(a -> units == null || units.contains(a.unit()))
                        .filter(a -> query.agent() == null || query.agent().equals(a.id()))
                        .sorted(Comparator.comparing(Agent::name).thenComparing(Agent::id))
                        .toList();
        var lines = new LinkedHashMap<Object, FiguresLine>();
        if (query.groupBy() == FiguresQuery.GroupBy.AGENT) {
            agents.forEach(
                    a -> lines.put(a.id(), new FiguresLine(a.id(), null, null, Figures.NONE)));
        }
        for (var day : records.between(agents, query.from(), query.to())) {
            var line =
                    switch (query.groupBy()) {
                        case AGENT -> new FiguresLine(day.agent(), null, null, day.figures());
                        case DAY -> new FiguresLine(null, day.date(), null, day.figures());
                        case UNIT -> new FiguresLine(null, null, day.unit(), day.figures());
                    };
            Object key =
                    switch (query.groupBy()) {
                        case AGENT -> day.agent();
                        case DAY -> day.date();
                        case UNIT -> day.unit();
                    };
            lines.merge(key, line, Adherence::sum);
        }
        var sorted = new ArrayList<>(lines.values());
        if (query.groupBy() == FiguresQuery.GroupBy.DAY) {
            sorted.sort(Comparator.comparing(l -> Objects.requireNonNull(l.date())));
        }
        return sorted;
    }

    private static void checkRange(LocalDate from, LocalDate to) {
        Forms.checkDay(from, "/from");
        Forms.checkDay(to, "/to");
        if (to.isBefore(from)) {
            throw InvalidInput.of("/to", "The last day is not before the first.");
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST_QUERY_DAYS) {
            throw InvalidInput.of("/to", "Ask for at most 400 days at a time.");
        }
    }

    private static FiguresLine sum(FiguresLine one, FiguresLine other) {
        return new FiguresLine(
                one.agent(), one.date(), one.unit(), one.figures().plus(other.figures()));
    }

    private boolean sees(Scope scope, Agent agent) {
        return livePresence.isIn(scope, agent);
    }
}
