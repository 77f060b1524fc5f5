package dev.rollcall.requests;

import dev.rollcall.people.AgentId;
import dev.rollcall.requests.Preference.Weight;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Wishes in the database.
@Repository
class PreferenceTable {

    private static final int AGENTS_A_QUERY = 500;

    private final JdbcClient database;

    PreferenceTable(JdbcClient database) {
        this.database = database;
    }

    /// The wishes of some people, by weekday; everybody has an entry.
    Map<AgentId, List<Preference>> of(Collection<AgentId> agents) {
        var wishes = new HashMap<AgentId, List<Preference>>();
        agents.forEach(agent -> wishes.put(agent, new ArrayList<>()));
        var asked = wishes.keySet().stream().map(AgentId::value).toList();
        for (int first = 0; first < asked.size(); first += AGENTS_A_QUERY) {
            database.sql(
                            """
                            select agent_id, weekday, time, weight from preference
                            where agent_id in (:agents) order by agent_id, weekday, time
                            """)
                    .param(
                            "agents",
                            asked.subList(first, Math.min(asked.size(), first + AGENTS_A_QUERY)))
                    .query(row -> {
                        wishes.computeIfAbsent(new AgentId(row.getLong(1)), _ -> new ArrayList<>())
                                .add(
                                        new Preference(
                                                DayOfWeek.of(row.getInt(2)),
                                                PreferredTime.valueOf(row.getString(3)),
                                                Weight.valueOf(row.getString(4))));
                    });
        }
        return wishes;
    }

    void replace(AgentId agent, Collection<Preference> wishes) {
        database.sql("delete from preference where agent_id = ?").param(agent.value()).update();
        for (var wish : wishes) {
            database.sql(
                            "insert into preference (agent_id, weekday, time, weight) values (?, ?,"
                                    + " ?, ?)")
                    .param(agent.value())
                    .param(wish.weekday().getValue())
                    .param(wish.time().name())
                    .param(wish.weight().name())
                    .update();
        }
    }
}
