package dev.rollcall.development;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Check-ins and what they came to in the database. What people said themselves has no time, and
/// the sums have no people.
@Repository
class CheckInTable {

    private final JdbcClient database;

    CheckInTable(JdbcClient database) {
        this.database = database;
    }

    void save(AgentId agent, CheckIn said) {
        database.sql(
                        """
                        insert into development_checkin (agent_id, week, mood, pace, support, word)
                        values (:agent, :week, :mood, :pace, :support, :word)
                        on duplicate key update mood = :mood, pace = :pace, support = :support, word = :word
                        """)
                .param("agent", agent.value())
                .param("week", said.week())
                .param("mood", said.mood())
                .param("pace", said.pace())
                .param("support", said.support())
                .param("word", said.word())
                .update();
    }

    boolean drop(AgentId agent, LocalDate week) {
        return database.sql("delete from development_checkin where agent_id = ? and week = ?")
                        .params(agent.value(), week)
                        .update()
                == 1;
    }

    /// Somebody's own, the latest first.
    List<CheckIn> of(AgentId agent, int limit) {
        return database.sql(
                        "select * from development_checkin where agent_id = ? order by week desc limit ?")
                .params(agent.value(), limit)
                .query((row, _) -> checkIn(row))
                .list();
    }

    /// Everybody's of a week, to be counted and for nothing else.
    Map<AgentId, CheckIn> of(LocalDate week) {
        var found = new HashMap<AgentId, CheckIn>();
        database.sql("select * from development_checkin where week = ?")
                .param(week)
                .query(row -> {
                    found.put(new AgentId(row.getLong("agent_id")), checkIn(row));
                });
        return found;
    }

    private static CheckIn checkIn(ResultSet row) throws SQLException {
        return new CheckIn(
                week(row),
                row.getInt("mood"),
                row.getInt("pace"),
                row.getInt("support"),
                row.getString("word"));
    }

    private static LocalDate week(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("week", LocalDate.class));
    }

    int dropBefore(LocalDate week) {
        database.sql("delete from development_wellbeing_week where week < ?").param(week).update();
        return database.sql("delete from development_checkin where week < ?").param(week).update();
    }

    // ------------------------------------------------------------------ sums

    Set<LocalDate> counted() {
        return new HashSet<>(
                database.sql("select week from development_wellbeing_week")
                        .query((row, _) -> week(row))
                        .list());
    }

    /// @return whether nobody has counted it
    boolean begin(LocalDate week, Instant now) {
        return database.sql(
                                "insert ignore into development_wellbeing_week (week, counted_at) values (?, ?)")
                        .params(week, PlanTable.utc(now))
                        .update()
                == 1;
    }

    void keep(LocalDate week, WellbeingSum sum) {
        database.sql(
                        """
                        insert into development_wellbeing_sum (week, unit_id, people, mood, pace, support)
                        values (:week, :unit, :people, :mood, :pace, :support)
                        """)
                .param("week", week)
                .param("unit", sum.unit().value())
                .param("people", sum.people())
                .param("mood", sum.mood())
                .param("pace", sum.pace())
                .param("support", sum.support())
                .update();
    }

    /// The sums of some units, the latest week first.
    List<WellbeingSum> sums(Collection<UnitId> units, LocalDate since) {
        return units.isEmpty()
                ? List.of()
                : database.sql(
                                """
                                select * from development_wellbeing_sum
                                where unit_id in (:units) and week >= :since order by week desc, unit_id
                                """)
                        .param("units", units.stream().map(UnitId::value).toList())
                        .param("since", since)
                        .query((row, _) ->
                                new WellbeingSum(
                                        week(row),
                                        new UnitId(row.getLong("unit_id")),
                                        row.getInt("people"),
                                        row.getBigDecimal("mood"),
                                        row.getBigDecimal("pace"),
                                        row.getBigDecimal("support")))
                        .list();
    }
}
