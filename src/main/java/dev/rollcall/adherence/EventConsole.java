package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Day;
import dev.rollcall.adherence.engine.Engine;
import dev.rollcall.adherence.engine.LiveState;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.EventResult;
import dev.rollcall.presence.EventTrials;
import dev.rollcall.presence.EventTrials.Trial;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What an event would change about somebody's adherence, for whoever connects a system: a dry run
/// by the same timeline, mapping and engine that judge the real ones.
@Service
public class EventConsole {

    private final EventTrials trials;
    private final WorkingDays workingDays;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    EventConsole(
            EventTrials trials,
            WorkingDays workingDays,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.trials = trials;
        this.workingDays = workingDays;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// How somebody stands at an instant.
    ///
    /// @param state null: nobody knows
    /// @param verdict what the mapping says of the presence while that is planned; null: nothing is
    ///   planned
    /// @param day the figures of their day up to now
    public record Stand(@Nullable LiveState state, @Nullable Verdict verdict, Figures day) {}

    /// What an event would do.
    ///
    /// @param agent whom it is about; null: nobody
    /// @param at when it happened
    /// @param before how they stand then without it; null: it changes nobody
    /// @param after how they stand with it; null: it changes nobody
    public record Outlook(
            Trial trial,
            @Nullable Agent agent,
            Instant at,
            @Nullable Stand before,
            @Nullable Stand after) {}

    /// Says what an event would do, and does nothing. A look at somebody's detail, and written down
    /// as one.
    ///
    /// @param text one event, a CloudEvent in JSON
    /// @throws InvalidInput saying what cannot be read
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public Outlook look(String text) {
        var trial = trials.look(text);
        var at = trial.event().time();
        if (!trial.isAboutSomebody()) {
            return new Outlook(trial, null, at, null, null);
        }
        var agent = directory.agent(Objects.requireNonNull(trial.agent())).orElseThrow();
        audit.looked(access.viewer().actor(), agent.externalId(), "what a test event would do");
        var day = Objects.requireNonNull(workingDays.at(List.of(agent), at).get(agent.id()));
        var changed = day.with(trials.timelineWith(trial, day.period()));
        return new Outlook(trial, agent, at, stand(day, at), stand(changed, at));
    }

    private Stand stand(WorkingDay day, Instant at) {
        var rules = day.rules().rules();
        var now = clock.instant();
        var state = Day.of(day.toItsEnd(), rules).at(at);
        return new Stand(
                state,
                state == null
                        ? null
                        : state.piece()
                                .map(piece ->
                                        rules.mapping().verdict(piece.activity(), state.presence()))
                                .orElse(null),
                Figures.of(Engine.assess(day.asOf(now.isBefore(at) ? at : now), rules)));
    }

    /// Sends an event for real, by the way in every feed takes; written down as a test.
    ///
    /// @param text one event, a CloudEvent in JSON
    /// @throws InvalidInput saying what cannot be read
    @Requires(Permission.SETTINGS_ADMIN)
    public EventResult send(String text) {
        return trials.send(text);
    }
}
