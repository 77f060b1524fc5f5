package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Day;
import dev.rollcall.adherence.engine.Disagreement;
import dev.rollcall.adherence.engine.JudgedSpan;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.Timelines;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The board, people's days and single minutes as they were known at a moment that is over, and
/// where something else is known now: events that came late, plans that were changed, excuses given
/// and rules saved afterwards.
@Service
public class Retrospect {

    private final Directory directory;
    private final WorkingDays workingDays;
    private final Timelines timelines;
    private final AdherenceSettings settings;
    private final KnownExcuses excuses;
    private final TimelineReader reader;
    private final LivePresence live;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    Retrospect(
            Directory directory,
            WorkingDays workingDays,
            Timelines timelines,
            AdherenceSettings settings,
            KnownExcuses excuses,
            TimelineReader reader,
            LivePresence live,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.directory = directory;
        this.workingDays = workingDays;
        this.timelines = timelines;
        this.settings = settings;
        this.excuses = excuses;
        this.reader = reader;
        this.live = live;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// A day as it was known at a moment.
    ///
    /// @param toldLater until that moment, where something else is known now
    private record Seen(WorkingDay then, List<TimeSpan> toldLater) {}

    /// Everybody's row as a board would have shown it at a moment. Costs some queries whatever the
    /// number of people, and some more for each person of whom something became known later.
    ///
    /// @throws InvalidInput when the moment is yet to come, or before anything can be known
    @Requires(Permission.ADHERENCE_VIEW)
    @Transactional(readOnly = true)
    public List<BoardRow> board(Instant moment, Scope scope) {
        checkMoment(moment);
        var agents =
                directory.everybody().stream().filter(agent -> live.isIn(scope, agent)).toList();
        var days = workingDays.at(agents, moment).values();
        var known = knownOtherwise(days, moment);
        return days.stream()
                .map(day -> seen(day, moment, known.contains(day.agent().id())))
                .map(seen ->
                        BoardRows.row(seen.then(), moment, null, 0).toldLater(seen.toldLater()))
                .toList();
    }

    /// Since when something is known as it was known then. Of a moment before, what is known of it
    /// now is shown: what was brought along from elsewhere was known there.
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public Optional<Instant> since() {
        return timelines.recordedSince();
    }

    private boolean isBeforeAll(Instant moment) {
        return timelines.recordedSince().filter(since -> !moment.isBefore(since)).isEmpty();
    }

    /// One person's working day as it was known at a moment of it, and why an instant counted as it
    /// did. A look at somebody's detail, and written down as one unless it is their own.
    ///
    /// @param at the instant to explain; null: none
    /// @return empty when the person is not in scope
    /// @throws InvalidInput when the moment is yet to come, or before anything can be known
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN})
    @Transactional
    public Optional<PersonDays> day(
            AgentId agentId, Instant moment, @Nullable Instant at, Scope scope) {
        checkMoment(moment);
        return inScope(agentId, scope)
                .map(agent -> {
                    var day = dayAt(agent, moment);
                    look(agent, "timeline " + day.date() + " as known at " + moment);
                    var seen = seen(day, moment);
                    return new PersonDays(
                            reader.timeline(
                                    seen.then(), moment, Afterwards.NOTHING, seen.toldLater()),
                            List.of(),
                            at == null ? null : explained(agent, at, moment));
                });
    }

    /// Why one instant of somebody's day counted as it did, by what was known at a moment. A look
    /// at somebody's detail, and written down as one unless it is their own.
    ///
    /// @return empty when the person is not in scope
    /// @throws InvalidInput when the moment is yet to come, or before anything can be known
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN})
    @Transactional
    public Optional<MinuteExplained> explain(
            AgentId agentId, Instant at, Instant moment, Scope scope) {
        checkMoment(moment);
        return inScope(agentId, scope)
                .map(agent -> {
                    var explained = explained(agent, at, moment);
                    look(agent, "minute of " + explained.date() + " as known at " + moment);
                    return explained;
                });
    }

    private MinuteExplained explained(Agent agent, Instant at, Instant moment) {
        return reader.minute(
                seen(dayAt(agent, at), moment).then(),
                at,
                moment,
                (day, piece) ->
                        (isBeforeAll(moment)
                                        ? workingDays.planOf(day, piece)
                                        : workingDays.planKnownAt(day, piece, moment))
                                .orElse(null));
    }

    private Optional<Agent> inScope(AgentId agentId, Scope scope) {
        return directory.agent(agentId).filter(agent -> live.isIn(scope, agent));
    }

    private WorkingDay dayAt(Agent agent, Instant at) {
        return Objects.requireNonNull(workingDays.at(List.of(agent), at).get(agent.id()));
    }

    private void look(Agent agent, String what) {
        var viewer = access.viewer();
        if (!viewer.agent().equals(Optional.of(agent.id()))) {
            audit.looked(viewer.actor(), agent.externalId(), what);
        }
    }

    private void checkMoment(Instant moment) {
        if (moment.isAfter(clock.instant())) {
            throw InvalidInput.of(
                    "/knownAt",
                    new Sentence(
                            "adherence.retrospect.yetToCome",
                            "Choose a moment that is over.",
                            List.of()));
        }
        Forms.checkDay(LocalDate.ofInstant(moment, ZoneOffset.UTC), "/knownAt");
    }

    // ------------------------------------------------------------------ what was known

    private Seen seen(WorkingDay day, Instant moment) {
        return seen(day, moment, knownOtherwise(List.of(day), moment).contains(day.agent().id()));
    }

    private Seen seen(WorkingDay day, Instant moment, boolean knownOtherwise) {
        var now = happenedBy(day, moment);
        if (!knownOtherwise) {
            return new Seen(now, List.of());
        }
        var then = happenedBy(workingDays.asKnownAt(day, moment), moment);
        return new Seen(then, Disagreement.spans(judged(then, moment), judged(now, moment)));
    }

    private static List<JudgedSpan> judged(WorkingDay day, Instant moment) {
        return Day.of(day.asOf(moment), day.rules().rules()).judged();
    }

    /// What happens after the moment has not happened yet.
    private static WorkingDay happenedBy(WorkingDay day, Instant moment) {
        return day.with(
                day.segments().stream()
                        .filter(segment -> !segment.start().isAfter(moment))
                        .toList());
    }

    /// Those of whose day something else is known now than at the moment.
    private Set<AgentId> knownOtherwise(Collection<WorkingDay> days, Instant moment) {
        var known = new HashSet<AgentId>();
        if (isBeforeAll(moment)) {
            return known;
        }
        var others = new ArrayList<WorkingDay>();
        for (var day : days) {
            if (day.wasPlannedAfter(moment)
                    || settings.isSavedAfter(day.agent().unit(), day.date(), moment)) {
                known.add(day.agent().id());
            } else {
                others.add(day);
            }
        }
        others.stream()
                .map(day -> day.period().start())
                .min(Instant::compareTo)
                .filter(moment::isAfter)
                .ifPresent(first -> {
                    var people = others.stream().map(day -> day.agent().id()).toList();
                    var span = TimeSpan.of(first, moment);
                    known.addAll(timelines.toldLate(people, span, moment));
                    known.addAll(excuses.changedAfter(people, span, moment));
                });
        return known;
    }
}
