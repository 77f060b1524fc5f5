package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.EventResult.Outcome;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The inbox of what was not accepted: nothing is lost in silence. What is in it may be about
/// anybody, so only those who look after the whole organisation open it. Free text beside a status
/// is for those alone who may see presence.
@Service
public class RejectedEvents {

    /// The longest reason for putting one aside, in characters.
    public static final int LONGEST_REASON = 500;

    private static final int PAGE = 500;
    private static final String WHAT = "rejected event";

    private static final Sentence NO_REASON =
            new Sentence(
                    "presence.rejected.noReason", "Say why these events are put aside.", List.of());
    private static final Sentence REASON_TOO_LONG =
            new Sentence(
                    "presence.rejected.reasonTooLong",
                    "Use at most %d characters.".formatted(LONGEST_REASON),
                    List.of(LONGEST_REASON));

    private final Inbox inbox;
    private final EventReader reader;
    private final Ingest ingest;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final ApplicationClock clock;

    RejectedEvents(
            Inbox inbox,
            EventReader reader,
            Ingest ingest,
            Directory directory,
            Access access,
            AuditLog audit,
            Retries retries,
            ApplicationClock clock) {
        this.inbox = inbox;
        this.reader = reader;
        this.ingest = ingest;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.clock = clock;
    }

    /// What nobody looked after yet, oldest first.
    ///
    /// @param after the number of the last one seen, 0 for the first page
    /// @param limit how many at most, up to 500
    @Requires({Permission.AUDIT_VIEW, Permission.SETTINGS_ADMIN})
    public List<Entry> open(long after, int limit) {
        demandWholeOrganisation();
        return inbox.open(after, size(limit)).stream().map(this::forViewer).toList();
    }

    /// One page of the inbox, newest first, without what the events say.
    ///
    /// @param before the number of the last one seen, [Long#MAX_VALUE] for the first page
    /// @param limit how many at most, up to 500
    @Requires({Permission.AUDIT_VIEW, Permission.SETTINGS_ADMIN})
    public List<Line> page(Filter filter, long before, int limit) {
        demandWholeOrganisation();
        return inbox.page(filter, before, size(limit));
    }

    /// How many there are, counted up to a limit.
    @Requires({Permission.AUDIT_VIEW, Permission.SETTINGS_ADMIN})
    public int count(Filter filter, int limit) {
        demandWholeOrganisation();
        return inbox.count(filter, limit);
    }

    /// Every source something in the inbox came from, by name.
    @Requires({Permission.AUDIT_VIEW, Permission.SETTINGS_ADMIN})
    public List<String> sources() {
        demandWholeOrganisation();
        return inbox.sources();
    }

    /// One with all it says. Whose doings it tells of is written down as looked at.
    @Requires({Permission.AUDIT_VIEW, Permission.SETTINGS_ADMIN})
    public Optional<Entry> read(long number) {
        demandWholeOrganisation();
        var entry = inbox.find(number);
        entry.flatMap(Entry::subject)
                .flatMap(directory::agent)
                .ifPresent(agent ->
                        audit.looked(
                                access.viewer().actor(), agent.externalId(), WHAT + " " + number));
        return entry.map(this::forViewer);
    }

    /// Tries one again, for example after its agent was added. What is accepted now, or was
    /// accepted meanwhile, leaves the inbox.
    ///
    /// @return empty-handed `null` when there is none of this number
    @Requires(Permission.SETTINGS_ADMIN)
    public @Nullable EventResult replay(long number) {
        demandWholeOrganisation();
        return inbox.find(number).map(this::replay).orElse(null);
    }

    /// Tries some again, in the order given; those that are not there are left out.
    ///
    /// @return what became of each, by number
    @Requires(Permission.SETTINGS_ADMIN)
    public Map<Long, EventResult> replay(Collection<Long> numbers) {
        demandWholeOrganisation();
        var results = new LinkedHashMap<Long, EventResult>();
        for (long number : numbers) {
            inbox.find(number).ifPresent(entry -> results.put(number, replay(entry)));
        }
        return results;
    }

    /// Tries everything again that nobody looked after yet.
    ///
    /// @return how many were accepted now or meanwhile
    @Requires(Permission.SETTINGS_ADMIN)
    public int replayAll() {
        demandWholeOrganisation();
        int accepted = 0;
        long last = 0;
        for (var page = inbox.open(last, PAGE); !page.isEmpty(); page = inbox.open(last, PAGE)) {
            for (var entry : page) {
                accepted += replay(entry).outcome() == Outcome.REJECTED ? 0 : 1;
                last = entry.number();
            }
        }
        return accepted;
    }

    /// The numbers of those that wait, oldest first: to replay many in portions.
    ///
    /// @param after the number of the last one seen, 0 for the first portion
    /// @param limit how many at most, up to 500
    @Requires(Permission.SETTINGS_ADMIN)
    public List<Long> waiting(Filter filter, long after, int limit) {
        demandWholeOrganisation();
        return inbox.open(filter, after, size(limit));
    }

