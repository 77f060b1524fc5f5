package dev.rollcall.incentives;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.incentives.Accounts.Origin;
import dev.rollcall.incentives.Appeal.Case;
import dev.rollcall.incentives.Appeal.State;
import dev.rollcall.incentives.LedgerEntry.Kind;
import dev.rollcall.incentives.RewardNews.What;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Deciding about appeals. One never costs points: what was awarded stays, or there are more, as an
/// entry of its own and within the budget. Wrong facts are put right where they came from, and the
/// period is checked again.
@Service
public class Appeals {

    static final String WHAT = "appeal about points";

    private static final int MOST = 200;

    private final AppealTable table;
    private final AwardTable awards;
    private final Awards runs;
    private final Accounts accounts;
    private final RewardNews news;
    private final Directory directory;
    private final Access access;
    private final Retries retries;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ApplicationClock clock;

    Appeals(
            AppealTable table,
            AwardTable awards,
            Awards runs,
            Accounts accounts,
            RewardNews news,
            Directory directory,
            Access access,
            Retries retries,
            AuditLog audit,
            ApplicationEventPublisher events,
            ApplicationClock clock) {
        this.table = table;
        this.awards = awards;
        this.runs = runs;
        this.accounts = accounts;
        this.news = news;
        this.directory = directory;
        this.access = access;
        this.retries = retries;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// What waits for a decision, of the caller's people and not their own, the oldest first. That
    /// the caller looked at it is written down: whoever appeals opens figures that else are theirs
    /// alone.
    @Requires(Permission.INCENTIVES_DECIDE)
    @Transactional
    public List<Case> waiting() {
        var scope = access.scope(Permission.INCENTIVES_DECIDE);
        var by = access.viewer().actor();
        var waiting =
                table.waiting().stream()
                        .filter(each -> isIn(scope, each.agent()) && !isOwn(each))
                        .toList();
        waiting.forEach(each ->
                directory
                        .agent(each.agent())
                        .ifPresent(agent ->
                                audit.looked(by, agent.externalId(), "appeal " + each.number())));
        return waiting.stream().map(this::about).toList();
    }

    /// How many wait for the caller; looks at none of them.
    @Requires(Permission.INCENTIVES_DECIDE)
    @Transactional(readOnly = true)
    public int countWaiting() {
        var scope = access.scope(Permission.INCENTIVES_DECIDE);
        return (int)
                table.waiting().stream()
                        .filter(each -> isIn(scope, each.agent()) && !isOwn(each))
                        .count();
    }

    /// What was decided since, of the caller's people, the latest first; without figures.
    @Requires(Permission.INCENTIVES_DECIDE)
    @Transactional(readOnly = true)
    public List<Appeal> decided(Instant since) {
        var scope = access.scope(Permission.INCENTIVES_DECIDE);
        return table.decided(since, MOST).stream()
                .filter(each -> isIn(scope, each.agent()))
                .toList();
    }

    /// Adds points.
    ///
    /// @param points one or more
    /// @param answer for whoever appealed
    /// @throws InvalidInput without points or an answer, or when the budget has not so many left
    /// @throws EditConflict when somebody was first
    /// @throws AccessDeniedException when it is their own
    @Requires(Permission.INCENTIVES_DECIDE)
    public void correct(long number, long version, long points, String answer) {
        if (points < 1) {
            throw InvalidInput.of("/points", Complaint.of("price", "Use whole points, 1 or more."));
        }
        var text = Redemptions.answer(answer, true);
        retries.inTransaction(() -> {
            var agent =
                    table.find(number)
                            .map(Appeal::agent)
                            .orElseThrow(() -> new NotFound(WHAT, "" + number));
            accounts.takeFirst(agent);
            var known = toDecide(number, version);
            demandBudget(known, points);
            var by = access.viewer().actor();
            if (!table.decide(known, State.CORRECTED, by, clock.instant(), points, text)) {
                throw audit.conflict(WHAT, "" + number);
            }
            accounts.write(agent, Kind.CORRECTION, points, Origin.correction(number), by);
            audit.changed(
                    by, WHAT, "" + number, "asked", "corrected by %d points".formatted(points));
            tell(known, What.CORRECTED, points);
        });
    }

    /// Of two corrections at once, or one while the period is checked, the second sees what the
    /// first left.
    private void demandBudget(Appeal known, long points) {
        var run = awards.run(known.run()).orElseThrow();
        var cap = runs.rules(run).cap();
        if (!awards.checked(run, run.checkedAt())) {
            throw audit.conflict(WHAT, "" + known.number());
        }
        if (cap == null) {
            return;
        }
        long given = awards.awards(known.run()).stream().mapToLong(Award::points).sum();
        long left = Math.max(0, cap - given - table.corrected(known.run()));
        if (points > left) {
            throw InvalidInput.of(
                    "/points",
                    Complaint.of(
                            "budget",
                            "The budget of this period has %d points left.".formatted(left),
                            left));
        }
    }

    /// Leaves it as it was.
    ///
    /// @param answer why, for whoever appealed
    /// @throws InvalidInput without an answer
    /// @throws EditConflict when somebody was first
    /// @throws AccessDeniedException when it is their own
    @Requires(Permission.INCENTIVES_DECIDE)
    public void leave(long number, long version, String answer) {
        var text = Redemptions.answer(answer, true);
        retries.inTransaction(() -> {
            var known = toDecide(number, version);
            var by = access.viewer().actor();
            if (!table.decide(known, State.STANDS, by, clock.instant(), null, text)) {
                throw audit.conflict(WHAT, "" + number);
            }
            audit.changed(by, WHAT, "" + number, "asked", "stands");
            tell(known, What.STANDS, 0);
        });
    }

    private void tell(Appeal known, What what, long points) {
        var run = awards.run(known.run()).orElseThrow();
        news.tell(known.agent(), what, runs.rules(run).name(), points);
        events.publishEvent(new IncentivesChanged(Set.of(known.agent())));
    }

    private Appeal toDecide(long number, long version) {
        var scope = access.scope(Permission.INCENTIVES_DECIDE);
        var known =
                table.find(number)
                        .filter(each -> isIn(scope, each.agent()))
                        .orElseThrow(() -> new NotFound(WHAT, "" + number));
        if (isOwn(known)) {
            throw new AccessDeniedException("Somebody else decides about one's own appeal");
        }
        if (known.version() != version || !known.isWaiting()) {
            throw audit.conflict(WHAT, "" + number);
        }
        return known;
    }

    /// With what it is about; for those it is shown to.
    Case about(Appeal appeal) {
        var run = awards.run(appeal.run()).orElseThrow();
        var reason =
                awards.award(appeal.run(), appeal.agent(), appeal.revision())
                        .map(Award::reason)
                        .orElseThrow();
        return new Case(appeal, runs.rules(run).name(), run.period(), reason);
    }

    private boolean isOwn(Appeal known) {
        return access.viewer().agent().equals(Optional.of(known.agent()));
    }

    private boolean isIn(Scope scope, AgentId agent) {
        return directory.agent(agent).filter(each -> scope.includes(each, null)).isPresent();
    }
}
