package dev.rollcall.presence;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.PresenceEvent.Heartbeat;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import dev.rollcall.shared.TimeSpan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Lets whoever connects a system try one event: what it would do first, then for real, by the same
/// way in as every feed.
@Service
public class EventTrials {

    private static final String WHAT = "test event";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EventReader reader;
    private final EventStore events;
    private final Ingest ingest;
    private final Timelines timelines;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    EventTrials(
            EventReader reader,
            EventStore events,
            Ingest ingest,
            Timelines timelines,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.reader = reader;
        this.events = events;
        this.ingest = ingest;
        this.timelines = timelines;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// What would become of an event.
    ///
    /// @param agent whom it is about; null: nobody, or nobody known here
    /// @param problem why it would be rejected; null: it would not
    /// @param known whether an event of this source and id is there already: it would change
    ///   nothing
    public record Trial(
            PresenceEvent event,
            @Nullable AgentId agent,
            @Nullable EventProblem problem,
            boolean known) {

        /// Whether it would change anything about anybody.
        public boolean isAboutSomebody() {
            return agent != null && problem == null;
        }
    }

    /// Reads an event as every feed's is read, and does nothing.
    ///
    /// @param text one event, a CloudEvent in JSON
    /// @throws InvalidInput saying what cannot be read
    @Requires(Permission.SETTINGS_ADMIN)
    public Trial look(String text) {
        demandAdmin();
        var event = read(text);
        var submission = submission(event);
        var rejection = submission.rejection();
        var entry = submission.entry();
        return new Trial(
                event,
                entry == null ? null : entry.agent(),
                rejection == null ? null : rejection.problem(),
                entry != null && !events.known(event.source(), Set.of(event.id())).isEmpty());
    }

    /// Somebody's timeline as it would be with the event, which is not kept.
    ///
    /// @param trial about somebody
    @Requires(Permission.SETTINGS_ADMIN)
    public List<PresenceSegment> timelineWith(Trial trial, TimeSpan span) {
        demandAdmin();
        var agent = trial.agent();
        if (agent == null) {
            return List.of();
        }
        return timelines.asIf(
                agent, span, trial.known() ? Optional.empty() : happening(trial.event()));
    }

    private static Optional<Happening> happening(PresenceEvent event) {
        Happening.@Nullable Deed deed =
                switch (event) {
                    case StatusChanged status -> new Happening.StatusSet(status.state(), null);
                    case WorkStarted work ->
                            new Happening.WorkStarted(work.workItem(), work.channel());
                    case WorkEnded work -> new Happening.WorkEnded(work.workItem());
                    case Heartbeat _ -> null;
                };
        return Optional.ofNullable(deed)
                .map(each ->
                        new Happening(
                                event.time(),
                                event.sequence(),
                                each,
                                event.source(),
                                event.id(),
                                null));
    }

    /// Sends an event for real; it is written down who did.
    ///
    /// @param text one event, a CloudEvent in JSON
    /// @throws InvalidInput saying what cannot be read
    @Requires(Permission.SETTINGS_ADMIN)
    public EventResult send(String text) {
        demandAdmin();
        var event = read(text);
        var submission = submission(event);
        var entry = submission.entry();
        var whom =
                entry == null || entry.agent() == null
                        ? ""
                        : " about "
                                + directory
                                        .agent(entry.agent())
                                        .map(agent -> agent.externalId())
                                        .orElse("");
        return ingest.take(
                        List.of(submission),
                        clock.instant(),
                        results ->
                                audit.changed(
                                        access.viewer().actor(),
                                        WHAT,
                                        event.source() + " " + event.id(),
                                        null,
                                        results.getFirst().outcome() + whom))
                .getFirst();
    }

    private void demandAdmin() {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
    }

    private Submission submission(PresenceEvent event) {
        return reader.submission(event, access.viewer().actor(), Scope.everyone(), clock.instant());
    }

    private static PresenceEvent read(String text) {
        try {
            var json = JSON.readTree(text);
            if (!json.isObject()) {
                throw InvalidInput.of(
                        "",
                        new Sentence(
                                "adherence.try.problem.one",
                                "Paste one event: a JSON object.",
                                List.of()));
            }
            return PresenceEvents.read(json);
        } catch (JacksonException e) {
            var at = e.getLocation();
            int line = at == null ? 1 : Math.max(1, at.getLineNr());
            throw InvalidInput.of(
                    "",
                    new Sentence(
                            "adherence.try.problem.json",
                            "This is no JSON: look at line " + line + ".",
                            List.of(line)));
        }
    }
}
