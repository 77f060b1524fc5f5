package dev.rollcall.incentives;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.incentives.Accounts.Origin;
import dev.rollcall.incentives.LedgerEntry.Kind;
import dev.rollcall.incentives.Redemption.State;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.requests.TimeOffDraft;
import dev.rollcall.requests.TimeOffs;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Choosing among rewards. Points are kept from the moment somebody asks, so that two wishes at
/// once never spend the same points; whatever is not given brings them back.
@Service
public class OwnRedemptions {

    private static final int MOST = 30;

    private final RewardTable table;
    private final Accounts accounts;
    private final TimeOffs timeOffs;
    private final Directory directory;
    private final Access access;
    private final Retries retries;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ApplicationClock clock;

    OwnRedemptions(
            RewardTable table,
            Accounts accounts,
            TimeOffs timeOffs,
            Directory directory,
            Access access,
            Retries retries,
            AuditLog audit,
            ApplicationEventPublisher events,
            ApplicationClock clock) {
        this.table = table;
        this.accounts = accounts;
        this.timeOffs = timeOffs;
        this.directory = directory;
        this.access = access;
        this.retries = retries;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// What the caller may choose among, the cheapest first; what is too dear now, too.
    @Requires(Permission.INCENTIVES_OWN)
    @Transactional(readOnly = true)
    public List<Reward> choices() {
        return access.viewer().agent().flatMap(directory::agent).stream()
                .flatMap(self ->
                        table.rewards().stream()
                                .filter(each -> each.offered() && each.isLeft())
                                .filter(each -> isFor(each, self)))
                .toList();
    }

    private boolean isFor(Reward reward, Agent self) {
        var unit = reward.unit();
        return unit == null || directory.withDescendants(unit).contains(self.unit());
    }

    /// What the caller asked for, the latest first.
    @Requires(Permission.INCENTIVES_OWN)
    @Transactional(readOnly = true)
    public List<Redemption> mine() {
        return access.viewer().agent().stream()
                .flatMap(self -> table.of(self, MOST).stream())
                .toList();
    }

    /// Asks for a reward; its points are kept until somebody decides.
    ///
    /// @param version of the reward as it was shown
    /// @param day of time off; null for others
    /// @return the number of what was asked for
    /// @throws InvalidInput without enough points, or when the day cannot be taken off
    /// @throws EditConflict when the reward is another one than was shown, or none is left
    /// @throws NotFound when there is no such reward for the caller
    @Requires(Permission.INCENTIVES_OWN)
    public long ask(long reward, long version, @Nullable LocalDate day) {
        var self = self();
        return retries.inTransaction(() -> {
            accounts.takeFirst(self.id());
            var wanted =
                    table.reward(reward)
                            .filter(each -> isFor(each, self))
                            .orElseThrow(() -> new NotFound(Rewards.WHAT, "" + reward));
            if (wanted.version() != version) {
                throw audit.conflict(Rewards.WHAT, "" + reward, wanted.name());
            }
            long balance = accounts.balance(self.id());
            if (balance < wanted.price()) {
                throw InvalidInput.of(
                        "/reward",
                        Complaint.of(
                                "notEnough",
                                "This costs %d points, and there are %d."
                                        .formatted(wanted.price(), balance),
                                wanted.price(),
                                balance));
            }
            checkDay(wanted, day);
            if (!table.takeOne(reward)) {
                throw InvalidInput.of(
                        "/reward",
                        Complaint.of("noneLeft", "None is left, or it is not offered any more."));
            }
            long number = table.ask(self.id(), wanted, day, clock.instant());
            var by = access.viewer().actor();
            accounts.write(
                    self.id(), Kind.REDEMPTION, -wanted.price(), Origin.redemption(number), by);
            audit.changed(by, Redemptions.WHAT, "" + number, null, "asked: " + wanted.name());
            events.publishEvent(new IncentivesChanged(Set.of(self.id())));
            return number;
        });
    }

    /// Whether the plan of the day has anything to take off.
    private void checkDay(Reward wanted, @Nullable LocalDate day) {
        var absence = wanted.absence();
        if (wanted.kind() != Reward.Kind.TIME_OFF || absence == null) {
            return;
        }
        if (day == null) {
            throw InvalidInput.of("/day", Complaint.of("day", "Choose the day."));
        }
        try {
            timeOffs.preview(TimeOffDraft.days(absence, day, day));
        } catch (InvalidInput e) {
            throw new InvalidInput(
                    e.problems().stream()
                            .map(each ->
                                    new InvalidInput.Problem(
                                            "/day", each.detail(), each.sentence()))
                            .toList());
        }
    }

    /// Takes back what one asked for while nobody has decided; the points are there again.
    ///
    /// @throws EditConflict when it was decided
    @Requires(Permission.INCENTIVES_OWN)
    public void withdraw(long number, long version) {
        var self = self();
        retries.inTransaction(() -> {
            accounts.takeFirst(self.id());
            var known =
                    table.redemption(number)
                            .filter(each -> each.agent().equals(self.id()))
                            .orElseThrow(() -> new NotFound(Redemptions.WHAT, "" + number));
            var by = access.viewer().actor();
            if (known.version() != version
                    || !table.decide(known, State.WITHDRAWN, by, clock.instant(), null, null)) {
                throw audit.conflict(Redemptions.WHAT, "" + number, known.name());
            }
            var kept = accounts.ofRedemption(number).orElseThrow();
            accounts.write(self.id(), Kind.RETURN, known.price(), Origin.reversal(kept), by);
            table.putBack(known.reward());
            audit.changed(by, Redemptions.WHAT, "" + number, "asked", "withdrawn");
            events.publishEvent(new IncentivesChanged(Set.of(self.id())));
        });
    }

    private Agent self() {
        return access.viewer()
                .agent()
                .flatMap(directory::agent)
                .orElseThrow(() -> new AccessDeniedException("Only agents have points"));
    }
}
