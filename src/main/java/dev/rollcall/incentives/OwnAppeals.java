package dev.rollcall.incentives;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.incentives.Appeal.Case;
import dev.rollcall.incentives.Appeal.State;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Saying that one's own points of a period are not right. Whoever does so shows whoever decides
/// how they came about, and says so before.
@Service
public class OwnAppeals {

    /// So long after a result was reckoned it can be appealed: until the next month is awarded, and
    /// longer than a holiday.
    public static final Duration TIME = Duration.ofDays(42);

    static final int LONGEST_TEXT = 500;
    private static final int MOST = 30;

    private final AppealTable table;
    private final AwardTable awards;
    private final Appeals appeals;
    private final Access access;
    private final Retries retries;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ApplicationClock clock;

    OwnAppeals(
            AppealTable table,
            AwardTable awards,
            Appeals appeals,
            Access access,
            Retries retries,
            AuditLog audit,
            ApplicationEventPublisher events,
            ApplicationClock clock) {
        this.table = table;
        this.awards = awards;
        this.appeals = appeals;
        this.access = access;
        this.retries = retries;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Awarded periods whose result the caller can appeal now: not too long ago, and not appealed
    /// already.
    @Requires(Permission.INCENTIVES_OWN)
    @Transactional(readOnly = true)
    public Set<Long> open() {
        return access.viewer().agent().stream()
                .flatMap(self -> {
                    var made = table.of(self, MOST);
                    return awards.of(self, MOST).stream()
                            .filter(this::inTime)
                            .filter(award -> made.stream().noneMatch(each -> isAbout(each, award)));
                })
                .map(Award::run)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean inTime(Award award) {
        return clock.instant().isBefore(award.madeAt().plus(TIME));
    }

    private static boolean isAbout(Appeal appeal, Award award) {
        return appeal.run() == award.run()
                && appeal.revision() == award.revision()
                && appeal.state() != State.WITHDRAWN;
    }

    /// What the caller appealed, and what came of it, the latest first.
    @Requires(Permission.INCENTIVES_OWN)
    @Transactional(readOnly = true)
    public List<Case> mine() {
        return access.viewer().agent().stream()
                .flatMap(self -> table.of(self, MOST).stream())
                .map(appeals::about)
                .toList();
    }

    /// Appeals the latest result of a period.
    ///
    /// @param text what is not right
    /// @return the number of the appeal
    /// @throws InvalidInput without words, or when it is too late
    /// @throws EditConflict when it was appealed already
    /// @throws NotFound when nothing of the caller's was awarded there
    @Requires(Permission.INCENTIVES_OWN)
    public long appeal(long run, String text) {
        var self = self();
        var said = Objects.requireNonNull(text).strip();
        var problems = new InvalidInput.Collector();
        problems.check(
                !said.isEmpty(), "/text", Complaint.of("appealText", "Say what is not right."));
        problems.check(
                said.length() <= LONGEST_TEXT,
                "/text",
                Complaint.of(
                        "long",
                        "Use at most %d characters.".formatted(LONGEST_TEXT),
                        LONGEST_TEXT));
        problems.throwIfAny();
        return retries.inTransaction(() -> {
            var award =
                    awards.latest(run, self).orElseThrow(() -> new NotFound(Awards.WHAT, "" + run));
            if (!inTime(award)) {
                throw InvalidInput.of(
                        "/text",
                        Complaint.of(
                                "tooLate",
                                "It was reckoned more than %d days ago.".formatted(TIME.toDays()),
                                TIME.toDays()));
            }
            long number =
                    table.ask(award, said, clock.instant())
                            .orElseThrow(() -> audit.conflict(Appeals.WHAT, "" + run));
            audit.changed(
                    access.viewer().actor(),
                    Appeals.WHAT,
                    "" + number,
                    null,
                    "asked about award " + run);
            events.publishEvent(new IncentivesChanged(Set.of(self)));
            return number;
        });
    }

    /// Takes an appeal back while nobody has decided; it can be made again.
    ///
    /// @throws EditConflict when it was decided
    @Requires(Permission.INCENTIVES_OWN)
    public void withdraw(long number, long version) {
        var self = self();
        retries.inTransaction(() -> {
            var known =
                    table.find(number)
                            .filter(each -> each.agent().equals(self))
                            .orElseThrow(() -> new NotFound(Appeals.WHAT, "" + number));
            var by = access.viewer().actor();
            if (known.version() != version
                    || !table.decide(known, State.WITHDRAWN, by, clock.instant(), null, null)) {
                throw audit.conflict(Appeals.WHAT, "" + number);
            }
            audit.changed(by, Appeals.WHAT, "" + number, "asked", "withdrawn");
            events.publishEvent(new IncentivesChanged(Set.of(self)));
        });
    }

    private AgentId self() {
        return access.viewer()
                .agent()
                .orElseThrow(() -> new AccessDeniedException("Only agents have points"));
    }
}
