package dev.rollcall.reports;

import dev.rollcall.adherence.Afterwards;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.JudgedDays;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.reports.DayFacts.ActivityFacts;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Adherence over people, units, groups, days, weeks and activities.
@Service
public class AdherenceReports {

    /// How many days one may ask for at a time.
    public static final int MOST_DAYS = 92;

    private final Reported people;
    private final Facts facts;
    private final JudgedDays judged;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    AdherenceReports(
            Reported people,
            Facts facts,
            JudgedDays judged,
            Directory directory,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.people = people;
        this.facts = facts;
        this.judged = judged;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// Adds up days of everybody who is asked for and in scope. Who did nothing has a line, too.
    ///
    /// @throws InvalidInput when the period is turned round or longer than [#MOST_DAYS]
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN})
    public AdherenceReport report(ReportQuery query, Scope scope) {
        Reported.check(query.from(), query.to(), MOST_DAYS);
        var agents = people.of(query, scope);
        var earlier = query.before();
        var now = facts.read(agents, query.from(), query.to());
        var then = facts.read(agents, earlier.from(), earlier.to());
        var lines =
                switch (query.by()) {
                    case AGENT -> byAgent(agents, query, byPerson(now), byPerson(then));
                    case UNIT -> byUnit(query, now, then);
                    case GROUP -> byGroup(agents, query, byPerson(now), byPerson(then));
                    case DAY -> byDay(query, now, weekBefore(agents, query));
                    case WEEK -> byWeek(query, now, weekBefore(agents, query));
                    case ACTIVITY -> byActivity(query, now, then);
                };
        return new AdherenceReport(
                query,
                clock.instant(),
                agents.size(),
                lines,
                total(now),
                total(then),
                target(agents.stream().map(Agent::unit).distinct().toList(), query.to()),
                now.waiting());
    }

    /// Whom a query is about, by name.
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN})
    public List<Agent> people(ReportQuery query, Scope scope) {
        return people.of(query, scope);
    }

    /// Each day of some of the people a query is about, for a file: a look at the detail of each of
    /// them, and written down as one. A few at a time, so that a long file can say how far it is.
    ///
    /// @param of those not in scope are left out
    /// @throws InvalidInput when the period is turned round or longer than [#MOST_DAYS]
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN})
    @Transactional
    public List<DayFacts> days(ReportQuery query, Collection<AgentId> of, Scope scope) {
        Reported.check(query.from(), query.to(), MOST_DAYS);
        var wanted = Set.copyOf(of);
        var agents =
                people.of(query, scope).stream()
                        .filter(agent -> wanted.contains(agent.id()))
                        .toList();
        var viewer = access.viewer();
        for (var agent : agents) {
            if (!viewer.agent().equals(Optional.of(agent.id()))) {
                audit.looked(
                        viewer.actor(),
                        agent.externalId(),
                        "adherence " + query.from() + " to " + query.to());
            }
        }
        var order = new HashMap<AgentId, Integer>();
        agents.forEach(agent -> order.put(agent.id(), order.size()));
        return facts.days(agents, query.from(), query.to()).stream()
                .sorted(
                        Comparator.comparing((DayFacts day) -> order.getOrDefault(day.agent(), 0))
                                .thenComparing(DayFacts::date))
                .toList();
    }

    // ------------------------------------------------------------------ lines

    private static Map<AgentId, Totals> byPerson(Facts.Read read) {
        var sums = new HashMap<AgentId, Totals>();
        read.sums().forEach(sum -> sums.merge(sum.agent(), sum.totals(), Totals::plus));
        read.others().forEach(day -> sums.merge(day.agent(), day.totals(), Totals::plus));
        return sums;
    }

    private static Totals total(Facts.Read read) {
        return byPerson(read).values().stream().reduce(Totals.NONE, Totals::plus);
    }

    private List<ReportLine> byAgent(
            List<Agent> agents,
            ReportQuery query,
            Map<AgentId, Totals> now,
            Map<AgentId, Totals> then) {
        return agents.stream()
                .map(agent ->
                        new ReportLine(
                                agent,
                                null,
                                null,
                                null,
                                null,
                                now.getOrDefault(agent.id(), Totals.NONE),
                                then.getOrDefault(agent.id(), Totals.NONE),
                                judged.targetOn(agent.unit(), query.to())))
                .toList();
    }

    /// By the unit people were at home in when the day was judged.
    private List<ReportLine> byUnit(ReportQuery query, Facts.Read now, Facts.Read then) {
        var sums = byUnit(now);
        var before = byUnit(then);
        return directory.units(Scope.everyone()).stream()
                .filter(unit -> sums.containsKey(unit.id()))
                .map(unit ->
                        new ReportLine(
                                null,
                                unit,
                                null,
                                null,
                                null,
                                sums.getOrDefault(unit.id(), Totals.NONE),
                                before.getOrDefault(unit.id(), Totals.NONE),
                                judged.targetOn(unit.id(), query.to())))
                .toList();
    }

    private static Map<UnitId, Totals> byUnit(Facts.Read read) {
        var sums = new HashMap<UnitId, Totals>();
        read.sums().forEach(sum -> sums.merge(sum.unit(), sum.totals(), Totals::plus));
        read.others().forEach(day -> sums.merge(day.unit(), day.totals(), Totals::plus));
        return sums;
    }

    private List<ReportLine> byGroup(
            List<Agent> agents,
            ReportQuery query,
            Map<AgentId, Totals> now,
            Map<AgentId, Totals> then) {
        var lines = new ArrayList<ReportLine>();
        for (var group : directory.groups(Scope.everyone())) {
            var members =
                    agents.stream().filter(agent -> agent.groups().contains(group.id())).toList();
            if (!members.isEmpty()) {
                lines.add(
                        new ReportLine(
                                null,
                                null,
                                group,
                                null,
                                null,
                                sum(members, now),
                                sum(members, then),
                                target(
                                        members.stream().map(Agent::unit).distinct().toList(),
                                        query.to())));
            }
        }
        return lines;
    }

    private static Totals sum(List<Agent> agents, Map<AgentId, Totals> sums) {
        return agents.stream()
                .map(agent -> sums.getOrDefault(agent.id(), Totals.NONE))
                .reduce(Totals.NONE, Totals::plus);
    }

    /// The same days a week earlier, by the dates they are compared with: a Monday is like other
    /// Mondays, not like the Sunday before. Empty while some of them are still to be added up.
    private Map<LocalDate, Totals> weekBefore(List<Agent> agents, ReportQuery query) {
        var from = query.from().minusWeeks(1);
        var to = query.to().minusWeeks(1);
        var read = facts.read(agents, from, to);
        var found = new HashMap<LocalDate, Totals>();
        if (read.waiting() == 0) {
            facts.byDate(read, from, to)
                    .forEach((date, totals) -> found.put(date.plusWeeks(1), totals));
        }
        return found;
    }

    private List<ReportLine> byDay(
            ReportQuery query, Facts.Read now, Map<LocalDate, Totals> weekBefore) {
        var lines = new ArrayList<ReportLine>();
        facts.byDate(now, query.from(), query.to())
                .forEach((date, totals) -> lines.add(dated(date, totals, weekBefore.get(date))));
        return lines;
    }

    /// A week that the period cuts is compared with as much of the week before.
    private List<ReportLine> byWeek(
            ReportQuery query, Facts.Read now, Map<LocalDate, Totals> weekBefore) {
        var weeks = new TreeMap<LocalDate, Totals>();
        var before = new HashMap<LocalDate, Totals>();
        facts.byDate(now, query.from(), query.to())
                .forEach((date, totals) -> {
                    weeks.merge(monday(date), totals, Totals::plus);
                    var then = weekBefore.get(date);
                    if (then != null) {
                        before.merge(monday(date), then, Totals::plus);
                    }
                });
        var lines = new ArrayList<ReportLine>();
        weeks.forEach((date, totals) -> lines.add(dated(date, totals, before.get(date))));
        return lines;
    }

    private static ReportLine dated(LocalDate date, Totals totals, @Nullable Totals before) {
        return new ReportLine(null, null, null, date, null, totals, before, null);
    }

    static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private List<ReportLine> byActivity(ReportQuery query, Facts.Read now, Facts.Read then) {
        var earlier = query.before();
        var before = facts.byActivity(then, earlier.from(), earlier.to());
        return facts.byActivity(now, query.from(), query.to()).values().stream()
                .sorted(
                        Comparator.comparing(ActivityFacts::scheduled)
                                .reversed()
                                .thenComparing(ActivityFacts::activity))
                .map(activity ->
                        new ReportLine(
                                null,
                                null,
                                null,
                                null,
                                activity.activity(),
                                totals(activity),
                                Optional.ofNullable(before.get(activity.activity()))
                                        .map(AdherenceReports::totals)
                                        .orElse(Totals.NONE),
                                null))
                .toList();
    }

    /// What was worked belongs to no activity, and what was changed afterwards to whole days.
    private static Totals totals(ActivityFacts activity) {
        var whole = activity.whole();
        return new Totals(
                new Figures(
                        activity.scheduled(),
                        Duration.ZERO,
                        Duration.ZERO,
                        activity.scheduled().compareTo(whole) > 0
                                ? activity.scheduled().minus(whole)
                                : Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        new Tally(whole.minus(activity.rawOut()), activity.rawOut()),
                        new Tally(whole.minus(activity.toleratedOut()), activity.toleratedOut()),
                        new Tally(whole.minus(activity.scoreOut()), activity.scoreOut()),
                        0,
                        Afterwards.NOTHING),
                activity.edges(),
                0,
                0,
                0,
                Duration.ZERO);
    }

    private @Nullable BigDecimal target(List<UnitId> units, LocalDate date) {
        var targets = new HashSet<BigDecimal>();
        for (var unit : units) {
            targets.add(judged.targetOn(unit, date).stripTrailingZeros());
        }
        return targets.size() == 1 ? targets.iterator().next() : null;
    }
}
