package dev.rollcall.requests;

import dev.rollcall.people.AgentId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Kinds of time off and what people may take of them, in the database.
@Repository
class AllowanceTable {

    private final JdbcClient database;

    AllowanceTable(JdbcClient database) {
        this.database = database;
    }

    // ------------------------------------------------------------------ kinds of time off

    List<AbsenceType> types() {
        return database.sql("select * from absence_type order by name, code")
                .query((row, _) ->
                        new AbsenceType(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("activity"),
                                Measure.valueOf(row.getString("measure")),
                                AbsenceType.Limit.valueOf(row.getString("limited")),
                                row.getBoolean("offered"),
                                row.getLong("version")))
                .list();
    }

    /// @return false when somebody else was first
    boolean write(AbsenceType type) {
        return type.version() == 1
                ? database.sql(
                                        """
                                        insert ignore into absence_type
                                            (code, name, activity, measure, limited, offered)
                                        values (?, ?, ?, ?, ?, ?)
                                        """)
                                .param(type.code())
                                .param(type.name())
                                .param(type.activity())
                                .param(type.measure().name())
                                .param(type.limit().name())
                                .param(type.offered())
                                .update()
                        == 1
                : database.sql(
                                        """
                                        update absence_type
                                        set name = ?, activity = ?, limited = ?, offered = ?,
                                            version = version + 1
                                        where code = ? and version = ?
                                        """)
                                .param(type.name())
                                .param(type.activity())
                                .param(type.limit().name())
                                .param(type.offered())
                                .param(type.code())
                                .param(type.version() - 1)
                                .update()
                        == 1;
    }

    // ------------------------------------------------------------------ allowances

    /// What somebody may take; one that was never set holds nothing.
    Allowance of(AgentId agent, String type, int year) {
        return of(List.of(agent), year)
                .getOrDefault(agent, Map.of())
                .getOrDefault(
                        type,
                        new Allowance(agent, type, year, BigDecimal.ZERO, BigDecimal.ZERO, 0));
    }

    /// Those that were set, by the code of the type.
    Map<AgentId, Map<String, Allowance>> of(Collection<AgentId> agents, int year) {
        var found = new HashMap<AgentId, Map<String, Allowance>>();
        if (agents.isEmpty()) {
            return found;
        }
        database.sql("select * from allowance where agent_id in (:agents) and year = :year")
                .param("agents", agents.stream().map(AgentId::value).toList())
                .param("year", year)
                .query(row -> {
                    var agent = new AgentId(row.getLong("agent_id"));
                    var type = row.getString("type");
                    found.computeIfAbsent(agent, _ -> new HashMap<>())
                            .put(
                                    type,
                                    new Allowance(
                                            agent,
                                            type,
                                            year,
                                            row.getBigDecimal("granted"),
                                            row.getBigDecimal("carried"),
                                            row.getLong("version")));
                });
        return found;
    }

    /// @return false when somebody else was first
    boolean write(Allowance allowance) {
        return allowance.version() == 1
                ? database.sql(
                                        """
                                        insert ignore into allowance
                                            (agent_id, type, year, granted, carried)
                                        values (?, ?, ?, ?, ?)
                                        """)
                                .param(allowance.agent().value())
                                .param(allowance.type())
                                .param(allowance.year())
                                .param(allowance.granted())
                                .param(allowance.carried())
                                .update()
                        == 1
                : database.sql(
                                        """
                                        update allowance
                                        set granted = ?, carried = ?, version = version + 1
                                        where agent_id = ? and type = ? and year = ? and version = ?
                                        """)
                                .param(allowance.granted())
                                .param(allowance.carried())
                                .param(allowance.agent().value())
                                .param(allowance.type())
                                .param(allowance.year())
                                .param(allowance.version() - 1)
                                .update()
                        == 1;
    }
}
