package dev.rollcall.kpi;

import dev.rollcall.kpi.Counting.Counted;
import dev.rollcall.people.AgentId;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/// Facts and their counts in the database.
@Component
class FactTable {

    /// Lists of a thousand and more the server turns into temporary tables.
    private static final int LIST = 500;

    private static final String FACT =
            """
            select fact.id as number, source.name as source, fact.fact_id, fact.version, fact.agent_id,
                fact.work_date, fact.kind, fact.at, fact.amount, fact.due, fact.currency,
                fact.category, fact.duration_seconds, fact.progress, fact.resolved_at
            from kpi_fact fact join kpi_source source on source.id = fact.source_id
            """;

    private static final String OF_PLACE =
            " where agent_id = ? and work_date = ? and kind = ? and currency = ? and category = ?";

    private static final String SUMS =
            """
            sum(facts) as facts, sum(done) as done, sum(amount) as amount, sum(due) as due,
            sum(collected) as collected, sum(seconds) as seconds, sum(timed) as timed
            """;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    FactTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /// A fact that is kept.
    ///
    /// @param number its row
    record Kept(long number, Counted counted) {}

    /// A fact to keep.
    ///
    /// @param number the row it replaces, null when it is new
    record Row(long source, Submission.Good good, @Nullable Long number) {}

    // ------------------------------------------------------------------ writing

    /// Holds a source alone until the end of the transaction, making it known when it is new.
    long lock(String source) {
        var sql = "select id from kpi_source where name = ? for update";
        var found = jdbc.queryForList(sql, Long.class, source);
        if (found.isEmpty()) {
            jdbc.update("insert ignore into kpi_source (name) values (?)", source);
            found = jdbc.queryForList(sql, Long.class, source);
        }
        return Objects.requireNonNull(found.getFirst());
    }

