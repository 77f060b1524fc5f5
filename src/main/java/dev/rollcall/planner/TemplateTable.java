package dev.rollcall.planner;

import dev.rollcall.people.UnitId;
import dev.rollcall.planner.ShiftTemplate.Pause;
import dev.rollcall.planner.ShiftTemplate.Stretch;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/// The shift templates, as the database keeps them.
@Repository
class TemplateTable {

    private final JdbcClient database;

    TemplateTable(JdbcClient database) {
        this.database = database;
    }

    /// By when the shift begins, then by name.
    List<ShiftTemplate> all() {
        var stretches = new HashMap<Long, List<Stretch>>();
        database.sql(
                        """
                        select template, starts_at, ends_at from shift_template_stretch
                        order by template, position
                        """)
                .query(row -> {
                    stretches
                            .computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(
                                    new Stretch(
                                            row.getObject(2, LocalTime.class),
                                            row.getObject(3, LocalTime.class)));
                });
        var pauses = new HashMap<Long, List<Pause>>();
        database.sql(
                        """
                        select template, activity, minutes, earliest_minutes, latest_minutes
                        from shift_template_pause order by template, position
                        """)
                .query(row -> {
                    pauses.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(
                                    new Pause(
                                            row.getString(2),
                                            Duration.ofMinutes(row.getInt(3)),
                                            Duration.ofMinutes(row.getInt(4)),
                                            Duration.ofMinutes(row.getInt(5))));
                });
        return database
                .sql("select id, name, unit_id, version from shift_template")
                .query((row, _) -> {
                    long id = row.getLong(1);
                    long unit = row.getLong(3);
                    var owner = row.wasNull() ? null : new UnitId(unit);
                    return new ShiftTemplate(
                            new TemplateId(id),
                            row.getString(2),
                            owner,
                            stretches.getOrDefault(id, List.of()),
                            pauses.getOrDefault(id, List.of()),
                            row.getLong(4));
                })
                .list()
                .stream()
                .sorted(
                        Comparator.comparing((ShiftTemplate template) ->
                                        template.stretches().getFirst().start())
                                .thenComparing(ShiftTemplate::name))
                .toList();
    }

    Optional<ShiftTemplate> find(TemplateId id) {
        return all().stream().filter(template -> template.id().equals(id)).findFirst();
    }

    TemplateId insert(TemplateDraft draft) {
        var keys = new GeneratedKeyHolder();
        database.sql("insert into shift_template (name, unit_id) values (?, ?)")
                .param(draft.name().strip())
                .param(value(draft.unit()))
                .update(keys);
        var key = keys.getKey();
        if (key == null) {
            throw new IllegalStateException("The database gave the template no number");
        }
        var id = new TemplateId(key.longValue());
        fill(id, draft);
        return id;
    }

    /// @return false when somebody else was first
    boolean update(TemplateId id, TemplateDraft draft, long expectedVersion) {
        boolean changed =
                database.sql(
                                        """
                                        update shift_template
                                        set name = ?, unit_id = ?, version = version + 1
                                        where id = ? and version = ?
                                        """)
                                .param(draft.name().strip())
                                .param(value(draft.unit()))
                                .param(id.value())
                                .param(expectedVersion)
                                .update()
                        == 1;
        if (changed) {
            database.sql("delete from shift_template_stretch where template = ?")
                    .param(id.value())
                    .update();
            database.sql("delete from shift_template_pause where template = ?")
                    .param(id.value())
                    .update();
            fill(id, draft);
        }
        return changed;
    }

    private void fill(TemplateId id, TemplateDraft draft) {
        for (int i = 0; i < draft.stretches().size(); i++) {
            var stretch = draft.stretches().get(i);
            database.sql(
                            """
                            insert into shift_template_stretch (template, position, starts_at, ends_at)
                            values (?, ?, ?, ?)
                            """)
                    .params(id.value(), i, stretch.start(), stretch.end())
                    .update();
        }
        for (int i = 0; i < draft.pauses().size(); i++) {
            var pause = draft.pauses().get(i);
            database.sql(
                            """
                            insert into shift_template_pause
                                (template, position, activity, minutes, earliest_minutes, latest_minutes)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id.value(),
                            i,
                            pause.activity(),
                            pause.length().toMinutes(),
                            pause.earliest().toMinutes(),
                            pause.latest().toMinutes())
                    .update();
        }
    }

    void remove(TemplateId id) {
        database.sql("delete from shift_template where id = ?").param(id.value()).update();
    }

    private static @Nullable Long value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }
}
