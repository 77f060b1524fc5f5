package dev.rollcall.performance;

import dev.rollcall.audit.Actor;
import dev.rollcall.database.Retries;
import dev.rollcall.kpi.DayTally;
import dev.rollcall.kpi.KpiSums;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.Tellable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// Counts what teams achieved in a month, once, when it is over and its late facts are in: for the
/// whole organisation, whoever will look, and for good. A number that moved from one look to the
/// next would tell what the person behind the difference did.
@Component
public class TeamMonths {

    private static final Logger LOG = LoggerFactory.getLogger(TeamMonths.class);

    /// So many days after its end a month is counted.
    static final int SETTLED_AFTER_DAYS = 5;

    /// So many months are looked back on.
    private static final int MONTHS_BACK = 25;

    private final KpiSums sums;
    private final TeamTable table;
    private final MeasureBook measures;
    private final Directory directory;
    private final Access access;
    private final Retries retries;
    private final ApplicationClock clock;

    TeamMonths(
            KpiSums sums,
            TeamTable table,
            MeasureBook measures,
            Directory directory,
            Access access,
            Retries retries,
            ApplicationClock clock) {
        this.sums = sums;
        this.table = table;
        this.measures = measures;
        this.directory = directory;
        this.access = access;
        this.retries = retries;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    void count() {
        access.asSystem("team months", this::countDue);
    }

    /// Counts every month that is due and was not counted yet. A month without facts is not: they
    /// may be to come, from a file.
    ///
    /// @return how many
    /// @throws AccessDeniedException for anybody but a job of the house
    public int countDue() {
        if (access.viewer().actor().kind() != Actor.Kind.SYSTEM) {
            throw new AccessDeniedException("Months are counted by the house itself.");
        }
        var settled =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(SETTLED_AFTER_DAYS);
        var last = YearMonth.from(settled).minusMonths(1);
        var known = new HashSet<>(table.months());
        int counted = 0;
        for (int back = 0; back < MONTHS_BACK; back++) {
            var month = last.minusMonths(back);
            if (!known.contains(month) && count(month)) {
                counted++;
            }
        }
        return counted;
    }

    private boolean count(YearMonth month) {
        var people = directory.everybody();
        var achieved =
                sums.of(
                        people.stream().map(Agent::id).toList(),
                        month.atDay(1),
                        month.atEndOfMonth());
        if (achieved.isEmpty()) {
            return false;
        }
        var rows = rows(achieved, teams(people));
        boolean first =
                retries.inTransactionOfItsOwn(() -> {
                    if (!table.begin(month, clock.instant())) {
                        return false;
                    }
                    table.keep(month, rows);
                    return true;
                });
        if (first) {
            LOG.info("What teams achieved in {} was counted", month);
        }
        return first;
    }

    // ------------------------------------------------------------------ teams

    /// Who is in which team, in the order in which teams are told: units, the smallest part first,
    /// then all together, then groups. By what they are, never by what they achieved.
    private Map<Subject, Set<AgentId>> teams(Collection<Agent> people) {
        var teams = new LinkedHashMap<Subject, Set<AgentId>>();
        directory.units(Scope.everyone()).stream()
                .sorted(
                        Comparator.comparing(this::depth)
                                .reversed()
                                .thenComparing(unit -> unit.id().value()))
                .forEach(unit -> teams.put(Subject.of(unit.id()), below(unit.id(), people)));
        teams.put(Subject.ORGANISATION, ids(people));
        directory.groups(Scope.everyone()).stream()
                .sorted(Comparator.comparing(group -> group.id().value()))
                .forEach(group ->
                        teams.put(
                                Subject.of(group.id()),
                                ids(
                                        people.stream()
                                                .filter(agent ->
                                                        agent.groups().contains(group.id()))
                                                .toList())));
        return teams;
    }

    private int depth(Unit unit) {
        return measures.withAncestors(unit.id()).size();
    }

    private Set<AgentId> below(UnitId unit, Collection<Agent> people) {
        var units = directory.withDescendants(unit);
        return ids(people.stream().filter(agent -> units.contains(agent.unit())).toList());
    }

    private static Set<AgentId> ids(Collection<Agent> people) {
        return people.stream().map(Agent::id).collect(Collectors.toSet());
    }

    // ------------------------------------------------------------------ figures

    /// What is kept of a month, of every team in which anybody had anything to count.
    static List<TeamTable.Row> rows(
            Map<AgentId, List<DayTally>> achieved, Map<Subject, Set<AgentId>> teams) {
        var rows = new ArrayList<TeamTable.Row>();
        for (var metric : Metric.values()) {
            byCurrency(metric, achieved)
                    .forEach((currency, values) ->
                            rows.addAll(rows(metric, currency.orElse(null), values, teams)));
        }
        return rows;
    }

    /// What each has of a metric, by the currency it is in; who has nothing is left out.
    private static Map<Optional<Currency>, Map<AgentId, BigDecimal>> byCurrency(
            Metric metric, Map<AgentId, List<DayTally>> achieved) {
        var all = new HashMap<Optional<Currency>, Map<AgentId, BigDecimal>>();
        achieved.forEach((agent, tallies) -> {
            for (var tally : tallies) {
                if (tally.kind() == metric.kind() && tally.tally().facts() > 0) {
                    all.computeIfAbsent(
                                    metric.isMoney()
                                            ? Optional.ofNullable(tally.currency())
                                            : Optional.empty(),
                                    _ -> new HashMap<>())
                            .merge(agent, metric.of(tally), BigDecimal::add);
                }
            }
        });
        return all;
    }

    private static List<TeamTable.Row> rows(
            Metric metric,
            @Nullable Currency currency,
            Map<AgentId, BigDecimal> values,
            Map<Subject, Set<AgentId>> teams) {
        var active = new LinkedHashMap<Subject, Set<AgentId>>();
        teams.forEach((subject, people) -> {
            var counted = new HashSet<>(people);
            counted.retainAll(values.keySet());
            if (!counted.isEmpty()) {
                active.put(subject, counted);
            }
        });
        var told = Tellable.of(active, TeamFigures.FEWEST);
        var rows = new ArrayList<TeamTable.Row>();
        active.forEach((subject, people) ->
                rows.add(
                        new TeamTable.Row(
                                metric,
                                currency,
                                subject,
                                told.contains(subject)
                                        ? TeamFigures.of(
                                                people.stream()
                                                        .map(agent ->
                                                                Objects.requireNonNull(
                                                                        values.get(agent)))
                                                        .toList())
                                        : null)));
        return rows;
    }
}
