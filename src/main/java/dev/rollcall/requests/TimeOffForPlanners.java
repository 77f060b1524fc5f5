package dev.rollcall.requests;

import dev.rollcall.people.AgentId;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.TimeOffDays;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tells planners on which days somebody asked for time off or has it, from its first date to its
/// last; of what kind it is stays where it is decided.
@Repository
class TimeOffForPlanners implements TimeOffDays {

    private static final int AGENTS_A_QUERY = 500;

    private final JdbcClient database;

    TimeOffForPlanners(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<DayKey, List<Asked>> of(Collection<AgentId> people, LocalDate from, LocalDate to) {
        var days = new HashMap<DayKey, List<Asked>>();
        var asked = people.stream().map(AgentId::value).distinct().toList();
        for (int first = 0; first < asked.size(); first += AGENTS_A_QUERY) {
            database.sql(
                            """
                            select agent_id, from_date, to_date, state, starts_at, ends_at
                            from time_off
                            where agent_id in (:agents) and to_date >= :from and from_date <= :to
                                and state in ('ASKED', 'APPROVED')
                            order by id
                            """)
                    .param(
                            "agents",
                            asked.subList(first, Math.min(asked.size(), first + AGENTS_A_QUERY)))
                    .param("from", from)
                    .param("to", to)
                    .query(row -> {
                        var agent = new AgentId(row.getLong(1));
                        var each =
                                new Asked(
                                        row.getString(4).equals("APPROVED"),
                                        row.getObject(5, LocalTime.class),
                                        row.getObject(6, LocalTime.class));
                        row.getObject(2, LocalDate.class)
                                .datesUntil(row.getObject(3, LocalDate.class).plusDays(1))
                                .filter(date -> !date.isBefore(from) && !date.isAfter(to))
                                .forEach(date ->
                                        days.computeIfAbsent(
                                                        new DayKey(agent, date),
                                                        _ -> new ArrayList<>())
                                                .add(each));
                    });
        }
        return days;
    }
}
