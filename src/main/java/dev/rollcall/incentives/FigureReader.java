package dev.rollcall.incentives;

import dev.rollcall.attendance.Attendance;
import dev.rollcall.attendance.AttendanceQuery;
import dev.rollcall.kpi.DayTally;
import dev.rollcall.kpi.KpiSums;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.quality.QualityScores;
import dev.rollcall.reports.AdherenceReports;
import dev.rollcall.reports.ReportQuery;
import dev.rollcall.security.Access;
import dev.rollcall.shared.Percent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what people came to from those who measure it, as the house itself: whoever hands anything
/// of it out has to know to whom.
@Component
class FigureReader {

    private static final int DECIMALS = 8;
    private static final String JOB = "incentives";

    private final AdherenceReports adherence;
    private final Attendance attendance;
    private final QualityScores quality;
    private final KpiSums kpi;
    private final Directory directory;
    private final Access access;

    FigureReader(
            AdherenceReports adherence,
            Attendance attendance,
            QualityScores quality,
            KpiSums kpi,
            Directory directory,
            Access access) {
        this.adherence = adherence;
        this.attendance = attendance;
        this.quality = quality;
        this.kpi = kpi;
        this.directory = directory;
        this.access = access;
    }

    /// @param waiting whether days are still being added up, so that figures may yet move
    record Read(Map<AgentId, PersonFigures> people, boolean waiting) {}

    /// Who takes part by the rules, by name.
    List<Agent> takingPart(Rules rules) {
        Set<UnitId> units = new HashSet<>();
        rules.units()
                .forEach(code ->
                        directory
                                .unit(code)
                                .ifPresent(unit ->
                                        units.addAll(directory.withDescendants(unit.id()))));
        return directory.everybody().stream()
                .filter(agent -> rules.units().isEmpty() || units.contains(agent.unit()))
                .filter(agent ->
                        rules.groups().isEmpty()
                                || agent.groups().stream()
                                        .flatMap(id -> directory.group(id).stream())
                                        .anyMatch(group -> rules.groups().contains(group.code())))
                .toList();
    }

    /// What some people came to in a period, as far as the rules look at it.
    Read read(Rules rules, List<Agent> people, Period period) {
        return access.asSystem(JOB, () -> readAll(rules, people, period));
    }

    private Read readAll(Rules rules, List<Agent> people, Period period) {
        var wanted = EnumSet.copyOf(rules.measures().toList());
        var single = people.size() == 1 ? people.getFirst().id() : null;
        var shares = new HashMap<AgentId, Map<Measure, BigDecimal>>();
        boolean waiting = wanted.contains(Measure.ADHERENCE) && adherence(shares, period, single);
        if (wanted.contains(Measure.QUALITY)) {
            quality.means(people, period.from(), period.to())
                    .forEach((agent, mean) -> put(shares, agent, Measure.QUALITY, mean));
        }
        var days = new HashMap<AgentId, Integer>();
        if (wanted.contains(Measure.ATTENDANCE) || rules.leastDays() > 0) {
            attendance(shares, days, period, single);
        }
        var tallies =
                wanted.stream().anyMatch(Measure::isPrivate)
                        ? kpi.of(
                                people.stream().map(Agent::id).toList(), period.from(), period.to())
                        : Map.<AgentId, List<DayTally>>of();
        var all = new LinkedHashMap<AgentId, PersonFigures>();
        for (var agent : people) {
            var id = agent.id();
            all.put(
                    id,
                    figures(
                            days.getOrDefault(id, 0),
                            shares.getOrDefault(id, Map.of()),
                            tallies.getOrDefault(id, List.of())));
        }
        return new Read(all, waiting);
    }

