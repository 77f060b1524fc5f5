package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.EventResult.Outcome;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// The inbox of what was not accepted: nothing is lost in silence. What is in it may be about
/// anybody, so only those who look after the whole organisation open it.
@Service
public class RejectedEvents {

    private static final int PAGE = 500;

    private final Inbox inbox;
    private final EventReader reader;
    private final Ingest ingest;
    private final Access access;
    private final ApplicationClock clock;

    RejectedEvents(
            Inbox inbox, EventReader reader, Ingest ingest, Access access, ApplicationClock clock) {
        this.inbox = inbox;
        this.reader = reader;
        this.ingest = ingest;
        this.access = access;
        this.clock = clock;
    }

    /// What nobody looked after yet, oldest first.
    ///
    /// @param after the number of the last one seen, 0 for the first page
    /// @param limit how many at most, up to 500
    @Requires({Permission.AUDIT_VIEW, Permission.SETTINGS_ADMIN})
    public List<Entry> open(long after, int limit) {
        demandWholeOrganisation();
        return inbox.open(after, Math.clamp(limit, 1, PAGE));
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

    /// Puts one aside that will never be good.
    @Requires(Permission.SETTINGS_ADMIN)
    public void dismiss(long number) {
        demandWholeOrganisation();
        inbox.resolve(number, clock.instant());
    }

    private void demandWholeOrganisation() {
        if (!access.scope(Permission.AUDIT_VIEW, Permission.SETTINGS_ADMIN).everybody()) {
            throw new AccessDeniedException(
                    "Rejected events are looked after for the whole organisation, not for a part of"
                            + " it.");
        }
    }

    private EventResult replay(Entry entry) {
        var now = clock.instant();
        EventProblem problem;
        try {
            var event = PresenceEvents.parse(entry.payload());
            var submission = reader.submission(event, entry.by(), Scope.everyone(), now);
            var rejection = submission.rejection();
            if (rejection == null) {
                var result = ingest.take(List.of(submission), now).getFirst();
                inbox.resolve(entry.number(), now);
                return result;
            }
            problem = rejection.problem();
        } catch (InvalidInput e) {
            var first = e.problems().getFirst();
            var sentences = new ArrayList<String>();
            e.problems().forEach(one -> sentences.add(one.detail()));
            problem =
                    new EventProblem(
                            EventCheck.BAD_EVENT, String.join(" ", sentences), first.pointer());
        }
        inbox.stillRejected(entry.number(), problem);
        return new EventResult(entry.eventId(), Outcome.REJECTED, problem);
    }

    /// One rejected event.
    ///
    /// @param number names it in the inbox
    /// @param payload the event as it came; may hold personal data
    /// @param resolved when it was accepted after all or put aside, null while it waits
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
            @Nullable Instant resolved,
            Actor by) {}
}
