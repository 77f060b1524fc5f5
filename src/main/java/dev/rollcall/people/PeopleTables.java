package dev.rollcall.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the module's tables for the [Directory], past any persistence context: what counts is what
/// the database holds.
@Component
class PeopleTables {

    /// Beyond this many rows one look at everything is cheaper than a list of numbers.
    private static final int MANY = 1_000;

    private final JdbcClient database;

    PeopleTables(JdbcClient database) {
        this.database = database;
    }

    Rows everything() {
        return new Rows(units(null), departments(null), groups(null), agents(null));
    }

    /// The rows a change has written, without those that are gone.
    Rows read(Touched touched) {
        return new Rows(
                units(numbers(touched.units().stream().map(UnitId::value).toList())),
                departments(
                        numbers(touched.departments().stream().map(DepartmentId::value).toList())),
                groups(numbers(touched.groups().stream().map(GroupId::value).toList())),
                agents(numbers(touched.agents().stream().map(AgentId::value).toList())));
    }

    private static @Nullable List<Long> numbers(List<Long> ids) {
        return ids.size() > MANY ? null : ids;
    }

    List<Unit> units(@Nullable Collection<Long> ids) {
        return select("select * from unit", "id", ids)
                .query((row, _) ->
                        new Unit(
                                new UnitId(row.getLong("id")),
                                row.getString("code"),
                                row.getString("name"),
                                ZoneId.of(row.getString("zone")),
                                unit(row, "parent_id"),
                                WorkingDays.read(row.getString("working_days")),
                                row.getLong("version")))
                .list();
    }

    private List<Department> departments(@Nullable Collection<Long> ids) {
        return select("select * from department", "id", ids)
                .query((row, _) ->
                        new Department(
                                new DepartmentId(row.getLong("id")),
                                row.getString("code"),
                                row.getString("name"),
                                new UnitId(row.getLong("unit_id")),
                                row.getLong("version")))
                .list();
    }

    List<Group> groups(@Nullable Collection<Long> ids) {
        return select("select * from agent_group", "id", ids)
                .query((row, _) ->
                        new Group(
                                new GroupId(row.getLong("id")),
                                row.getString("code"),
                                row.getString("name"),
                                new UnitId(row.getLong("unit_id")),
                                department(row),
                                Channel.valueOf(row.getString("channel")),
                                row.getLong("version")))
                .list();
    }

    private List<Rows.AgentFields> agents(@Nullable Collection<Long> ids) {
        var groups = numbersOf("select agent_id, group_id from agent_group_member", ids);
        var units = numbersOf("select agent_id, unit_id from agent_may_work_in", ids);
        return select("select * from agent", "id", ids)
                .query((row, _) ->
                        new Rows.AgentFields(
                                new AgentId(row.getLong("id")),
                                row.getString("external_id"),
                                row.getString("name"),
                                row.getString("email"),
                                new UnitId(row.getLong("unit_id")),
                                map(units.get(row.getLong("id")), UnitId::new),
                                map(groups.get(row.getLong("id")), GroupId::new),
                                row.getString("zone"),
                                row.getObject("tracked", Boolean.class),
                                row.getLong("version")))
                .list();
    }

    private Map<Long, Set<Long>> numbersOf(String query, @Nullable Collection<Long> agents) {
        Map<Long, Set<Long>> found = new HashMap<>();
        select(query, "agent_id", agents)
                .query(row -> {
                    found.computeIfAbsent(row.getLong(1), _ -> new HashSet<>()).add(row.getLong(2));
                });
        return found;
    }

    /// @param ids null: all rows
    private JdbcClient.StatementSpec select(
            String query, String key, @Nullable Collection<Long> ids) {
        if (ids == null) {
            return database.sql(query);
        }
        return ids.isEmpty()
                ? database.sql(query + " where false")
                : database.sql(query + " where " + key + " in (:ids)").param("ids", ids);
    }

    private static <T> Set<T> map(@Nullable Set<Long> numbers, LongFunction<T> id) {
        Set<T> ids = new HashSet<>();
        if (numbers != null) {
            numbers.forEach(number -> ids.add(id.apply(number)));
        }
        return ids;
    }

    private static @Nullable UnitId unit(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : new UnitId(number);
    }

    private static @Nullable DepartmentId department(ResultSet row) throws SQLException {
        long number = row.getLong("department_id");
        return row.wasNull() ? null : new DepartmentId(number);
    }
}
