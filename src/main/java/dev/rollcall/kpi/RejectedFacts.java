package dev.rollcall.kpi;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.kpi.FactResult.Outcome;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Sentence;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Facts that were not accepted: nothing is lost in silence. What is among them may be about
/// anybody, so only those who look after the whole organisation see them.
@Service
public class RejectedFacts {

    /// The longest reason for putting one aside, in characters.
    public static final int LONGEST_REASON = 500;

    private static final int PAGE = 500;
    private static final String WHAT = "rejected KPI fact";

    private static final Sentence NO_REASON =
            new Sentence("kpi.rejected.noReason", "Say why these facts are put aside.", List.of());
    private static final Sentence REASON_TOO_LONG =
            new Sentence(
                    "kpi.rejected.reasonTooLong",
                    "Use at most %d characters.".formatted(LONGEST_REASON),
                    List.of(LONGEST_REASON));

    private final RejectedTable table;
    private final KpiLog log;
    private final FactIntake intake;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final ApplicationClock clock;

    RejectedFacts(
            RejectedTable table,
            KpiLog log,
            FactIntake intake,
            Access access,
            AuditLog audit,
            Retries retries,
            ApplicationClock clock) {
        this.table = table;
        this.log = log;
        this.intake = intake;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.clock = clock;
    }

    /// One rejected fact.
    ///
    /// @param number names it in the list
    /// @param payload as it came; may hold personal data
    /// @param code why it was rejected, as in [FactProblem#code]
    /// @param detail the same in a sentence
    /// @param by who sent it
    public record Entry(
            long number,
            @Nullable String source,
            @Nullable String id,
            String payload,
            String code,
            String detail,
            Instant received,
            int timesSeen,
            Actor by) {}

    /// What nobody looked after yet, oldest first.
    ///
    /// @param after the number of the last one seen, 0 for the first page
    /// @param limit how many at most, up to 500
    @Requires(Permission.SETTINGS_ADMIN)
    public List<Entry> open(long after, int limit) {
        demandWholeOrganisation();
        return table.open(after, Math.clamp(limit, 1, PAGE));
    }

    /// How many wait, counted up to a limit.
    @Requires(Permission.SETTINGS_ADMIN)
    public int waiting(int limit) {
        demandWholeOrganisation();
        return table.countOpen(limit);
    }

    /// Tries some again, for example after their agents were added.
    ///
    /// @return how many are accepted now, or were meanwhile
    @Requires(Permission.SETTINGS_ADMIN)
    public int replay(Collection<Long> numbers) {
        demandWholeOrganisation();
        int accepted = 0;
        for (long number : numbers) {
            accepted += table.find(number).filter(this::replay).isPresent() ? 1 : 0;
        }
        return accepted;
    }

    /// Tries everything again that waits.
    ///
    /// @return how many are accepted now, or were meanwhile
    @Requires(Permission.SETTINGS_ADMIN)
    public int replayAll() {
        demandWholeOrganisation();
        int accepted = 0;
        long last = 0;
        for (var page = table.open(last, PAGE); !page.isEmpty(); page = table.open(last, PAGE)) {
            for (var entry : page) {
                accepted += replay(entry) ? 1 : 0;
                last = entry.number();
            }
        }
        return accepted;
    }

    private boolean replay(Entry entry) {
        var now = clock.instant();
        var by = access.viewer().actor();
        FactProblem problem;
        try {
            var submission =
                    log.submission(
                            KpiFacts.parse(entry.payload()), entry.by(), Scope.everyone(), now);
            var rejection = submission.rejection();
            if (rejection == null) {
                var result = intake.take(List.of(submission), Scope.everyone(), now).getFirst();
                if (result.outcome() != Outcome.REJECTED) {
                    retries.inTransaction(() -> {
                        table.accept(entry.number(), now);
                        audit.changed(by, WHAT, "" + entry.number(), "waiting", "accepted");
                    });
                    return true;
                }
                problem = java.util.Objects.requireNonNull(result.problem());
            } else {
                problem = rejection.problem();
            }
        } catch (InvalidInput e) {
            problem = new FactProblem(FactProblem.BAD_FACT, e.problems());
        }
        var still = problem;
        retries.inTransaction(() -> table.stillRejected(entry.number(), still));
        return false;
    }

    /// Puts those aside that will never be good.
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
                if (table.discard(number, why, now)) {
                    audit.changed(by, WHAT, "" + number, "waiting", "discarded: " + why);
                    discarded++;
                }
            }
            return discarded;
        });
    }

    private void demandWholeOrganisation() {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
    }
}
