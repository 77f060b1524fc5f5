package dev.rollcall.reports;

import dev.rollcall.adherence.Afterwards;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Weekly reports and their notes, in the database.
@Component
class WeeklyTable {

    private static final String COLUMNS =
            """
            select r.id, r.agent_id, r.monday, r.prepared_at, r.days, r.scheduled, r.scheduled_work,
                r.working, r.unscheduled_work, r.whole, r.raw_out, r.tolerated_out, r.score_out,
                r.late, r.early, r.absent, r.middle, r.breaks, r.missed_breaks, r.overrun,
                n.version, n.note, n.writer_name, n.written_at
            from weekly_report r
            left join weekly_note n on n.report_id = r.id and n.version =
                (select max(version) from weekly_note newest where newest.report_id = r.id)
            """;

    private final JdbcTemplate jdbc;

    WeeklyTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// @param note the newest version; null while there is none
    record Row(
            long id,
            AgentId agent,
            LocalDate monday,
            Instant preparedAt,
            Totals totals,
            @Nullable WeeklyNote note) {}

    /// What is prepared of a week, by person.
    Map<AgentId, Row> of(LocalDate monday) {
        var found = new HashMap<AgentId, Row>();
        jdbc.query(
                COLUMNS + " where r.monday = ?",
                row -> {
                    var read = read(row);
                    found.put(read.agent(), read);
                },
                monday);
        return found;
    }

    Optional<Row> find(AgentId agent, LocalDate monday) {
        return jdbc
                .query(
                        COLUMNS + " where r.agent_id = ? and r.monday = ?",
                        (row, _) -> read(row),
                        agent.value(),
                        monday)
                .stream()
                .findFirst();
    }

    /// Whose report of a week is prepared.
    Set<AgentId> prepared(LocalDate monday) {
        return new HashSet<>(
                jdbc.query(
                        "select agent_id from weekly_report where monday = ?",
                        (row, _) -> new AgentId(row.getLong(1)),
                        monday));
    }

    /// Keeps what is not kept yet: whoever comes second changes nothing.
    void prepare(Map<AgentId, Totals> weeks, LocalDate monday, Instant at) {
        jdbc.batchUpdate(
                """
                insert ignore into weekly_report (agent_id, monday, prepared_at, days, scheduled,
                    scheduled_work, working, unscheduled_work, whole, raw_out, tolerated_out,
                    score_out, late, early, absent, middle, breaks, missed_breaks, overrun)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                List.copyOf(weeks.entrySet()),
                500,
                (statement, entry) -> {
                    var totals = entry.getValue();
                    var figures = totals.figures();
                    int i = 0;
                    statement.setLong(++i, entry.getKey().value());
                    statement.setObject(++i, monday);
                    statement.setObject(++i, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
                    statement.setInt(++i, totals.days());
                    for (var duration :
                            List.of(
                                    figures.scheduled(),
                                    figures.scheduledWork(),
                                    figures.working(),
                                    figures.unscheduledWork(),
                                    figures.raw().in().plus(figures.raw().out()),
                                    figures.raw().out(),
                                    figures.tolerated().out(),
                                    figures.score().out())) {
                        statement.setLong(++i, micros(duration));
                    }
                    statement.setInt(++i, totals.edges().late());
                    statement.setInt(++i, totals.edges().early());
                    statement.setInt(++i, totals.edges().absent());
                    statement.setInt(++i, totals.edges().middle());
                    statement.setInt(++i, totals.breaks());
                    statement.setInt(++i, totals.missedBreaks());
                    statement.setLong(++i, micros(totals.overrun()));
                });
    }

    /// Every version of a note, the newest first.
    List<WeeklyNote> notes(long report) {
        return jdbc.query(
                """
                select version, note, writer_name, written_at from weekly_note
                where report_id = ? order by version desc
                """,
                (row, _) -> note(row, 1),
                report);
    }

    /// Lets nobody else write a note on a report until the end of the transaction.
    ///
    /// @return the newest version, 0 while there is none
    int lockedVersion(long report) {
        jdbc.query("select id from weekly_report where id = ? for update", (row, _) -> 0, report);
        return Objects.requireNonNullElse(
                jdbc.queryForObject(
                        "select max(version) from weekly_note where report_id = ?",
                        Integer.class,
                        report),
                0);
    }

    void write(long report, int version, String note, Actor by, Instant at) {
        jdbc.update(
                """
                insert into weekly_note (report_id, version, note, written_at, writer_kind,
                    writer_id, writer_name)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                report,
                version,
                note,
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                by.kind().name(),
                by.id(),
                by.name());
    }

    private static Row read(ResultSet row) throws SQLException {
        var whole = duration(row, 10);
        row.getInt(21);
        boolean hasNote = !row.wasNull();
        return new Row(
                row.getLong(1),
                new AgentId(row.getLong(2)),
                Objects.requireNonNull(row.getObject(3, LocalDate.class)),
                instant(row, 4),
                new Totals(
                        new Figures(
                                duration(row, 6),
                                duration(row, 7),
                                duration(row, 8),
                                duration(row, 6).minus(whole).isNegative()
                                        ? Duration.ZERO
                                        : duration(row, 6).minus(whole),
                                Duration.ZERO,
                                duration(row, 9),
                                tally(whole, duration(row, 11)),
                                tally(whole, duration(row, 12)),
                                tally(whole, duration(row, 13)),
                                0,
                                Afterwards.NOTHING),
                        new Edges(row.getInt(14), row.getInt(15), row.getInt(16), row.getInt(17)),
                        row.getInt(5),
                        row.getInt(18),
                        row.getInt(19),
                        duration(row, 20)),
                hasNote ? note(row, 21) : null);
    }

    private static WeeklyNote note(ResultSet row, int at) throws SQLException {
        return new WeeklyNote(
                row.getInt(at),
                Objects.requireNonNull(row.getString(at + 1)),
                Objects.requireNonNull(row.getString(at + 2)),
                instant(row, at + 3));
    }

    private static Tally tally(Duration whole, Duration out) {
        return new Tally(whole.minus(out), out);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static Duration duration(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }

    private static long micros(Duration duration) {
        return duration.getSeconds() * 1_000_000 + duration.getNano() / 1_000;
    }
}
