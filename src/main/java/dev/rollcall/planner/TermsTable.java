package dev.rollcall.planner;

import dev.rollcall.people.AgentId;
import dev.rollcall.planner.Terms.Available;
import dev.rollcall.planner.Terms.Contract;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What plans are held against, as the database keeps it.
@Repository
class TermsTable {

    private static final int AGENTS_A_QUERY = 500;

    private final JdbcClient database;

    TermsTable(JdbcClient database) {
        this.database = database;
    }

    /// What is agreed with some people, as it holds on a date; everybody has an entry.
    Map<AgentId, Terms> of(Collection<AgentId> agents, LocalDate date) {
        var contracts = new HashMap<AgentId, Contract>();
        var hours = new HashMap<AgentId, List<Available>>();
        var asked = agents.stream().map(AgentId::value).distinct().toList();
        for (int first = 0; first < asked.size(); first += AGENTS_A_QUERY) {
            var some = asked.subList(first, Math.min(asked.size(), first + AGENTS_A_QUERY));
            database.sql(
                            """
                            select agent_id, effective_from, weekly_minutes, days_a_week,
                                rest_minutes, version
                            from contract c
                            where agent_id in (:agents)
                                and effective_from = (select max(effective_from) from contract o
                                    where o.agent_id = c.agent_id and o.effective_from <= :date)
                            """)
                    .param("agents", some)
                    .param("date", date)
                    .query(row -> {
                        contracts.put(
                                new AgentId(row.getLong(1)),
                                new Contract(
                                        row.getObject(2, LocalDate.class),
                                        Duration.ofMinutes(row.getInt(3)),
                                        row.getInt(4),
                                        Duration.ofMinutes(row.getInt(5)),
                                        row.getLong(6)));
                    });
            database.sql(
                            """
                            select agent_id, weekday, starts_at, ends_at from availability
                            where agent_id in (:agents) order by agent_id, weekday, starts_at
                            """)
                    .param("agents", some)
                    .query(row -> {
                        hours.computeIfAbsent(new AgentId(row.getLong(1)), _ -> new ArrayList<>())
                                .add(
                                        new Available(
                                                DayOfWeek.of(row.getInt(2)),
                                                row.getObject(3, LocalTime.class),
                                                row.getObject(4, LocalTime.class)));
                    });
        }
        var terms = new HashMap<AgentId, Terms>();
        for (var agent : agents) {
            terms.put(agent, new Terms(contracts.get(agent), hours.getOrDefault(agent, List.of())));
        }
        return terms;
    }

    /// @return false when somebody else was first
    boolean write(AgentId agent, Contract contract) {
        return contract.version() == 1
                ? database.sql(
                                        """
                                        insert ignore into contract (agent_id, effective_from,
                                            weekly_minutes, days_a_week, rest_minutes)
                                        values (?, ?, ?, ?, ?)
                                        """)
                                .param(agent.value())
                                .param(contract.from())
                                .param(contract.weekly().toMinutes())
                                .param(contract.daysAWeek())
                                .param(contract.rest().toMinutes())
                                .update()
                        == 1
                : database.sql(
                                        """
                                        update contract
                                        set weekly_minutes = ?, days_a_week = ?, rest_minutes = ?,
                                            version = version + 1
                                        where agent_id = ? and effective_from = ? and version = ?
                                        """)
                                .param(contract.weekly().toMinutes())
                                .param(contract.daysAWeek())
                                .param(contract.rest().toMinutes())
                                .param(agent.value())
                                .param(contract.from())
                                .param(contract.version() - 1)
                                .update()
                        == 1;
    }

    void replaceAvailability(AgentId agent, List<Available> hours) {
        database.sql("delete from availability where agent_id = ?").param(agent.value()).update();
        for (var each : hours) {
            database.sql(
                            """
                            insert into availability (agent_id, weekday, starts_at, ends_at)
                            values (?, ?, ?, ?)
                            """)
                    .param(agent.value())
                    .param(each.weekday().getValue())
                    .param(each.start())
                    .param(each.end())
                    .update();
        }
    }
}
