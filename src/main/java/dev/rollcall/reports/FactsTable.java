package dev.rollcall.reports;

import dev.rollcall.adherence.Afterwards;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.Pattern;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.reports.DayFacts.ActivityFacts;
import dev.rollcall.reports.DayFacts.Happened;
import dev.rollcall.schedule.Category;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/// What is kept of days that are over, in the database.
@Component
class FactsTable {

    private static final int ROWS_A_BATCH = 500;
    private static final int WORTH_HALVING = 200;
    private static final String WHICH =
            " where agent_id in (:agents) and work_date between :from and :to";
    private static final String SUMS =
            """
            sum(planned), sum(scheduled), sum(scheduled_work), sum(working), sum(neutral),
            sum(unmapped), sum(unscheduled_work), sum(raw_in), sum(raw_out), sum(tolerated_in),
            sum(tolerated_out), sum(score_in), sum(score_out), sum(deviations), sum(late),
            sum(early), sum(absent), sum(middle), sum(breaks), sum(missed_breaks), sum(overrun),
            sum(changed_afterwards), sum(planned_afterwards)
            """;
    private static final String VALUES =
            """
            planned, scheduled, scheduled_work, working, neutral, unmapped, unscheduled_work,
            raw_in, raw_out, tolerated_in, tolerated_out, score_in, score_out, deviations, late,
            early, absent, middle, breaks, missed_breaks, overrun, changed_afterwards,
            planned_afterwards
            """;
    private static final int VALUE_COUNT = 23;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    FactsTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /// Sums of a person's days, as far as they were at home in one unit and judged by the same
    /// rules.
    record Sum(
            AgentId agent,
            UnitId unit,
            String basis,
            LocalDate first,
            LocalDate last,
            int count,
            Totals totals) {}

    /// Sums by person, unit and rules. The database works on one processor for each statement: of
    /// many people it is asked in two halves at once.
    List<Sum> sums(List<AgentId> agents, LocalDate from, LocalDate to) {
        if (agents.size() < WORTH_HALVING) {
            return sumsOf(agents, from, to);
        }
        int middle = agents.size() / 2;
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var half = beside.submit(() -> sumsOf(agents.subList(0, middle), from, to));
            var sums = new ArrayList<>(sumsOf(agents.subList(middle, agents.size()), from, to));
            sums.addAll(half.get());
            return sums;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryTimeoutException("Interrupted while days were added up", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DataAccessException failed
                    ? failed
                    : new IllegalStateException(e.getCause());
        }
    }

    private List<Sum> sumsOf(List<AgentId> agents, LocalDate from, LocalDate to) {
        return agents.isEmpty()
                ? List.of()
                : named.query(
                        "select agent_id, unit_id, basis, min(work_date), max(work_date), count(*), "
                                + SUMS
                                + " from report_day"
                                + WHICH
                                + " group by agent_id, unit_id, basis",
                        which(agents, from, to),
                        (row, _) ->
                                new Sum(
                                        new AgentId(row.getLong(1)),
                                        new UnitId(row.getLong(2)),
                                        Objects.requireNonNull(row.getString(3)),
                                        date(row, 4),
                                        date(row, 5),
                                        row.getInt(6),
                                        totals(row, 7)));
    }

    /// Sums of everybody named, by date.
    Map<LocalDate, Totals> byDate(Collection<AgentId> agents, LocalDate from, LocalDate to) {
        var found = new HashMap<LocalDate, Totals>();
        if (!agents.isEmpty()) {
            named.query(
                    "select work_date, "
                            + SUMS
                            + " from report_day"
                            + WHICH
                            + " group by work_date",
                    which(agents, from, to),
                    row -> {
                        found.put(date(row, 1), totals(row, 2));
                    });
        }
        return found;
    }

