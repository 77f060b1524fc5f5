package dev.rollcall.planner;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.planner.RotationPlan.Assigned;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/// The rotations and who works by them, as the database keeps them.
@Repository
class RotationTable {

    private static final int AGENTS_A_QUERY = 500;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    RotationTable(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /// By name.
    List<Rotation> all() {
        var days = new HashMap<Long, Map<Integer, Map<DayOfWeek, TemplateId>>>();
        database.sql("select rotation, week, weekday, template from rotation_day")
                .query(row -> {
                    days.computeIfAbsent(row.getLong(1), _ -> new HashMap<>())
                            .computeIfAbsent(row.getInt(2), _ -> new EnumMap<>(DayOfWeek.class))
                            .put(DayOfWeek.of(row.getInt(3)), new TemplateId(row.getLong(4)));
                });
        return database.sql("select id, name, unit_id, weeks, version from rotation order by name")
                .query((row, _) -> {
                    long id = row.getLong(1);
                    long unit = row.getLong(3);
                    var owner = row.wasNull() ? null : new UnitId(unit);
                    var ofRotation = days.getOrDefault(id, Map.of());
                    var weeks = new ArrayList<Map<DayOfWeek, TemplateId>>();
                    for (int week = 0; week < row.getInt(4); week++) {
                        weeks.add(ofRotation.getOrDefault(week, Map.of()));
                    }
                    return new Rotation(
                            new RotationId(id), row.getString(2), owner, weeks, row.getLong(5));
                })
                .list();
    }

    Optional<Rotation> find(RotationId id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    RotationId insert(RotationDraft draft) {
        var key = new GeneratedKeyHolder();
        database.sql("insert into rotation (name, unit_id, weeks) values (?, ?, ?)")
                .param(draft.name().strip())
                .param(value(draft.unit()))
                .param(draft.weeks().size())
                .update(key, "id");
        var id = new RotationId(Objects.requireNonNull(key.getKey()).longValue());
        fill(id, draft);
        return id;
    }

    /// @return false when somebody else was first
    boolean update(RotationId id, RotationDraft draft, long expectedVersion) {
        boolean changed =
                database.sql(
                                        """
                                        update rotation
                                        set name = ?, unit_id = ?, weeks = ?, version = version + 1
                                        where id = ? and version = ?
                                        """)
                                .param(draft.name().strip())
                                .param(value(draft.unit()))
                                .param(draft.weeks().size())
                                .param(id.value())
                                .param(expectedVersion)
                                .update()
                        == 1;
        if (changed) {
            database.sql("delete from rotation_day where rotation = ?").param(id.value()).update();
            fill(id, draft);
        }
        return changed;
    }

    private void fill(RotationId id, RotationDraft draft) {
        record Day(int week, DayOfWeek weekday, TemplateId template) {}
        var days = new ArrayList<Day>();
        for (int week = 0; week < draft.weeks().size(); week++) {
            int which = week;
            draft.weeks()
                    .get(week)
                    .forEach((weekday, template) -> days.add(new Day(which, weekday, template)));
        }
        batches.batchUpdate(
                "insert into rotation_day (rotation, week, weekday, template) values (?, ?, ?, ?)",
                days,
                200,
                (row, day) -> {
                    row.setLong(1, id.value());
                    row.setInt(2, day.week());
                    row.setInt(3, day.weekday().getValue());
                    row.setLong(4, day.template().value());
                });
    }

    void remove(RotationId id) {
        database.sql("delete from rotation where id = ?").param(id.value()).update();
    }

    boolean isUsed(TemplateId template) {
        return database.sql("select exists (select 1 from rotation_day where template = ?)")
                .param(template.value())
                .query(Boolean.class)
                .single();
    }

    boolean isUsed(RotationId rotation) {
        return database.sql("select exists (select 1 from rotation_assigned where rotation = ?)")
                .param(rotation.value())
                .query(Boolean.class)
                .single();
    }

    // ------------------------------------------------------------------ who works by them

    /// What each of some people works by, in order of date.
    Map<AgentId, List<Assigned>> assigned(Collection<AgentId> people) {
        var found = new HashMap<AgentId, List<Assigned>>();
        var asked = people.stream().map(AgentId::value).distinct().toList();
        for (int first = 0; first < asked.size(); first += AGENTS_A_QUERY) {
            database.sql(
                            """
                            select agent_id, starts_on, rotation from rotation_assigned
                            where agent_id in (:agents) order by agent_id, starts_on
                            """)
                    .param(
                            "agents",
                            asked.subList(first, Math.min(asked.size(), first + AGENTS_A_QUERY)))
                    .query(row -> {
                        var from = row.getObject(2, LocalDate.class);
                        long rotation = row.getLong(3);
                        var which = row.wasNull() ? null : new RotationId(rotation);
                        found.computeIfAbsent(new AgentId(row.getLong(1)), _ -> new ArrayList<>())
                                .add(new Assigned(from, which));
                    });
        }
        return found;
    }

    /// What was to begin later is forgotten.
    void assign(Collection<AgentId> people, LocalDate from, @Nullable RotationId rotation) {
        batches.batchUpdate(
                "delete from rotation_assigned where agent_id = ? and starts_on >= ?",
                people,
                200,
                (row, person) -> {
                    row.setLong(1, person.value());
                    row.setObject(2, from);
                });
        batches.batchUpdate(
                "insert into rotation_assigned (agent_id, starts_on, rotation) values (?, ?, ?)",
                people,
                200,
                (row, person) -> {
                    row.setLong(1, person.value());
                    row.setObject(2, from);
                    row.setObject(3, rotation == null ? null : rotation.value());
                });
    }

    private static @Nullable Long value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }
}
