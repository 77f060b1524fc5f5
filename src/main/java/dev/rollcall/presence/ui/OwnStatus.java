package dev.rollcall.presence.ui;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.EventResult;
import dev.rollcall.presence.ForgottenClockOuts;
import dev.rollcall.presence.ForgottenClockOuts.OpenDay;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.NextStatus;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.presence.Reason;
import dev.rollcall.presence.Reasons;
import dev.rollcall.presence.StatusNotes;
import dev.rollcall.presence.Statuses;
import dev.rollcall.presence.Timelines;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.DayPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// What the status menu asks and does, for one person at a time.
@Component
class OwnStatus {

    /// What was changed longer ago is no news to anybody.
    private static final Duration LATELY = Duration.ofDays(7);

    private final Statuses statuses;
    private final LivePresence live;
    private final Timelines timelines;
    private final Reasons reasons;
    private final Directory directory;
    private final OwnPlan plan;
    private final ForgottenClockOuts forgotten;
    private final StatusNotes notes;
    private final ApplicationClock clock;

    OwnStatus(
            Statuses statuses,
            LivePresence live,
            Timelines timelines,
            Reasons reasons,
            Directory directory,
            OwnPlan plan,
            ForgottenClockOuts forgotten,
            StatusNotes notes,
            ApplicationClock clock) {
        this.statuses = statuses;
        this.live = live;
        this.timelines = timelines;
        this.reasons = reasons;
        this.directory = directory;
        this.plan = plan;
        this.forgotten = forgotten;
        this.notes = notes;
        this.clock = clock;
    }

    Optional<LivePresence.Now> now(AgentId agent) {
        return live.of(agent);
    }

    /// The reasons to be unavailable, as offered.
    List<Reason> reasons() {
        return reasons.offered();
    }

    /// The reasons to clock out, as offered.
    List<Reason> reasonsToClockOut() {
        return reasons.toClockOut();
    }

    /// What they are planned to do about now.
    PlannedHours plan(AgentId agent) {
        return plan.of(agent);
    }

    /// What the plan says now, if a choice in their menu says the same.
    Optional<Due> due(PlannedHours hours) {
        return hours.at(clock.instant())
                .flatMap(piece ->
                        reasons.planned(piece.activity(), piece.category())
                                .map(state ->
                                        new Due(
                                                plan.name(piece.activity()),
                                                state,
                                                piece.span().end())));
    }

    /// @param name what the plan calls it
    /// @param state what somebody is who does it
    record Due(String name, PresenceState state, Instant until) {}

    /// The day they forgot to end; without the database nothing is said of it.
    Optional<OpenDay> openDay() {
        try {
            return forgotten.own();
        } catch (AccessDeniedException | DataAccessException | TransactionException e) {
            return Optional.empty();
        }
    }

    /// Ends it.
    ///
    /// @throws InvalidInput naming the bad field
    Outcome endDay(OpenDay day, Instant left, String reason) {
        return attempt(() -> {
            forgotten.end(day, left, reason);
            return null;
        });
    }

    /// What was said with their present status; without the database nothing.
    Optional<String> note(AgentId agent) {
        try {
            return notes.ofPresent(agent);
        } catch (DataAccessException | TransactionException e) {
            return Optional.empty();
        }
    }

    /// What somebody else made them lately, and they themselves have changed nothing since; without
    /// the database nothing.
    Optional<StatusNotes.ByOther> changedByOther(AgentId agent, Actor self) {
        try {
            return notes.lastByOther(agent, self, clock.instant().minus(LATELY));
        } catch (DataAccessException | TransactionException e) {
            return Optional.empty();
        }
    }

    /// The work they have in progress.
    List<String> openItems(AgentId agent) {
        return List.copyOf(timelines.openItems(agent).keySet());
    }

    /// Whether their work has to be done before they clock out.
    boolean mustFinishFirst(AgentId agent) {
        return statuses.mustFinishFirst(agent);
    }

    Optional<NextStatus> next(AgentId agent) {
        return statuses.next(agent);
    }

    Outcome forgetNext(AgentId agent) {
        return attempt(() -> {
            statuses.forgetNext(agent);
            return null;
        });
    }

    Outcome clockOut(AgentId agent, Actor by, @Nullable Reason reason, @Nullable String note) {
        return attempt(() -> statuses.clockOut(agent, codeOf(reason), note, by));
    }

