package dev.rollcall.quality;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What reading and writing rows has in common.
final class Rows {

    private Rows() {}

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static @Nullable LocalDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    static Actor actor(ResultSet row, String who) throws SQLException {
        return new Actor(
                Actor.Kind.valueOf(row.getString(who + "_kind")),
                row.getString(who + "_id"),
                row.getString(who + "_name"));
    }

    /// A condition on whose rows may be read, and its values.
    ///
    /// @param column that has the agent
    static String within(
            Scope scope, Directory directory, String column, Map<String, Object> values) {
        if (scope.everybody()) {
            return " and true";
        }
        List<Long> agents =
                directory.agents(scope).stream().map(Agent::id).map(id -> id.value()).toList();
        if (agents.isEmpty()) {
            return " and false";
        }
        values.put("inScope", agents);
        return " and " + column + " in (:inScope)";
    }
}
