package dev.rollcall.usage;

import dev.rollcall.people.AgentId;
import dev.rollcall.usage.UsageEvent.Metric;
import dev.rollcall.usage.UsageSwitch.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Usage in the database. Events know a week and a pseudonym of that week, and nobody.
@Component
class UsageTable {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    UsageTable(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    // ------------------------------------------------------------------ the switch

    Standing standing() {
        return database.sql("select enabled, version from usage_switch where id = 1")
                .query((row, _) -> new Standing(row.getBoolean(1), row.getLong(2)))
                .single();
    }

    boolean switchTo(boolean on, long expectedVersion) {
        return database.sql(
                                """
                                update usage_switch set enabled = ?, version = version + 1
                                where id = 1 and version = ?
                                """)
                        .params(on, expectedVersion)
                        .update()
                == 1;
    }

    /// Whether it is on, and stays so until the end of the transaction.
    boolean holdOn() {
        return database.sql("select enabled from usage_switch where id = 1 lock in share mode")
                .query(Boolean.class)
                .single();
    }

    void forgetEverything() {
        database.sql("delete from usage_consent").update();
        database.sql("delete from usage_key").update();
        database.sql("delete from usage_report").update();
    }

    // ------------------------------------------------------------------ consent

    /// @param given false: asked, and not given or withdrawn
    record Decision(boolean given, Instant at) {}

    Optional<Decision> decision(AgentId agent) {
        return database.sql("select given, decided_at from usage_consent where agent_id = ?")
                .param(agent.value())
                .query((row, _) -> new Decision(row.getBoolean(1), instant(row, 2)))
                .optional();
    }

    void decide(AgentId agent, boolean given, Instant now) {
        database.sql(
                        """
                        insert into usage_consent (agent_id, given, decided_at) values (?, ?, ?)
                        on duplicate key update
                            decided_at = if(given = value(given), decided_at, value(decided_at)),
                            given = value(given)
                        """)
                .params(agent.value(), given, utc(now))
                .update();
    }

    List<AgentId> consenting() {
        return database.sql("select agent_id from usage_consent where given order by agent_id")
                .query((row, _) -> new AgentId(row.getLong(1)))
                .list();
    }

    /// Since when each of some people agrees, held until the end of the transaction; those who do
    /// not are left out.
    Map<AgentId, Instant> holdConsenting(Collection<AgentId> agents) {
        var since = new HashMap<AgentId, Instant>();
        database.sql(
                        """
                        select agent_id, decided_at from usage_consent
                        where given and agent_id in (:agents) lock in share mode
                        """)
                .param("agents", agents.stream().map(AgentId::value).toList())
                .query(row -> {
                    since.put(new AgentId(row.getLong(1)), instant(row, 2));
                });
        return since;
    }

    // ------------------------------------------------------------------ keys

    /// The secret of each week that is still kept.
    Map<LocalDate, byte[]> keys() {
        var keys = new HashMap<LocalDate, byte[]>();
        database.sql("select week, secret from usage_key")
                .query(row -> {
                    keys.put(row.getObject(1, LocalDate.class), row.getBytes(2));
                });
        return keys;
    }

    /// The secret of a week: the one there is, or the one offered.
    byte[] key(LocalDate week, byte[] offered) {
        database.sql("insert ignore into usage_key (week, secret) values (?, ?)")
                .params(week, offered)
                .update();
        return database.sql("select secret from usage_key where week = ?")
                .param(week)
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    // ------------------------------------------------------------------ events

    /// @param reader the pseudonym of whoever it was, in that week
    record Row(LocalDate week, byte[] reader, Kept kept) {}

    void insert(List<Row> rows) {
        batches.batchUpdate(
                """
                insert into usage_event
                    (week, reader, kind, on_day, on_hour, metric, detail, response, band, size)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows,
                500,
                (statement, row) -> {
                    var kept = row.kept();
                    statement.setObject(1, row.week());
                    statement.setBytes(2, row.reader());
                    statement.setString(3, kept.kind().name());
                    statement.setObject(4, kept.day());
                    statement.setInt(5, kept.hour());
                    var metric = kept.metric();
                    statement.setString(6, metric == null ? null : metric.name());
                    statement.setString(7, kept.detail());
                    statement.setString(8, kept.response());
                    statement.setString(9, kept.band());
                    statement.setString(10, kept.size());
                });
    }

    void delete(LocalDate week, byte[] reader) {
        database.sql("delete from usage_event where week = ? and reader = ?")
                .params(week, reader)
                .update();
    }

    /// @return how many went
    int deleteBefore(LocalDate day, int most) {
        return database.sql("delete from usage_event where on_day < ? limit " + most)
                .param(day)
                .update();
    }

    /// Drops the secrets of weeks of which nothing is kept any more.
    void dropKeysBefore(LocalDate week) {
        database.sql("delete from usage_key where week < ?").param(week).update();
    }

    /// One pseudonym in one week.
    record Reader(LocalDate week, String reader) {}

    /// Hands over what was kept since a day, without holding it.
    void read(LocalDate since, BiConsumer<Reader, Kept> taker) {
        database.sql(
                        """
                        select week, hex(reader) as reader, kind, on_day, on_hour, metric, detail,
                               response, band, size
                        from usage_event where on_day >= ?
                        """)
                .param(since)
                .withFetchSize(1_000)
                .query(row -> {
                    taker.accept(
                            new Reader(
                                    row.getObject("week", LocalDate.class),
                                    row.getString("reader")),
                            kept(row));
                });
    }

    /// The same of one reader in one week.
    void ofReader(LocalDate week, byte[] reader, Consumer<Kept> taker) {
        database.sql(
                        """
                        select kind, on_day, on_hour, metric, detail, response, band, size
                        from usage_event where week = ? and reader = ? order by id
                        """)
                .params(week, reader)
                .query(row -> {
                    taker.accept(kept(row));
                });
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var metric = row.getString("metric");
        return new Kept(
                Kept.Kind.valueOf(row.getString("kind")),
                row.getObject("on_day", LocalDate.class),
                row.getInt("on_hour"),
                metric == null ? null : Metric.valueOf(metric),
                row.getString("detail"),
                row.getString("response"),
                row.getString("band"),
                row.getString("size"));
    }

    // ------------------------------------------------------------------ the report

    void saveReport(LocalDate day, String json) {
        database.sql(
                        """
                        insert into usage_report (id, made_on, report) values (1, ?, ?)
                        on duplicate key update made_on = value(made_on), report = value(report)
                        """)
                .params(day, json)
                .update();
    }

    Optional<LocalDate> reportedOn() {
        return database.sql("select made_on from usage_report where id = 1")
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    Optional<String> report() {
        return database.sql("select report from usage_report where id = 1")
                .query((row, _) -> row.getString(1))
                .optional();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