    /// The same, or another status, as soon as the work in progress is done.
    Outcome setWhenDone(
            AgentId agent,
            Actor by,
            PresenceState state,
            @Nullable String note,
            @Nullable Reason clockOutReason) {
        return attempt(() -> statuses.setWhenDone(agent, state, note, codeOf(clockOutReason), by));
    }

    private static @Nullable String codeOf(@Nullable Reason reason) {
        return reason == null ? null : reason.code();
    }

    Optional<Reason> reason(PresenceState state) {
        return state.reason().flatMap(reasons::find);
    }

    /// Where they may clock in: the home unit first, the others by name.
    List<Unit> units(AgentId agent) {
        var units = new ArrayList<Unit>();
        directory
                .agent(agent)
                .ifPresent(person -> {
                    person.mayWorkIn().stream()
                            .filter(unit -> !unit.equals(person.unit()))
                            .flatMap(unit -> directory.unit(unit).stream())
                            .sorted(Comparator.comparing(Unit::name))
                            .forEach(units::add);
                    directory.unit(person.unit()).ifPresent(units::addFirst);
                });
        return units;
    }

    /// The unit they clocked in to last, their home unit when they never chose another.
    Optional<Unit> lastUnit(AgentId agent) {
        var allowed = units(agent);
        return timelines
                .lastUnit(agent)
                .flatMap(
                        last -> allowed.stream().filter(unit -> unit.id().equals(last)).findFirst())
                .or(() -> allowed.stream().findFirst());
    }

    /// Where they are clocked in now: the home unit when they chose no other.
    Optional<Unit> currentUnit(AgentId agent) {
        return live.of(agent)
                .map(LivePresence.Now::currentUnit)
                .or(() -> directory.agent(agent).map(person -> person.unit()))
                .flatMap(directory::unit);
    }

    ZoneId zone(AgentId agent) {
        return directory.agent(agent).map(person -> person.zone()).orElse(ZoneOffset.UTC);
    }

    Instant clock() {
        return clock.instant();
    }

    /// How long they were clocked in since their local midnight.
    Duration workedToday(AgentId agent) {
        var now = clock.instant();
        var today = DayPeriod.of(now, zone(agent)).span();
        var worked = Duration.ZERO;
        for (var segment : timelines.of(agent, today)) {
            var base = segment.state().base();
            if (base != Base.AWAY && base != Base.UNKNOWN) {
                worked = worked.plus(UsedToday.within(today, segment, now));
            }
        }
        return worked;
    }

    /// How much of the reasons with a limit they used up today; nothing where none has a limit, or
    /// without the database.
    UsedToday usedToday(AgentId agent) {
        if (reasons().stream().allMatch(reason -> reason.limit() == null)) {
            return UsedToday.NOTHING;
        }
        try {
            var today = DayPeriod.of(clock.instant(), zone(agent)).span();
            return UsedToday.of(today, timelines.of(agent, today));
        } catch (DataAccessException | TransactionException e) {
            return UsedToday.NOTHING;
        }
    }

    Outcome set(
            AgentId agent,
            Actor by,
            PresenceState state,
            @Nullable String note,
            @Nullable UnitId unit) {
        return attempt(() -> statuses.set(agent, state, note, unit, by));
    }

    /// The same with when they mean to be back.
    Outcome setUntil(
            AgentId agent, Actor by, PresenceState state, String note, @Nullable Instant back) {
        return attempt(() -> statuses.setUntil(agent, state, note, back, by));
    }

    private static Outcome attempt(Supplier<@Nullable EventResult> deed) {
        try {
            var result = deed.get();
            if (result == null || result.outcome() != EventResult.Outcome.REJECTED) {
                return Outcome.DONE;
            }
            var problem = result.problem();
            return problem != null && problem.code().equals(Statuses.WORK_IN_PROGRESS)
                    ? Outcome.WORK_IN_PROGRESS
                    : Outcome.REFUSED;
        } catch (AccessDeniedException e) {
            return Outcome.FORBIDDEN;
        } catch (DataAccessException | TransactionException e) {
            return Outcome.TROUBLE;
        }
    }

    enum Outcome {
        DONE,
        /// The choice is not open any more, for example a unit they may no longer work in.
        REFUSED,
        /// Their work has to be done first.
        WORK_IN_PROGRESS,
        FORBIDDEN,
        /// The database is out of reach.
        TROUBLE;

        String messageKey() {
            return "presence.menu.outcome." + name();
        }
    }
}