    /// Sums of everybody named, by activity.
    Map<String, ActivityFacts> byActivity(
            Collection<AgentId> agents, LocalDate from, LocalDate to) {
        var found = new HashMap<String, ActivityFacts>();
        if (!agents.isEmpty()) {
            named.query(
                    """
                    select activity, max(category), sum(scheduled), sum(whole), sum(raw_out),
                        sum(tolerated_out), sum(score_out), sum(away), sum(late), sum(early),
                        sum(absent), sum(middle), bit_or(slots), sum(away_late),
                        sum(away_early), sum(away_absent)
                    from report_activity
                    """
                            + WHICH
                            + " group by activity",
                    which(agents, from, to),
                    row -> {
                        DayFacts.added(found, activity(row, 1));
                    });
        }
        return found;
    }

    /// What is kept of some people's days, in no particular order.
    ///
    /// @param deep with activities and deviations; without, both are empty
    List<DayFacts> days(Collection<AgentId> agents, LocalDate from, LocalDate to, boolean deep) {
        if (agents.isEmpty()) {
            return List.of();
        }
        var activities = new HashMap<Key, List<ActivityFacts>>();
        var happened = new HashMap<Key, List<Happened>>();
        if (deep) {
            eachActivity(
                    agents,
                    from,
                    to,
                    row ->
                            activities
                                    .computeIfAbsent(row.key(), _ -> new ArrayList<>())
                                    .add(row.facts()));
            named.query(
                    """
                    select agent_id, work_date, started_at, slot, slots, activity, way, about,
                        positive, counted from report_deviation
                    """
                            + WHICH
                            + " order by agent_id, work_date, number",
                    which(agents, from, to),
                    row -> {
                        happened.computeIfAbsent(key(row), _ -> new ArrayList<>())
                                .add(
                                        new Happened(
                                                row.getObject(3, LocalDateTime.class)
                                                        .toInstant(ZoneOffset.UTC),
                                                row.getInt(4),
                                                row.getLong(5),
                                                Objects.requireNonNull(row.getString(6)),
                                                Pattern.Way.valueOf(row.getString(7)),
                                                Objects.requireNonNull(row.getString(8)),
                                                row.getBoolean(9),
                                                duration(row, 10)));
                    });
        }
        return named.query(
                "select agent_id, work_date, unit_id, basis, "
                        + VALUES
                        + " from report_day"
                        + WHICH,
                which(agents, from, to),
                (row, _) -> {
                    var key = key(row);
                    return new DayFacts(
                            key.agent(),
                            key.date(),
                            new UnitId(row.getLong(3)),
                            Objects.requireNonNull(row.getString(4)),
                            totals(row, 5),
                            activities.getOrDefault(key, List.of()),
                            happened.getOrDefault(key, List.of()));
                });
    }

    private record Key(AgentId agent, LocalDate date) {}

    private record ActivityRow(Key key, ActivityFacts facts) {}

    private void eachActivity(
            Collection<AgentId> agents,
            LocalDate from,
            LocalDate to,
            Consumer<ActivityRow> consumer) {
        named.query(
                """
                select agent_id, work_date, activity, category, scheduled, whole, raw_out,
                    tolerated_out, score_out, away, late, early, absent, middle, slots, away_late,
                    away_early, away_absent
                from report_activity
                """
                        + WHICH,
                which(agents, from, to),
                row -> {
                    consumer.accept(new ActivityRow(key(row), activity(row, 3)));
                });
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(new AgentId(row.getLong(1)), date(row, 2));
    }

    private static Map<String, Object> which(
            Collection<AgentId> agents, LocalDate from, LocalDate to) {
        return Map.of(
                "agents", agents.stream().map(AgentId::value).toList(), "from", from, "to", to);
    }

    /// What a day was judged by.
    record Basis(UnitId unit, String basis) {}

