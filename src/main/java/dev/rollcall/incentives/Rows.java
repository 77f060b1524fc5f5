package dev.rollcall.incentives;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.rollcall.audit.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What reading and writing rows has in common.
final class Rows {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    // What a record is asked is no part of it.
                    .changeDefaultVisibility(
                            checker -> checker.withIsGetterVisibility(Visibility.NONE))
                    .build();

    private Rows() {}

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
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

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }
}
