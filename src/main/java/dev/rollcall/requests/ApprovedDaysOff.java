package dev.rollcall.requests;

import dev.rollcall.people.AgentId;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.DaysOff;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tells planners which days belong to time off that was approved, from its first date to its last.
@Repository
class ApprovedDaysOff implements DaysOff {

    private static final int AGENTS_A_QUERY = 500;

    private final JdbcClient database;

    ApprovedDaysOff(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<DayKey> of(Collection<AgentId> people, LocalDate from, LocalDate to) {
        var days = new HashSet<DayKey>();
        var asked = people.stream().map(AgentId::value).distinct().toList();
        for (int first = 0; first < asked.size(); first += AGENTS_A_QUERY) {
            database.sql(
                            """
                            select agent_id, from_date, to_date from time_off
                            where agent_id in (:agents) and to_date >= :from and from_date <= :to
                                and state = 'APPROVED' and starts_at is null
                            """)
                    .param(
                            "agents",
                            asked.subList(first, Math.min(asked.size(), first + AGENTS_A_QUERY)))
                    .param("from", from)
                    .param("to", to)
                    .query(row -> {
                        var agent = new AgentId(row.getLong(1));
                        row.getObject(2, LocalDate.class)
                                .datesUntil(row.getObject(3, LocalDate.class).plusDays(1))
                                .filter(date -> !date.isBefore(from) && !date.isAfter(to))
                                .forEach(date -> days.add(new DayKey(agent, date)));
                    });
        }
        return days;
    }
}
