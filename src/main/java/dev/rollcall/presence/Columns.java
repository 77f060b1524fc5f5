package dev.rollcall.presence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// How values stand in columns: instants as `datetime(6)` in UTC, whatever zone this machine is in.
final class Columns {

    private Columns() {}

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable Integer intOrNull(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    /// Fills the places of a statement from left to right.
    static final class Places {

        private final PreparedStatement statement;
        private int place;

        Places(PreparedStatement statement) {
            this(statement, 0);
        }

        /// @param filled how many places are filled already
        Places(PreparedStatement statement, int filled) {
            this.statement = statement;
            this.place = filled;
        }

        Places text(@Nullable String value) throws SQLException {
            statement.setString(++place, value);
            return this;
        }

        Places time(@Nullable Instant value) throws SQLException {
            if (value == null) {
                statement.setNull(++place, Types.TIMESTAMP);
            } else {
                statement.setObject(++place, utc(value));
            }
            return this;
        }

        Places number(@Nullable Long value) throws SQLException {
            if (value == null) {
                statement.setNull(++place, Types.BIGINT);
            } else {
                statement.setLong(++place, value);
            }
            return this;
        }

        Places number(@Nullable Integer value) throws SQLException {
            if (value == null) {
                statement.setNull(++place, Types.INTEGER);
            } else {
                statement.setInt(++place, value);
            }
            return this;
        }

        Places flag(boolean value) throws SQLException {
            statement.setBoolean(++place, value);
            return this;
        }
    }
}
