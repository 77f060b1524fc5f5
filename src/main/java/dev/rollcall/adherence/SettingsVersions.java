package dev.rollcall.adherence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The stored settings: added to, never changed.
@Repository
class SettingsVersions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    SettingsVersions(JdbcClient database) {
        this.database = database;
    }

    List<SettingsVersion> all() {
        return database.sql(
                        "SELECT id, unit_id, effective_from, document, changed_at,"
                                + " actor_name, reason FROM adherence_settings ORDER BY id")
                .query((row, _) -> {
                    var unit = row.getObject("unit_id", Long.class);
                    return new SettingsVersion(
                            row.getLong("id"),
                            unit == null ? null : new UnitId(unit),
                            row.getObject("effective_from", LocalDate.class),
                            JSON.readValue(row.getString("document"), SettingsForm.class),
                            row.getObject("changed_at", LocalDateTime.class)
                                    .toInstant(ZoneOffset.UTC),
                            row.getString("actor_name"),
                            row.getString("reason"));
                })
                .list();
    }

    /// Waits until whoever writes settings at the moment is done; the next one waits until the
    /// current transaction ends.
    void takeTurn() {
        database.sql("SELECT id FROM adherence_settings_turn FOR UPDATE")
                .query(Integer.class)
                .single();
    }

    void add(
            @Nullable UnitId unit,
            LocalDate from,
            SettingsForm form,
            @Nullable String reason,
            Instant at,
            Actor by) {
        database.sql(
                        "INSERT INTO adherence_settings (unit_id, effective_from, document,"
                                + " changed_at, actor_kind, actor_id, actor_name, reason)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(unit == null ? null : unit.value())
                .param(from)
                .param(json(form))
                .param(LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .param(by.kind().name())
                .param(by.id())
                .param(by.name())
                .param(reason)
                .update();
    }

    static String json(SettingsForm form) {
        return JSON.writeValueAsString(form);
    }

    /// The same with what its writer said about it.
    static String json(SettingsForm form, @Nullable String reason) {
        if (reason == null) {
            return json(form);
        }
        ObjectNode written = JSON.valueToTree(form);
        return JSON.writeValueAsString(written.put("reason", reason));
    }
}