    /// What the days of a date were judged by, where there are any.
    Map<AgentId, Basis> bases(LocalDate date) {
        var bases = new HashMap<AgentId, Basis>();
        jdbc.query(
                "select agent_id, unit_id, basis from report_day where work_date = ?",
                row -> {
                    bases.put(
                            new AgentId(row.getLong(1)),
                            new Basis(
                                    new UnitId(row.getLong(2)),
                                    Objects.requireNonNull(row.getString(3))));
                },
                date);
        return bases;
    }

    // ------------------------------------------------------------------ writing

    /// Lets nobody else add up or drop days of some people until the end of the transaction.
    void lock(Collection<AgentId> agents) {
        jdbc.batchUpdate(
                "insert into report_person (agent_id) values (?)"
                        + " on duplicate key update agent_id = value(agent_id)",
                new TreeSet<>(agents),
                ROWS_A_BATCH,
                (statement, agent) -> statement.setLong(1, agent.value()));
    }

    void keep(List<DayFacts> days) {
        jdbc.batchUpdate(
                "replace into report_day (agent_id, work_date, unit_id, basis, "
                        + VALUES
                        + ") values (?, ?, ?, ?"
                        + ", ?".repeat(VALUE_COUNT)
                        + ")",
                days,
                ROWS_A_BATCH,
                FactsTable::write);
        record Line<T>(DayFacts day, int number, T of) {}
        var activities = new ArrayList<Line<ActivityFacts>>();
        var happened = new ArrayList<Line<Happened>>();
        for (var day : days) {
            day.activities().forEach(each -> activities.add(new Line<>(day, 0, each)));
            for (int i = 0; i < day.happened().size(); i++) {
                happened.add(new Line<>(day, i, day.happened().get(i)));
            }
        }
        jdbc.batchUpdate(
                """
                insert into report_activity (agent_id, work_date, activity, category, scheduled,
                    whole, raw_out, tolerated_out, score_out, away, late, early, absent, middle,
                    slots, away_late, away_early, away_absent)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                activities,
                ROWS_A_BATCH,
                (statement, line) -> write(statement, line.day(), line.of()));
        jdbc.batchUpdate(
                """
                insert into report_deviation (agent_id, work_date, number, started_at, slot, slots,
                    activity, way, about, positive, counted)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                happened,
                ROWS_A_BATCH,
                (statement, line) -> write(statement, line.day(), line.number(), line.of()));
    }

    private static void write(PreparedStatement statement, DayFacts day) throws SQLException {
        var totals = day.totals();
        var figures = totals.figures();
        int i = 0;
        statement.setLong(++i, day.agent().value());
        statement.setObject(++i, day.date());
        statement.setLong(++i, day.unit().value());
        statement.setString(++i, day.basis());
        statement.setBoolean(++i, totals.days() > 0);
        for (var duration :
                List.of(
                        figures.scheduled(),
                        figures.scheduledWork(),
                        figures.working(),
                        figures.neutral(),
                        figures.unmapped(),
                        figures.unscheduledWork(),
                        figures.raw().in(),
                        figures.raw().out(),
                        figures.tolerated().in(),
                        figures.tolerated().out(),
                        figures.score().in(),
                        figures.score().out())) {
            statement.setLong(++i, micros(duration));
        }
        statement.setInt(++i, figures.deviations());
        i = edges(statement, i, totals.edges());
        statement.setInt(++i, totals.breaks());
        statement.setInt(++i, totals.missedBreaks());
        statement.setLong(++i, micros(totals.overrun()));
        statement.setLong(++i, micros(figures.afterwards().changed()));
        statement.setBoolean(++i, figures.afterwards().daysPlanned() > 0);
    }

    private static int edges(PreparedStatement statement, int before, Edges edges)
            throws SQLException {
        int i = before;
        statement.setInt(++i, edges.late());
        statement.setInt(++i, edges.early());
        statement.setInt(++i, edges.absent());
        statement.setInt(++i, edges.middle());
        return i;
    }

