package dev.rollcall.reports;

import dev.rollcall.adherence.JudgedDays;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// One person's patterns and trend: for themselves and for whoever looks after them.
@Service
public class PersonReports {

    public static final int WEEKS = 13;

    /// How far back signs of strain are looked for.
    public static final int STRAIN_DAYS = 28;

    private final Reported people;
    private final Facts facts;
    private final JudgedDays judged;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    PersonReports(
            Reported people,
            Facts facts,
            JudgedDays judged,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.people = people;
        this.facts = facts;
        this.judged = judged;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// The thirteen weeks up to yesterday. A look at somebody's detail, and written down as one
    /// unless it is their own.
    ///
    /// @return empty when the person is not in scope
    @Requires({Permission.ADHERENCE_VIEW, Permission.ADHERENCE_OWN})
    @Transactional
    public Optional<PersonReport> person(AgentId id, Scope scope) {
        return people.one(id, scope)
                .map(agent -> {
                    var viewer = access.viewer();
                    if (!viewer.agent().equals(Optional.of(id))) {
                        audit.looked(viewer.actor(), agent.externalId(), "adherence patterns");
                    }
                    return read(agent, yesterday(agent));
                });
    }

    private LocalDate yesterday(Agent agent) {
        return LocalDate.ofInstant(clock.instant(), agent.zone()).minusDays(1);
    }

    /// For whoever has found out already that the caller may see them.
    ///
    /// @param to the last day
    PersonReport read(Agent agent, LocalDate to) {
        var from = AdherenceReports.monday(to).minusWeeks(WEEKS - 1L);
        var days = facts.days(List.of(agent), from, to);
        var weeks = new TreeMap<LocalDate, Totals>();
        for (int week = 0; week < WEEKS; week++) {
            weeks.put(from.plusWeeks(week), Totals.NONE);
        }
        for (var day : days) {
            weeks.merge(AdherenceReports.monday(day.date()), day.totals(), Totals::plus);
        }
        var strainFrom = to.minusDays(STRAIN_DAYS - 1L);
        return new PersonReport(
                agent,
                from,
                to,
                clock.instant(),
                weeks.values().stream().reduce(Totals.NONE, Totals::plus),
                weeks,
                Recurrence.in(days),
                Strain.in(days.stream().filter(day -> !day.date().isBefore(strainFrom)).toList()),
                strainFrom,
                judged.targetOn(agent.unit(), to));
    }
}