    /// Puts those aside that will never be good. They stay in the inbox as discarded; what does not
    /// wait any more stays as it is.
    ///
    /// @param reason why, up to [#LONGEST_REASON] characters
    /// @return how many were put aside
    /// @throws InvalidInput without a reason, or with one that is too long
    @Requires(Permission.SETTINGS_ADMIN)
    public int discard(Collection<Long> numbers, String reason) {
        demandWholeOrganisation();
        var why = reason.strip();
        var found = new InvalidInput.Collector();
        found.check(!why.isEmpty(), "/reason", NO_REASON);
        found.check(
                why.codePointCount(0, why.length()) <= LONGEST_REASON, "/reason", REASON_TOO_LONG);
        found.throwIfAny();
        var by = access.viewer().actor();
        var now = clock.instant();
        return retries.inTransaction(() -> {
            int discarded = 0;
            for (long number : numbers) {
                if (inbox.discard(number, why, now, by)) {
                    audit.changed(by, WHAT, "" + number, "waiting", "discarded: " + why);
                    discarded++;
                }
            }
            return discarded;
        });
    }

    private void demandWholeOrganisation() {
        access.demandWholeOrganisation(Permission.AUDIT_VIEW, Permission.SETTINGS_ADMIN);
    }

    private Entry forViewer(Entry entry) {
        return access.scope(Permission.PRESENCE_VIEW).everybody()
                ? entry
                : entry.saying(PresenceEvents.withoutNote(entry.payload()));
    }

    private static int size(int limit) {
        return Math.clamp(limit, 1, PAGE);
    }

    private EventResult replay(Entry entry) {
        var now = clock.instant();
        var by = access.viewer().actor();
        var which = "" + entry.number();
        var before = entry.state().inWords();
        EventProblem problem;
        try {
            var event = PresenceEvents.parse(entry.payload());
            var submission = reader.submission(event, entry.by(), Scope.everyone(), now);
            var rejection = submission.rejection();
            if (rejection == null) {
                return ingest.take(
                                List.of(submission),
                                now,
                                _ -> {
                                    inbox.accept(entry.number(), now, by);
                                    if (entry.state() != State.ACCEPTED) {
                                        audit.changed(by, WHAT, which, before, "accepted");
                                    }
                                })
                        .getFirst();
            }
            problem = rejection.problem();
        } catch (InvalidInput e) {
            problem = EventCheck.problem(e);
        }
        var still = problem;
        retries.inTransaction(() -> {
            inbox.stillRejected(entry.number(), still);
            audit.changed(by, WHAT, which, before, "replayed, still rejected: " + still.code());
        });
        return new EventResult(entry.eventId(), Outcome.REJECTED, still);
    }

    /// What became of a rejected event.
    public enum State {
        /// Nobody looked after it yet.
        OPEN,
        /// Accepted after all: on replay, or because its source sent it again.
        ACCEPTED,
        /// Put aside for good, with a reason.
        DISCARDED;

        private String inWords() {
            return switch (this) {
                case OPEN -> "waiting";
                case ACCEPTED -> "accepted";
                case DISCARDED -> "discarded";
            };
        }
    }

    /// Which of them; null: any.
    ///
    /// @param code why they were rejected, as in [EventProblem#code]
    public record Filter(@Nullable State state, @Nullable String source, @Nullable String code) {}

    /// One rejected event in a list.
    ///
    /// @param type what kind of event it says it is
    /// @param subject whom it says it is about, by external id
    /// @param code why it was rejected, as in [EventProblem#code]
    public record Line(
            long number,
            @Nullable String source,
            @Nullable String type,
            @Nullable String subject,
            String code,
            Instant received,
            int timesSeen,
            State state) {}

    /// One rejected event.
    ///
    /// @param number names it in the inbox
    /// @param payload the event as it came; may hold personal data
    /// @param resolved when it was accepted after all or put aside, null while it waits
    /// @param resolvedBy the name of whoever saw to it, null when its source did by sending it
    ///   again
    /// @param discardReason why it was put aside
    /// @param by who sent it first
    public record Entry(
            long number,
            @Nullable String source,
            @Nullable String eventId,
            String payload,
            EventProblem problem,
            Instant received,
            Instant lastSeen,
            int timesSeen,
            State state,
            @Nullable Instant resolved,
            @Nullable String resolvedBy,
            @Nullable String discardReason,
            Actor by) {

        /// Whom it says it is about, by external id; empty when it does not say so readably.
        public Optional<String> subject() {
            return PresenceEvents.subject(payload);
        }

        private Entry saying(String otherPayload) {
            return new Entry(
                    number,
                    source,
                    eventId,
                    otherPayload,
                    problem,
                    received,
                    lastSeen,
                    timesSeen,
                    state,
                    resolved,
                    resolvedBy,
                    discardReason,
                    by);
        }
    }
}