    /// Those of a source that are kept already, in their newest version.
    List<Kept> find(long source, String name, Collection<String> ids) {
        var found = new ArrayList<Kept>();
        var all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += LIST) {
            found.addAll(
                    named.query(
                            FACT + " where fact.source_id = :source and fact.fact_id in (:ids)",
                            Map.of(
                                    "source",
                                    source,
                                    "ids",
                                    all.subList(from, Math.min(all.size(), from + LIST))),
                            (row, _) -> kept(row)));
        }
        return found;
    }

    void add(List<Row> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                """
                insert into kpi_fact (source_id, fact_id, version, agent_id, work_date, kind, at,
                    amount, due, currency, category, duration_seconds, progress, resolved_at,
                    done, received_at, actor_kind, actor_id, actor_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows,
                rows.size(),
                (statement, row) -> {
                    statement.setLong(1, row.source());
                    statement.setString(2, row.good().fact().id());
                    set(statement, 2, row.good(), now);
                });
    }

    /// What was kept goes to the past, and the newer version takes its place.
    void correct(List<Row> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        var numbers = rows.stream().map(Row::number).toList();
        for (int from = 0; from < numbers.size(); from += LIST) {
            named.update(
                    """
                    insert into kpi_fact_past (source_id, fact_id, version, agent_id, work_date, kind,
                        at, amount, due, currency, category, duration_seconds, progress, resolved_at,
                        done, received_at, actor_kind, actor_id, actor_name, replaced_at)
                    select source_id, fact_id, version, agent_id, work_date, kind, at, amount, due,
                        currency, category, duration_seconds, progress, resolved_at, done,
                        received_at, actor_kind, actor_id, actor_name, :now
                    from kpi_fact where id in (:numbers)
                    """,
                    Map.of(
                            "now",
                            utc(now),
                            "numbers",
                            numbers.subList(from, Math.min(numbers.size(), from + LIST))));
        }
        jdbc.batchUpdate(
                """
                update kpi_fact set version = ?, agent_id = ?, work_date = ?, kind = ?, at = ?,
                    amount = ?, due = ?, currency = ?, category = ?, duration_seconds = ?,
                    progress = ?, resolved_at = ?, done = ?, received_at = ?, actor_kind = ?,
                    actor_id = ?, actor_name = ?
                where id = ?
                """,
                rows,
                rows.size(),
                (statement, row) -> {
                    int filled = set(statement, 0, row.good(), now);
                    statement.setLong(filled + 1, Objects.requireNonNull(row.number()));
                });
    }

    private static int set(
            PreparedStatement statement, int filled, Submission.Good good, Instant now)
            throws SQLException {
        var fact = good.fact();
        int place = filled;
        statement.setLong(++place, fact.version());
        statement.setLong(++place, good.agent().value());
        statement.setObject(++place, good.place().date());
        statement.setString(++place, fact.kind().name());
        statement.setObject(++place, utc(fact.at()));
        statement.setBigDecimal(++place, fact.amount());
        statement.setBigDecimal(++place, fact.due());
        statement.setString(++place, good.place().currency());
        statement.setString(++place, good.place().category());
        var duration = fact.duration();
        statement.setObject(++place, duration == null ? null : duration.toSeconds());
        var progress = fact.progress();
        statement.setString(++place, progress == null ? null : progress.name());
        var resolved = fact.resolvedAt();
        statement.setObject(++place, resolved == null ? null : utc(resolved));
        statement.setBoolean(++place, fact.isDone());
        statement.setObject(++place, utc(now));
        statement.setString(++place, good.by().kind().name());
        statement.setString(++place, good.by().id());
        statement.setString(++place, good.by().name());
        return place;
    }

    /// Adds changes to the counts. What counts nothing any more is gone, as in a recount.
    void count(SortedMap<Place, Tally> changes) {
        var grown = new ArrayList<Map.Entry<Place, Tally>>();
        var changed = new ArrayList<Map.Entry<Place, Tally>>();
        changes.entrySet()
                .forEach(change ->
                        (couldStandAlone(change.getValue()) ? grown : changed).add(change));
        if (!grown.isEmpty()) {
            jdbc.batchUpdate(
                    """
                    insert into kpi_day (agent_id, work_date, kind, currency, category, facts, done,
                        amount, due, collected, seconds, timed)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on duplicate key update facts = facts + values(facts), done = done + values(done),
                        amount = amount + values(amount), due = due + values(due),
                        collected = collected + values(collected),
                        seconds = seconds + values(seconds), timed = timed + values(timed)
                    """,
                    grown,
                    grown.size(),
                    (statement, change) -> {
                        place(statement, 0, change.getKey());
                        tally(statement, 5, change.getValue());
                    });
        }
        if (!changed.isEmpty()) {
            jdbc.batchUpdate(
                    """
                    update kpi_day set facts = facts + ?, done = done + ?, amount = amount + ?,
                        due = due + ?, collected = collected + ?, seconds = seconds + ?, timed = timed + ?
                    """
                            + OF_PLACE,
                    changed,
                    changed.size(),
                    (statement, change) -> {
                        tally(statement, 0, change.getValue());
                        place(statement, 7, change.getKey());
                    });
            jdbc.batchUpdate(
                    "delete from kpi_day" + OF_PLACE + " and facts = 0",
                    changed,
                    changed.size(),
                    (statement, change) -> place(statement, 0, change.getKey()));
        }
    }

    /// Whether a change could be a row of its own, which the table's rules look at before they know
    /// that there is one already. Any other change comes from a correction, and its row is there.
    private static boolean couldStandAlone(Tally change) {
        return change.facts() > 0
                && change.done() >= 0
                && change.done() <= change.facts()
                && change.timed() >= 0
                && change.timed() <= change.facts()
                && !change.duration().isNegative()
                && change.due().signum() >= 0;
    }

    private static void place(PreparedStatement statement, int filled, Place place)
            throws SQLException {
        statement.setLong(filled + 1, place.agent().value());
        statement.setObject(filled + 2, place.date());
        statement.setString(filled + 3, place.kind().name());
        statement.setString(filled + 4, place.currency());
        statement.setString(filled + 5, place.category());
    }

    private static void tally(PreparedStatement statement, int filled, Tally tally)
            throws SQLException {
        statement.setLong(filled + 1, tally.facts());
        statement.setLong(filled + 2, tally.done());
        statement.setBigDecimal(filled + 3, tally.amount());
        statement.setBigDecimal(filled + 4, tally.due());
        statement.setBigDecimal(filled + 5, tally.collected());
        statement.setLong(filled + 6, tally.duration().toSeconds());
        statement.setLong(filled + 7, tally.timed());
    }

    // ------------------------------------------------------------------ counting anew

    /// What somebody's counts are.
    SortedMap<Place, Tally> counts(AgentId agent) {
        return places(
                agent,
                "select work_date, kind, currency, category, facts, done, amount, due, collected,"
                        + " seconds, timed from kpi_day where agent_id = ?");
    }

    /// What somebody's facts add up to, counted from the facts alone.
    SortedMap<Place, Tally> recount(AgentId agent) {
        return places(
                agent,
                """
                select work_date, kind, currency, category, count(*) as facts, sum(done) as done,
                    coalesce(sum(amount), 0) as amount, coalesce(sum(due), 0) as due,
                    coalesce(sum(if(due is null, 0, coalesce(amount, 0))), 0) as collected,
                    coalesce(sum(duration_seconds), 0) as seconds, count(duration_seconds) as timed
                from kpi_fact where agent_id = ? group by work_date, kind, currency, category
                """);
    }

    /// Holds off everybody who counts, until the end of the transaction.
    void lockEverySource() {
        jdbc.queryForList("select id from kpi_source order by name for update", Long.class);
    }

    void replaceCounts(AgentId agent, SortedMap<Place, Tally> counts) {
        jdbc.update("delete from kpi_day where agent_id = ?", agent.value());
        count(counts);
    }

    private SortedMap<Place, Tally> places(AgentId agent, String sql) {
        var places = new TreeMap<Place, Tally>();
        jdbc.query(
                sql,
                row -> {
                    places.put(
                            new Place(
                                    agent,
                                    row.getObject("work_date", LocalDate.class),
                                    FactKind.valueOf(row.getString("kind")),
                                    row.getString("currency"),
                                    row.getString("category")),
                            tally(row));
                },
                agent.value());
        return places;
    }

    // ------------------------------------------------------------------ reading

    /// Somebody's counts by day, kind and currency; the days in order.
    ///
    /// @param from the first day, included
    /// @param to the last day, included
    List<DayTally> days(AgentId agent, LocalDate from, LocalDate to) {
        return jdbc.query(
                """
                select work_date, kind, currency, '' as category, %s
                from kpi_day where agent_id = ? and work_date between ? and ?
                group by work_date, kind, currency order by work_date, kind, currency
                """
                        .formatted(SUMS),
                FactTable::day,
                agent.value(),
                from,
                to);
    }

    /// The same of one kind by category.
    List<DayTally> categories(AgentId agent, FactKind kind, LocalDate from, LocalDate to) {
        return jdbc.query(
                """
                select work_date, kind, currency, category, facts, done, amount, due, collected,
                    seconds, timed
                from kpi_day where agent_id = ? and work_date between ? and ? and kind = ?
                order by work_date, currency, category
                """,
                FactTable::day,
                agent.value(),
                from,
                to,
                kind.name());
    }

    /// Somebody's facts of a kind, the newest first.
    List<KpiFact> facts(AgentId agent, FactKind kind, LocalDate from, LocalDate to, int limit) {
        return jdbc.query(
                FACT
                        + " where fact.agent_id = ? and fact.work_date between ? and ? and fact.kind = ?"
                        + " order by fact.at desc, fact.id desc limit ?",
                (row, _) -> kept(row).counted().fact(),
                agent.value(),
                from,
                to,
                kind.name(),
                limit);
    }

    /// What somebody's facts of a day up to an instant add up to.
    List<DayTally> upTo(AgentId agent, LocalDate date, Instant end) {
        return jdbc.query(
                """
                select work_date, kind, currency, '' as category, count(*) as facts, sum(done) as done,
                    coalesce(sum(amount), 0) as amount, coalesce(sum(due), 0) as due,
                    coalesce(sum(if(due is null, 0, coalesce(amount, 0))), 0) as collected,
                    coalesce(sum(duration_seconds), 0) as seconds, count(duration_seconds) as timed
                from kpi_fact where agent_id = ? and work_date = ? and at <= ?
                group by work_date, kind, currency
                """,
                FactTable::day,
                agent.value(),
                date,
                utc(end));
    }

    /// The first day somebody has facts of; null when they have none.
    @Nullable LocalDate firstDay(AgentId agent) {
        return jdbc.queryForObject(
                "select min(work_date) from kpi_day where agent_id = ?",
                LocalDate.class,
                agent.value());
    }

    /// The months somebody has facts of.
    List<YearMonth> months(AgentId agent) {
        return jdbc.query(
                """
                select distinct year(work_date) as year, month(work_date) as month
                from kpi_day where agent_id = ?
                """,
                (row, _) -> YearMonth.of(row.getInt("year"), row.getInt("month")),
                agent.value());
    }

    /// What each of some people has of a kind and currency.
    Map<AgentId, List<DayTally>> sums(Collection<AgentId> agents, LocalDate from, LocalDate to) {
        var sums = new TreeMap<AgentId, List<DayTally>>();
        var all = agents.stream().map(AgentId::value).toList();
        for (int start = 0; start < all.size(); start += LIST) {
            named.query(
                    """
                    select agent_id, min(work_date) as work_date, kind, currency, '' as category, %s
                    from kpi_day where agent_id in (:agents) and work_date between :from and :to
                    group by agent_id, kind, currency
                    """
                            .formatted(SUMS),
                    Map.of(
                            "agents",
                            all.subList(start, Math.min(all.size(), start + LIST)),
                            "from",
                            from,
                            "to",
                            to),
                    row -> {
                        sums.computeIfAbsent(
                                        new AgentId(row.getLong("agent_id")),
                                        _ -> new ArrayList<>())
                                .add(day(row, 0));
                    });
        }
        return sums;
    }

    private static DayTally day(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        var category = row.getString("category");
        return new DayTally(
                row.getObject("work_date", LocalDate.class),
                FactKind.valueOf(row.getString("kind")),
                currency.isEmpty() ? null : Currency.getInstance(currency),
                category.isEmpty() ? null : category,
                tally(row));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("facts"),
                row.getLong("done"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("due"),
                row.getBigDecimal("collected"),
                Duration.ofSeconds(row.getLong("seconds")),
                row.getLong("timed"));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var category = row.getString("category");
        long seconds = row.getLong("duration_seconds");
        var duration = row.wasNull() ? null : Duration.ofSeconds(seconds);
        var progress = row.getString("progress");
        var fact =
                new KpiFact(
                        row.getString("source"),
                        row.getString("fact_id"),
                        row.getLong("version"),
                        "",
                        instant(row.getObject("at", LocalDateTime.class)),
                        FactKind.valueOf(row.getString("kind")),
                        number(row.getBigDecimal("amount")),
                        number(row.getBigDecimal("due")),
                        currency.isEmpty() ? null : Currency.getInstance(currency),
                        category.isEmpty() ? null : category,
                        duration,
                        progress == null ? null : KpiFact.Progress.valueOf(progress),
                        instantOrNull(row.getObject("resolved_at", LocalDateTime.class)));
        var place =
                Place.of(
                        fact,
                        new AgentId(row.getLong("agent_id")),
                        row.getObject("work_date", LocalDate.class));
        return new Kept(row.getLong("number"), new Counted(fact, place));
    }

    private static @Nullable BigDecimal number(@Nullable BigDecimal value) {
        return value == null || value.signum() == 0 ? value : value.stripTrailingZeros();
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant instantOrNull(@Nullable LocalDateTime time) {
        return time == null ? null : instant(time);
    }
}
