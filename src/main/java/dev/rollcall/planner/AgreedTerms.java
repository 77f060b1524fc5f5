package dev.rollcall.planner;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.planner.Terms.Available;
import dev.rollcall.planner.Terms.Contract;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is agreed with each person: how much they work, and when they can.
@Service
public class AgreedTerms {

    static final String WHAT = "terms of work";
    public static final int MOST_STRETCHES = 6;

    private final TermsTable table;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    AgreedTerms(
            TermsTable table,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.table = table;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// As they hold on a date.
    ///
    /// @throws NotFound when the person is not among those the caller may plan
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public Terms of(AgentId agent, LocalDate date) {
        inScope(agent);
        return Objects.requireNonNull(table.of(List.of(agent), date).get(agent));
    }

    /// Agrees on how much somebody works, from a date on, and on when they can.
    ///
    /// @param contract null: as it is; its version is the one the writer saw, 0 for one that begins
    ///   on a date of its own
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when the person is not among those the caller may plan
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional
    public Terms agree(AgentId agent, @Nullable Contract contract, List<Available> availability) {
        var person = inScope(agent);
        check(contract, availability);
        var date =
                contract == null
                        ? LocalDate.ofInstant(clock.instant(), person.zone())
                        : contract.from();
        var before = Objects.requireNonNull(table.of(List.of(agent), date).get(agent));
        if (contract != null
                && !table.write(
                        agent,
                        new Contract(
                                contract.from(),
                                contract.weekly(),
                                contract.daysAWeek(),
                                contract.rest(),
                                contract.version() + 1))) {
            throw conflict(person);
        }
        table.replaceAvailability(agent, availability);
        var after = Objects.requireNonNull(table.of(List.of(agent), date).get(agent));
        audit.changed(
                access.viewer().actor(), WHAT, person.externalId(), told(before), told(after));
        return after;
    }

    private Agent inScope(AgentId agent) {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        return directory
                .agent(agent)
                .filter(each -> scope.includes(each, null))
                .orElseThrow(() -> new NotFound("agent", "" + agent.value()));
    }

    private EditConflict conflict(Agent person) {
        return audit.conflict(WHAT, person.externalId(), person.name());
    }

    private static String told(Terms terms) {
        var contract = terms.contract();
        var agreed =
                contract == null
                        ? "no contract"
                        : "from %s %s a week on %d days, %s rest"
                                .formatted(
                                        contract.from(),
                                        contract.weekly(),
                                        contract.daysAWeek(),
                                        contract.rest());
        return agreed
                + terms.availability().stream()
                        .map(each ->
                                "; %s %s-%s".formatted(each.weekday(), each.start(), each.end()))
                        .collect(Collectors.joining());
    }

    private static void check(@Nullable Contract contract, List<Available> availability) {
        var problems = new InvalidInput.Collector();
        if (contract != null) {
            problems.check(
                    isWithin(contract.weekly(), Duration.ofDays(7)),
                    "/weekly",
                    PlannerComplaint.BAD_WEEKLY.with());
            problems.check(
                    contract.daysAWeek() >= 0 && contract.daysAWeek() <= 7,
                    "/daysAWeek",
                    PlannerComplaint.BAD_DAYS.with());
            problems.check(
                    isWithin(contract.rest(), Duration.ofHours(48)),
                    "/rest",
                    PlannerComplaint.BAD_REST.with());
        }
        var perDay =
                availability.stream()
                        .collect(Collectors.groupingBy(Available::weekday, Collectors.counting()));
        problems.check(
                perDay.values().stream().allMatch(count -> count <= MOST_STRETCHES),
                "/availability",
                PlannerComplaint.TOO_MUCH_AVAILABILITY.with(MOST_STRETCHES));
        var begins = new HashSet<>();
        problems.check(
                availability.stream()
                        .allMatch(each -> begins.add(List.of(each.weekday(), each.start()))),
                "/availability",
                PlannerComplaint.AVAILABILITY_TWICE.with());
        problems.throwIfAny();
    }

    private static boolean isWithin(Duration duration, Duration most) {
        return !duration.isNegative() && duration.compareTo(most) <= 0;
    }
}
