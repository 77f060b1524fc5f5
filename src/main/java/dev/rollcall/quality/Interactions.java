package dev.rollcall.quality;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.quality.InteractionResult.Outcome;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What can be scored, and the way in for it. Any interaction can be, not only a drawn one.
@Service
public class Interactions {

    /// What the sources of interactions Rollcall itself tells of begin with.
    static final String OWN_SOURCES = "rollcall:";

    private static final String OBSERVED = OWN_SOURCES + "observation";
    private static final Duration FURTHEST_AHEAD = Duration.ofSeconds(120);
    private static final int PAGE = 500;

    private final InteractionTable table;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final ApplicationClock clock;

    Interactions(
            InteractionTable table,
            Directory directory,
            Access access,
            AuditLog audit,
            Retries retries,
            ApplicationClock clock) {
        this.table = table;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.clock = clock;
    }

    /// Keeps interactions; answers after the commit, one result for each in the order given. One
    /// bad one does not harm its neighbours.
    ///
    /// @param scope whom the caller may speak for; others are rejected as `unknown-agent`
    @Requires(Permission.QUALITY_WRITE)
    public List<InteractionResult> take(List<ToldInteraction> told, Actor by, Scope scope) {
        return retries.inTransactionOfItsOwn(
                () -> told.stream().map(each -> take(each, null, false, by, scope)).toList());
    }

    InteractionResult take(
            ToldInteraction told,
            @Nullable GroupId group,
            boolean observed,
            Actor by,
            Scope scope) {
        var refused = refusal(told, by, scope);
        if (refused.isPresent()) {
            return refused.get();
        }
        var agent = directory.agent(told.agent()).orElseThrow();
        var zone = told.zone();
        boolean kept =
                table.keep(
                        new InteractionTable.Row(
                                told,
                                agent.id(),
                                zone == null ? agent.zone() : zone,
                                group,
                                observed,
                                by),
                        clock.instant());
        return InteractionResult.of(told.id(), kept ? Outcome.ACCEPTED : Outcome.DUPLICATE);
    }

    /// Why one would be rejected; empty when it would not.
    Optional<InteractionResult> refusal(ToldInteraction told, Actor by, Scope scope) {
        if (told.source().startsWith(OWN_SOURCES) && by.kind() != Actor.Kind.SYSTEM) {
            return refused(
                    told,
                    InteractionResult.BAD,
                    "/source",
                    "Sources that begin with " + OWN_SOURCES + " are Rollcall’s own.");
        }
        if (told.startedAt().isAfter(clock.instant().plus(FURTHEST_AHEAD))) {
            return refused(
                    told,
                    InteractionResult.CLOCK_SKEW,
                    "/startedAt",
                    "startedAt lies more than two minutes in the future. Check the sender's clock.");
        }
        boolean known = directory.agent(told.agent()).filter(one -> isIn(scope, one)).isPresent();
        // Whose it was before must be of the caller's people, too.
        boolean theirs =
                table.find(told.source(), told.id(), false)
                        .flatMap(before -> directory.agent(before.agent()))
                        .filter(before -> !isIn(scope, before))
                        .isEmpty();
        return known && theirs
                ? Optional.empty()
                : refused(
                        told,
                        InteractionResult.UNKNOWN_AGENT,
                        "/agent",
                        "There is no agent \""
                                + told.agent()
                                + "\". Add them, then send it again.");
    }

    private static boolean isIn(Scope scope, Agent agent) {
        return scope.includes(agent, null);
    }

    private static Optional<InteractionResult> refused(
            ToldInteraction told, String code, String pointer, String sentence) {
        return Optional.of(
                InteractionResult.rejected(
                        told.id(), code, List.of(new InvalidInput.Problem(pointer, sentence))));
    }

    /// Writes down what somebody listened to live, so that it can be scored.
    ///
    /// @param note what it was about; null for nothing
    /// @throws InvalidInput when it lies in the future
    /// @throws NotFound when there is no such person in scope
    @Requires(Permission.QUALITY_WRITE)
    @Transactional
    public Interaction observe(
            AgentId agent, Medium channel, Instant startedAt, @Nullable String note) {
        var viewer = access.viewer();
        var person =
                directory
                        .agent(agent)
                        .filter(one -> isIn(viewer.scope(Permission.QUALITY_WRITE), one))
                        .orElseThrow(() -> new NotFound("agent", "" + agent.value()));
        var problems = new InvalidInput.Collector();
        problems.check(
                !startedAt.isAfter(clock.instant()),
                "/startedAt",
                SheetCheck.sentence("future", "Only what has begun can be observed."));
        problems.check(
                note == null || note.length() <= InteractionJson.LONGEST_NAME,
                "/reason",
                SheetCheck.sentence(
                        "longText", "Use at most 200 characters.", InteractionJson.LONGEST_NAME));
        problems.throwIfAny();
        var told =
                new ToldInteraction(
                        OBSERVED,
                        UUID.randomUUID().toString(),
                        1,
                        person.externalId(),
                        channel,
                        startedAt,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        note == null || note.isBlank() ? null : note.strip());
        table.keep(
                new InteractionTable.Row(told, agent, person.zone(), null, true, viewer.actor()),
                clock.instant());
        audit.changed(
                viewer.actor(),
                "interaction",
                person.externalId(),
                null,
                "observed live at " + startedAt);
        return table.find(OBSERVED, told.id(), false).orElseThrow();
    }

    /// One interaction; empty when there is none in scope.
    @Requires({Permission.QUALITY_VIEW, Permission.QUALITY_WRITE})
    @Transactional(readOnly = true)
    public Optional<Interaction> find(long number, Scope scope) {
        return table.find(number, scope);
    }

    /// One page, the latest told first.
    ///
    /// @param before the number of the last one seen, [Long#MAX_VALUE] for the first page
    /// @param limit how many at most, up to 500 and one more, which tells that the list goes on
    @Requires({Permission.QUALITY_VIEW, Permission.QUALITY_WRITE})
    @Transactional(readOnly = true)
    public List<Interaction> page(InteractionFilter filter, long before, int limit, Scope scope) {
        return table.page(filter, before, Math.clamp(limit, 1, PAGE + 1), scope);
    }
}
