package dev.rollcall.performance;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.kpi.KpiSums;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.NotFound;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people share of their months with the caller, for a talk. The one way to figures of
/// somebody else: exactly what they chose, while they share it and while the caller looks after
/// them. Each look is written down, and the person sees it.
@Service
@Requires(Permission.KPI_VIEW)
public class SharedPerformance {

    private final ShareTable table;
    private final ShareNames names;
    private final KpiSums sums;
    private final MeasureBook measures;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    SharedPerformance(
            ShareTable table,
            ShareNames names,
            KpiSums sums,
            MeasureBook measures,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.table = table;
        this.names = names;
        this.sums = sums;
        this.measures = measures;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// What is shared with the caller now, the latest first; without any figure, so that it is no
    /// look. Programs are shared nothing with.
    @Transactional(readOnly = true)
    public List<Share> withMe() {
        return reader().stream()
                .flatMap(user -> table.with(user).stream())
                .filter(this::mayLook)
                .flatMap(row -> names.share(row).stream())
                .toList();
    }

    /// Looks at what is shared with the caller; it is written down.
    ///
    /// @throws NotFound when it is not shared with them, or no longer
    @Transactional
    public SharedMonth look(ShareId id) {
        var row =
                table.find(id)
                        .filter(each ->
                                reader().filter(each.readers()::contains).isPresent()
                                        && mayLook(each))
                        .orElseThrow(() -> new NotFound("share", "" + id.value()));
        var share = names.share(row).orElseThrow(() -> new NotFound("share", "" + id.value()));
        var agent = directory.agent(row.agent()).orElseThrow();
        audit.looked(
                access.viewer().actor(), agent.externalId(), "shared performance " + row.month());
        return read(share, agent);
    }

    private Optional<UserId> reader() {
        var actor = access.viewer().actor();
        return actor.kind() == Actor.Kind.USER
                ? Optional.of(new UserId(Long.parseLong(actor.id())))
                : Optional.empty();
    }

    /// Whether it still runs, and is about somebody the caller still looks after.
    private boolean mayLook(ShareTable.Row row) {
        var scope = access.scope(Permission.KPI_VIEW);
        return directory
                .agent(row.agent())
                .filter(agent -> scope.includes(agent, null))
                .filter(agent -> !row.until().isBefore(today(agent)))
                .isPresent();
    }

    private LocalDate today(Agent agent) {
        return LocalDate.ofInstant(clock.instant(), agent.zone());
    }

    // ------------------------------------------------------------------ figures

    private SharedMonth read(Share share, Agent agent) {
        var month = share.month();
        var days =
                access.asSystem(
                        "sharing",
                        () -> sums.days(agent.id(), month.atDay(1), month.atEndOfMonth()));
        var ledger = new Ledger(days);
        var settled = measures.of(agent.unit()).currency();
        var currency = settled == null ? ledger.mainCurrency().orElse(null) : settled;
        return new SharedMonth(
                share,
                Arrays.stream(Metric.values())
                        .filter(share.metrics()::contains)
                        .map(metric ->
                                figure(
                                        share,
                                        agent,
                                        metric,
                                        metric.isMoney() ? currency : null,
                                        ledger))
                        .toList());
    }

    private SharedMonth.Figure figure(
            Share share, Agent agent, Metric metric, @Nullable Currency currency, Ledger ledger) {
        var month = share.month();
        var value = ledger.sum(metric, currency, month);
        var line = measures.line(agent);
        var working = measures.month(agent.unit(), month);
        return new SharedMonth.Figure(
                metric,
                new Amount(value, currency),
                metric.isMoney()
                        ? ledger.currencies(month.atDay(1), month.atEndOfMonth()).stream()
                                .filter(other -> !other.equals(currency))
                                .map(other -> new Amount(ledger.sum(metric, other, month), other))
                                .toList()
                        : List.of(),
                measures.goals(line)
                        .of(line, metric, month)
                        .filter(goal -> Objects.equals(goal.currency(), currency))
                        .map(Goal::value)
                        .map(goal -> Pace.of(goal, value, working, today(agent)))
                        .orElse(null),
                share.days()
                        ? ledger.days(metric, currency).entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(day ->
                                        new SharedMonth.Day(
                                                day.getKey(), new Amount(day.getValue(), currency)))
                                .toList()
                        : List.of());
    }
}
