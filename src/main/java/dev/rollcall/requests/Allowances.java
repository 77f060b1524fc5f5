package dev.rollcall.requests;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How much time off people may take in a year, and what is left of it.
@Service
public class Allowances {

    private static final String WHAT = "allowance";
    private static final BigDecimal MOST = BigDecimal.valueOf(9_999);

    private final AllowanceTable table;
    private final TimeOffTable requests;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Allowances(
            AllowanceTable table,
            TimeOffTable requests,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.table = table;
        this.requests = requests;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.events = events;
    }

    /// Somebody and what is left of each of their allowances.
    public record Line(Agent person, List<Balance> balances) {

        public Line {
            balances = List.copyOf(balances);
        }
    }

    /// One's own, of each kind that is limited and is offered or was taken.
    ///
    /// @throws AccessDeniedException when the caller is nobody who has plans
    @Requires({Permission.PRESENCE_OWN, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public List<Balance> own(int year) {
        var self =
                access.viewer()
                        .agent()
                        .flatMap(directory::agent)
                        .orElseThrow(() -> new AccessDeniedException("Only agents take time off"));
        return lines(List.of(self), year).getFirst().balances();
    }

    /// Those of the people whose home is a unit, or one below it, and whom the caller may plan, by
    /// name.
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public List<Line> of(UnitId unit, int year) {
        var units = directory.withDescendants(unit);
        return lines(
                directory.agents(access.scope(Permission.SCHEDULE_WRITE)).stream()
                        .filter(agent -> units.contains(agent.unit()))
                        .toList(),
                year);
    }

    private List<Line> lines(List<Agent> people, int year) {
        var ids = people.stream().map(Agent::id).toList();
        var types = table.types();
        var allowances = table.of(ids, year);
        var sums = requests.sums(ids, year, 0);
        var lines = new ArrayList<Line>();
        for (var person : people) {
            var own = allowances.getOrDefault(person.id(), Map.of());
            var used = sums.getOrDefault(person.id(), Map.of());
            var balances = new ArrayList<Balance>();
            for (var type : types) {
                if (type.limit() != AbsenceType.Limit.NONE
                        && (type.offered() || used.containsKey(type.code()))) {
                    var sum = used.getOrDefault(type.code(), TimeOffTable.Sums.NOTHING);
                    balances.add(
                            new Balance(
                                    type,
                                    own.getOrDefault(type.code(), nothing(person.id(), type, year)),
                                    sum.taken(),
                                    sum.waiting()));
                }
            }
            lines.add(new Line(person, balances));
        }
        return lines;
    }

    private static Allowance nothing(AgentId agent, AbsenceType type, int year) {
        return new Allowance(agent, type.code(), year, BigDecimal.ZERO, BigDecimal.ZERO, 0);
    }

    /// Sets what somebody may take in a year, whatever they took already.
    ///
    /// @param allowance its version is the one the writer saw
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when the person is not among those the caller may plan
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional
    public Allowance set(Allowance allowance) {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        var person =
                directory
                        .agent(allowance.agent())
                        .filter(each -> scope.includes(each, null))
                        .orElseThrow(() -> new NotFound("agent", "" + allowance.agent().value()));
        if (access.viewer().agent().filter(person.id()::equals).isPresent()) {
            throw new AccessDeniedException("Somebody else sets one's own allowance");
        }
        check(allowance);
        var before = table.of(allowance.agent(), allowance.type(), allowance.year());
        var saved =
                new Allowance(
                        allowance.agent(),
                        allowance.type(),
                        allowance.year(),
                        allowance.granted(),
                        allowance.carried(),
                        allowance.version() + 1);
        var which = person.externalId() + " " + allowance.type() + " " + allowance.year();
        if (!table.write(saved)) {
            throw audit.conflict(WHAT, which);
        }
        audit.changed(
                access.viewer().actor(),
                WHAT,
                which,
                before.isSet() ? told(before) : null,
                told(saved));
        events.publishEvent(new RequestChanged(Set.of(person.id())));
        return saved;
    }

    private void check(Allowance allowance) {
        var problems = new InvalidInput.Collector();
        problems.check(
                table.types().stream().anyMatch(type -> type.code().equals(allowance.type())),
                "/type",
                RequestComplaint.UNKNOWN_TYPE.with());
        problems.check(
                allowance.year() >= 2000 && allowance.year() <= 2199,
                "/year",
                RequestComplaint.BAD_YEAR.with());
        problems.check(
                isAmount(allowance.granted()) && allowance.granted().signum() >= 0,
                "/granted",
                RequestComplaint.BAD_AMOUNT.with());
        problems.check(
                isAmount(allowance.carried()), "/carried", RequestComplaint.BAD_AMOUNT.with());
        problems.throwIfAny();
    }

    private static boolean isAmount(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 2 && amount.abs().compareTo(MOST) <= 0;
    }

    private static String told(Allowance allowance) {
        return "%s and %s carried over"
                .formatted(
                        allowance.granted().stripTrailingZeros().toPlainString(),
                        allowance.carried().stripTrailingZeros().toPlainString());
    }
}