    private static void write(PreparedStatement statement, DayFacts day, ActivityFacts activity)
            throws SQLException {
        var category = activity.category();
        statement.setLong(1, day.agent().value());
        statement.setObject(2, day.date());
        statement.setString(3, activity.activity());
        if (category == null) {
            statement.setNull(4, Types.VARCHAR);
        } else {
            statement.setString(4, category.name());
        }
        statement.setLong(5, micros(activity.scheduled()));
        statement.setLong(6, micros(activity.whole()));
        statement.setLong(7, micros(activity.rawOut()));
        statement.setLong(8, micros(activity.toleratedOut()));
        statement.setLong(9, micros(activity.scoreOut()));
        statement.setLong(10, micros(activity.away().total()));
        edges(statement, 10, activity.edges());
        statement.setLong(15, activity.slots());
        statement.setLong(16, micros(activity.away().late()));
        statement.setLong(17, micros(activity.away().early()));
        statement.setLong(18, micros(activity.away().absent()));
    }

    private static void write(PreparedStatement statement, DayFacts day, int number, Happened each)
            throws SQLException {
        statement.setLong(1, day.agent().value());
        statement.setObject(2, day.date());
        statement.setInt(3, number);
        statement.setObject(4, LocalDateTime.ofInstant(each.start(), ZoneOffset.UTC));
        statement.setInt(5, each.slot());
        statement.setLong(6, each.slots());
        statement.setString(7, each.activity());
        statement.setString(8, each.way().name());
        statement.setString(9, each.about());
        statement.setBoolean(10, each.positive());
        statement.setLong(11, micros(each.counted()));
    }

    void drop(Collection<AgentId> agents, LocalDate from, LocalDate to) {
        named.update("delete from report_day" + WHICH, which(agents, from, to));
    }

    // ------------------------------------------------------------------ reading a row

    private static Totals totals(ResultSet row, int at) throws SQLException {
        return new Totals(
                new Figures(
                        duration(row, at + 1),
                        duration(row, at + 2),
                        duration(row, at + 3),
                        duration(row, at + 4),
                        duration(row, at + 5),
                        duration(row, at + 6),
                        new Tally(duration(row, at + 7), duration(row, at + 8)),
                        new Tally(duration(row, at + 9), duration(row, at + 10)),
                        new Tally(duration(row, at + 11), duration(row, at + 12)),
                        row.getInt(at + 13),
                        new Afterwards(duration(row, at + 21), row.getInt(at + 22))),
                edges(row, at + 14),
                row.getInt(at),
                row.getInt(at + 18),
                row.getInt(at + 19),
                duration(row, at + 20));
    }

    private static Edges edges(ResultSet row, int at) throws SQLException {
        return new Edges(
                row.getInt(at), row.getInt(at + 1), row.getInt(at + 2), row.getInt(at + 3));
    }

    private static ActivityFacts activity(ResultSet row, int at) throws SQLException {
        return new ActivityFacts(
                Objects.requireNonNull(row.getString(at)),
                category(row.getString(at + 1)),
                duration(row, at + 2),
                duration(row, at + 3),
                duration(row, at + 4),
                duration(row, at + 5),
                duration(row, at + 6),
                away(row, at + 7, at + 13),
                edges(row, at + 8),
                row.getLong(at + 12));
    }

    /// What is neither at the beginning, at the end nor all of it lies in between.
    private static Away away(ResultSet row, int total, int at) throws SQLException {
        var late = duration(row, at);
        var early = duration(row, at + 1);
        var absent = duration(row, at + 2);
        return new Away(
                late, early, absent, duration(row, total).minus(late).minus(early).minus(absent));
    }

    private static @Nullable Category category(@Nullable String name) {
        return name == null ? null : Category.valueOf(name);
    }

    private static LocalDate date(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }

    private static Duration duration(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }

    // Everything stored has microseconds at most, so nothing is lost.
    private static long micros(Duration duration) {
        return duration.getSeconds() * 1_000_000 + duration.getNano() / 1_000;
    }
}
