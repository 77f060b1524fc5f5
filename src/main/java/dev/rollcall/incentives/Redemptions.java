package dev.rollcall.incentives;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.incentives.Accounts.Origin;
import dev.rollcall.incentives.LedgerEntry.Kind;
import dev.rollcall.incentives.Redemption.State;
import dev.rollcall.incentives.RewardNews.What;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.requests.TimeOff;
import dev.rollcall.requests.TimeOffDraft;
import dev.rollcall.requests.TimeOffs;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Deciding about rewards people asked for. Nobody decides about their own.
@Service
public class Redemptions {

    static final String WHAT = "redemption of points";
    static final int LONGEST_ANSWER = 200;

    private static final int MOST = 1_000;

    private final RewardTable table;
    private final Accounts accounts;
    private final TimeOffs timeOffs;
    private final RewardNews news;
    private final Directory directory;
    private final Access access;
    private final Retries retries;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ApplicationClock clock;

    Redemptions(
            RewardTable table,
            Accounts accounts,
            TimeOffs timeOffs,
            RewardNews news,
            Directory directory,
            Access access,
            Retries retries,
            AuditLog audit,
            ApplicationEventPublisher events,
            ApplicationClock clock) {
        this.table = table;
        this.accounts = accounts;
        this.timeOffs = timeOffs;
        this.news = news;
        this.directory = directory;
        this.access = access;
        this.retries = retries;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// What waits for a decision, of the caller's people and not their own, the oldest first.
    @Requires(Permission.INCENTIVES_DECIDE)
    @Transactional(readOnly = true)
    public List<Redemption> waiting() {
        var scope = access.scope(Permission.INCENTIVES_DECIDE);
        return table.waiting().stream()
                .filter(each -> isIn(scope, each.agent()) && !isOwn(each))
                .toList();
    }

    /// What was decided in a span, of the caller's people, the latest first; for a list, and for
    /// whoever pays.
    @Requires(Permission.INCENTIVES_DECIDE)
    @Transactional(readOnly = true)
    public List<Redemption> decided(Instant from, Instant until) {
        var scope = access.scope(Permission.INCENTIVES_DECIDE);
        return table.decided(from, until, MOST).stream()
                .filter(each -> isIn(scope, each.agent()))
                .toList();
    }

    /// Gives what was asked for. A day off is in the plan at once: both or neither.
    ///
    /// @param answer for whoever asked; empty: none
    /// @throws InvalidInput when the day cannot be taken off any more; then it can be declined
    /// @throws EditConflict when somebody was first
    /// @throws AccessDeniedException when it is their own
    @Requires(Permission.INCENTIVES_DECIDE)
    public void approve(long number, long version, String answer) {
        var text = answer(answer, false);
        retries.inTransaction(() -> {
            var known = toDecide(number, version);
            var by = access.viewer().actor();
            var timeOff = takeOff(known);
            if (!table.decide(known, State.APPROVED, by, clock.instant(), text, timeOff)) {
                throw audit.conflict(WHAT, "" + number, known.name());
            }
            audit.changed(by, WHAT, "" + number, "asked", "approved");
            news.tell(known.agent(), What.APPROVED, known.name(), known.price());
            events.publishEvent(new IncentivesChanged(Set.of(known.agent())));
        });
    }

    /// Whoever decides about rewards need not plan anybody: the house writes what they decided.
    private @Nullable Long takeOff(Redemption known) {
        var day = known.day();
        var absence = known.absence();
        if (known.kind() != Reward.Kind.TIME_OFF || day == null || absence == null) {
            return null;
        }
        TimeOff given =
                access.asSystem(
                        "rewards",
                        () -> timeOffs.give(known.agent(), TimeOffDraft.days(absence, day, day)));
        return given.number();
    }

    /// Does not give it; the points are there again.
    ///
    /// @param answer why, for whoever asked
    /// @throws InvalidInput without an answer
    /// @throws EditConflict when somebody was first
    /// @throws AccessDeniedException when it is their own
    @Requires(Permission.INCENTIVES_DECIDE)
    public void decline(long number, long version, String answer) {
        var text = answer(answer, true);
        retries.inTransaction(() -> {
            var agent =
                    table.redemption(number)
                            .map(Redemption::agent)
                            .orElseThrow(() -> new NotFound(WHAT, "" + number));
            accounts.takeFirst(agent);
            var known = toDecide(number, version);
            var by = access.viewer().actor();
            if (!table.decide(known, State.DECLINED, by, clock.instant(), text, null)) {
                throw audit.conflict(WHAT, "" + number, known.name());
            }
            var kept = accounts.ofRedemption(number).orElseThrow();
            accounts.write(agent, Kind.RETURN, known.price(), Origin.reversal(kept), by);
            table.putBack(known.reward());
            audit.changed(by, WHAT, "" + number, "asked", "declined");
            news.tell(agent, What.DECLINED, known.name(), known.price());
            events.publishEvent(new IncentivesChanged(Set.of(agent)));
        });
    }

    private Redemption toDecide(long number, long version) {
        var scope = access.scope(Permission.INCENTIVES_DECIDE);
        var known =
                table.redemption(number)
                        .filter(each -> isIn(scope, each.agent()))
                        .orElseThrow(() -> new NotFound(WHAT, "" + number));
        if (isOwn(known)) {
            throw new AccessDeniedException("Somebody else decides about one's own reward");
        }
        if (known.version() != version || !known.isWaiting()) {
            throw audit.conflict(WHAT, "" + number, known.name());
        }
        return known;
    }

    private boolean isOwn(Redemption known) {
        return access.viewer().agent().equals(Optional.of(known.agent()));
    }

    private boolean isIn(Scope scope, AgentId agent) {
        return directory.agent(agent).filter(each -> scope.includes(each, null)).isPresent();
    }

    static @Nullable String answer(String answer, boolean required) {
        var text = Objects.requireNonNull(answer).strip();
        var problems = new InvalidInput.Collector();
        problems.check(
                !required || !text.isEmpty(),
                "/answer",
                Complaint.of("answer", "Say why, for whoever asked."));
        problems.check(
                text.length() <= LONGEST_ANSWER,
                "/answer",
                Complaint.of(
                        "long",
                        "Use at most %d characters.".formatted(LONGEST_ANSWER),
                        LONGEST_ANSWER));
        problems.throwIfAny();
        return text.isEmpty() ? null : text;
    }
}