    private boolean adherence(
            Map<AgentId, Map<Measure, BigDecimal>> shares,
            Period period,
            @Nullable AgentId single) {
        var report =
                adherence.report(
                        new ReportQuery(
                                period.from(),
                                period.to(),
                                null,
                                null,
                                single,
                                "",
                                ReportQuery.By.AGENT),
                        Scope.everyone());
        for (var line : report.lines()) {
            var agent = line.agent();
            if (agent != null) {
                line.totals()
                        .figures()
                        .score()
                        .percent()
                        .ifPresent(
                                score -> put(shares, agent.id(), Measure.ADHERENCE, cutOff(score)));
            }
        }
        return report.waiting() > 0;
    }

    private void attendance(
            Map<AgentId, Map<Measure, BigDecimal>> shares,
            Map<AgentId, Integer> days,
            Period period,
            @Nullable AgentId single) {
        var report =
                attendance.report(
                        new AttendanceQuery(
                                period.from(),
                                period.to(),
                                null,
                                null,
                                single,
                                "",
                                AttendanceQuery.GroupBy.AGENT),
                        Scope.everyone());
        for (var line : report.lines()) {
            var agent = line.agent();
            if (agent == null) {
                continue;
            }
            int there = line.total().days();
            int due = there + line.total().absences();
            days.put(agent.id(), there);
            if (due > 0) {
                put(
                        shares,
                        agent.id(),
                        Measure.ATTENDANCE,
                        cutOff(new Percent(BigInteger.valueOf(there), BigInteger.valueOf(due))));
            }
        }
    }

    private static void put(
            Map<AgentId, Map<Measure, BigDecimal>> shares,
            AgentId agent,
            Measure measure,
            BigDecimal share) {
        shares.computeIfAbsent(agent, _ -> new EnumMap<>(Measure.class)).put(measure, share);
    }

    private static BigDecimal cutOff(Percent share) {
        return new BigDecimal(share.part())
                .multiply(BigDecimal.valueOf(100))
                .divide(new BigDecimal(share.whole()), DECIMALS, RoundingMode.DOWN);
    }

    private static PersonFigures figures(
            int days, Map<Measure, BigDecimal> shares, Collection<DayTally> tallies) {
        long services = 0;
        long calls = 0;
        var payments = new HashMap<String, BigDecimal>();
        var sales = new HashMap<String, BigDecimal>();
        for (var day : tallies) {
            switch (day.kind()) {
                case SERVICE -> services += day.tally().facts();
                case CALL -> calls += day.tally().facts();
                case PAYMENT -> add(payments, day);
                case SALE -> add(sales, day);
                case COMPLAINT -> {
                    // Nobody is paid for how many there are.
                }
            }
        }
        return new PersonFigures(days, shares, services, calls, payments, sales);
    }

    private static void add(Map<String, BigDecimal> sums, DayTally day) {
        Currency currency = day.currency();
        if (currency != null) {
            sums.merge(currency.getCurrencyCode(), day.tally().amount(), BigDecimal::add);
        }
    }

    /// What a scheme makes of a period: each person's reason after the cap, in the order of people.
    Reckoned reckon(Rules rules, Period period) {
        var people = takingPart(rules);
        var read = read(rules, people, period);
        return new Reckoned(Reckoned.of(rules, read.people()), read.waiting());
    }

    /// @param reasons of everybody who takes part
    /// @param waiting whether figures may yet move
    record Reckoned(Map<AgentId, Reason> reasons, boolean waiting) {

        /// What rules make of people's figures, cap included. Pure.
        static Map<AgentId, Reason> of(Rules rules, Map<AgentId, PersonFigures> figures) {
            var reasons = new LinkedHashMap<AgentId, Reason>();
            figures.forEach((agent, each) -> reasons.put(agent, Earning.of(rules, each)));
            var cap = rules.cap();
            if (cap == null) {
                return reasons;
            }
            var earned =
                    reasons.entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey,
                                            each -> each.getValue().earned(),
                                            (one, _) -> one,
                                            LinkedHashMap::new));
            Cut.within(cap, earned)
                    .forEach((agent, points) ->
                            reasons.computeIfPresent(agent, (_, reason) -> reason.given(points)));
            return reasons;
        }
    }
}
