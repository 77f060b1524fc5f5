package dev.rollcall.attendance;

import dev.rollcall.people.AgentId;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.shared.TimeSpan;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Days that are over, in the database.
@Component
class RecordTable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Long>> TIMES = new TypeReference<>() {};
    private static final int ROWS_A_BATCH = 500;

    /// What `datetime` can hold.
    private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    RecordTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /// A day that is over.
    ///
    /// @param basis what it was read by, besides timeline and plans
    /// @param until the last instant of the timeline it rests on
    record Row(AgentId agent, String basis, AttendanceDay day, Instant until) {}

    /// A stretch of somebody's time.
    record Stretch(AgentId agent, Instant from, Instant to) {}

    /// What is kept of some people's days.
    ///
    /// @param bases what a day has to be read by to count
    Map<AgentId, Map<LocalDate, AttendanceDay>> find(
            Map<AgentId, String> bases, LocalDate from, LocalDate to) {
        var found = new HashMap<AgentId, Map<LocalDate, AttendanceDay>>();
        if (bases.isEmpty()) {
            return found;
        }
        var reading = new Reading();
        named.query(
                """
                select agent_id, work_date, basis, period_start, period_end, shift_start, shift_end,
                    first_in, last_out, late, early, absent, missing_clock_out, spent, unknown_time,
                    breaks, break_time
                from attendance_day where agent_id in (:agents) and work_date between :from and :to
                """,
                Map.of(
                        "agents",
                        bases.keySet().stream().map(AgentId::value).toList(),
                        "from",
                        from,
                        "to",
                        to),
                row -> {
                    var agent = new AgentId(row.getLong(1));
                    if (row.getString(3).equals(bases.get(agent))) {
                        var day = reading.day(row);
                        found.computeIfAbsent(agent, _ -> new HashMap<>()).put(day.date(), day);
                    }
                });
        return found;
    }

    /// What the days of a date were read by, where there are any.
    Map<AgentId, String> bases(LocalDate date) {
        var bases = new HashMap<AgentId, String>();
        jdbc.query(
                "select agent_id, basis from attendance_day where work_date = ?",
                row -> {
                    bases.put(new AgentId(row.getLong(1)), row.getString(2));
                },
                date);
        return bases;
    }

    /// Lets nobody else add up or drop days of some people until the end of the transaction.
    void lock(Set<AgentId> agents) {
        jdbc.batchUpdate(
                "insert into attendance_person (agent_id) values (?)"
                        + " on duplicate key update agent_id = value(agent_id)",
                new TreeSet<>(agents),
                ROWS_A_BATCH,
                (statement, agent) -> statement.setLong(1, agent.value()));
    }

    void keep(List<Row> rows) {
        jdbc.batchUpdate(
                """
                replace into attendance_day (agent_id, work_date, basis, period_start, period_end,
                    shift_start, shift_end, first_in, last_out, late, early, absent,
                    missing_clock_out, spent, unknown_time, breaks, break_time, until_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows,
                ROWS_A_BATCH,
                RecordTable::write);
    }

    /// Drops the days that rest on a stretch of a timeline.
    void drop(Collection<Stretch> stretches) {
        jdbc.batchUpdate(
                "delete from attendance_day where agent_id = ? and until_at >= ? and period_start <= ?",
                stretches,
                ROWS_A_BATCH,
                (statement, stretch) -> {
                    statement.setLong(1, stretch.agent().value());
                    time(statement, 2, stretch.from());
                    time(statement, 3, stretch.to());
                });
    }

    /// Drops some days of a person, and their neighbours, whose borders they may have moved.
    void dropAround(AgentId agent, Collection<LocalDate> dates) {
        jdbc.batchUpdate(
                "delete from attendance_day where agent_id = ? and work_date between ? and ?",
                dates,
                ROWS_A_BATCH,
                (statement, date) -> {
                    statement.setLong(1, agent.value());
                    statement.setObject(2, date.minusDays(1));
                    statement.setObject(3, date.plusDays(1));
                });
    }

    private static void write(PreparedStatement statement, Row row) throws SQLException {
        var day = row.day();
        var shift = day.shift();
        var total = day.total();
        statement.setLong(1, row.agent().value());
        statement.setObject(2, day.date());
        statement.setString(3, row.basis());
        time(statement, 4, day.period().start());
        time(statement, 5, day.period().end());
        time(statement, 6, shift == null ? null : shift.start());
        time(statement, 7, shift == null ? null : shift.end());
        time(statement, 8, day.firstIn());
        time(statement, 9, day.lastOut());
        statement.setLong(10, micros(day.late()));
        statement.setLong(11, micros(day.early()));
        statement.setBoolean(12, day.absent());
        statement.setBoolean(13, day.missingClockOut());
        statement.setString(14, JSON.writeValueAsString(times(total.spent())));
        statement.setLong(15, micros(total.unknown()));
        statement.setInt(16, total.breaks());
        statement.setLong(17, micros(total.breakTime()));
        time(statement, 18, row.until());
    }

    private static Map<String, Long> times(Map<PresenceState, Duration> spent) {
        var times = new TreeMap<String, Long>();
        spent.forEach((state, time) -> times.put(state.toString(), micros(time)));
        return times;
    }

    private static void time(PreparedStatement statement, int place, @Nullable Instant instant)
            throws SQLException {
        if (instant == null) {
            statement.setNull(place, Types.TIMESTAMP);
        } else {
            var kept = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
            statement.setObject(place, LocalDateTime.ofInstant(kept, ZoneOffset.UTC));
        }
    }

    // Everything told and planned has microseconds at most, so nothing is lost.
    private static long micros(Duration duration) {
        return duration.getSeconds() * 1_000_000 + duration.getNano() / 1_000;
    }

    /// Reads many rows: the same few states come back all the time.
    private static final class Reading {

        private final Map<String, PresenceState> states = new HashMap<>();

        AttendanceDay day(ResultSet row) throws SQLException {
            var shiftStart = time(row, 6);
            var shiftEnd = time(row, 7);
            return AttendanceDay.added(
                    Objects.requireNonNull(row.getObject(2, LocalDate.class)),
                    TimeSpan.of(
                            Objects.requireNonNull(time(row, 4)),
                            Objects.requireNonNull(time(row, 5))),
                    shiftStart == null || shiftEnd == null
                            ? null
                            : TimeSpan.of(shiftStart, shiftEnd),
                    time(row, 8),
                    time(row, 9),
                    duration(row, 10),
                    duration(row, 11),
                    row.getBoolean(12),
                    row.getBoolean(13),
                    spent(row.getString(14)),
                    duration(row, 15),
                    row.getInt(16),
                    duration(row, 17));
        }

        private Map<PresenceState, Duration> spent(String text) {
            var spent = new HashMap<PresenceState, Duration>();
            JSON.readValue(text, TIMES)
                    .forEach((state, micros) ->
                            spent.put(
                                    states.computeIfAbsent(state, PresenceState::parse),
                                    duration(micros)));
            return spent;
        }

        private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
            var time = row.getObject(column, LocalDateTime.class);
            return time == null ? null : time.toInstant(ZoneOffset.UTC);
        }

        private static Duration duration(ResultSet row, int column) throws SQLException {
            return duration(row.getLong(column));
        }

        private static Duration duration(long micros) {
            return Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1_000);
        }
    }
}
