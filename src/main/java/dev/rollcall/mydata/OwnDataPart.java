package dev.rollcall.mydata;

import dev.rollcall.people.AgentId;
import dev.rollcall.security.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One kind of thing that is kept about people, as a table.
public interface OwnDataPart {

    /// Whose data it is.
    record Owner(AgentId agent, String externalId, UserId user) {}

    /// What its file is called: small letters and hyphens, unique, for example `time-off`.
    String name();

    /// Hands over everything that is kept of one person, line by line, the columns in the same
    /// order in each. Values are texts, numbers, truths or null; instants are texts in UTC, dates
    /// as ISO 8601 writes them. Inside a transaction that only reads.
    void read(Owner owner, Consumer<Map<String, @Nullable Object>> taker);

    /// A part that is a query over tables of the module that offers it. It may name `:agent` and
    /// `:user`; its columns are called as they are to be called in the file.
    static OwnDataPart of(String name, JdbcClient database, String sql) {
        return new Query(name, database, sql);
    }

    /// A query.
    record Query(String name, JdbcClient database, String sql) implements OwnDataPart {

        private static final int AT_ONCE = 1_000;

        @Override
        public void read(Owner owner, Consumer<Map<String, @Nullable Object>> taker) {
            database.sql(sql)
                    .param("agent", owner.agent().value())
                    .param("user", owner.user().value())
                    .withFetchSize(AT_ONCE)
                    .query(row -> {
                        taker.accept(line(row));
                    });
        }

        private static Map<String, @Nullable Object> line(ResultSet row) throws SQLException {
            var columns = row.getMetaData();
            var line = new LinkedHashMap<String, @Nullable Object>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                line.put(columns.getColumnLabel(i), value(row, i, columns.getColumnType(i)));
            }
            return line;
        }

        private static @Nullable Object value(ResultSet row, int column, int type)
                throws SQLException {
            switch (type) {
                case Types.TIMESTAMP -> {
                    var at = row.getObject(column, LocalDateTime.class);
                    return at == null ? null : at.toInstant(ZoneOffset.UTC).toString();
                }
                case Types.DATE -> {
                    var date = row.getObject(column, LocalDate.class);
                    return date == null ? null : date.toString();
                }
                case Types.TIME -> {
                    var time = row.getObject(column, LocalTime.class);
                    return time == null ? null : time.toString();
                }
                default -> {
                    return row.getObject(column);
                }
            }
        }
    }
}
