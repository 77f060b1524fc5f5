package dev.rollcall.performance;

import dev.rollcall.people.AgentId;
import dev.rollcall.security.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/// What people share, in the database. Days are those of the person who shares.
@Component
class ShareTable {

    private static final String SHARE =
            """
            select share.*,
                (select group_concat(metric) from performance_share_metric chosen
                    where chosen.share_id = share.id) as metrics,
                (select group_concat(user_id) from performance_share_reader named
                    where named.share_id = share.id) as readers
            from performance_share share
            """;

    private final JdbcClient database;

    ShareTable(JdbcClient database) {
        this.database = database;
    }

    /// As it is kept.
    record Row(
            ShareId id,
            AgentId agent,
            YearMonth month,
            Set<Metric> metrics,
            boolean days,
            Set<UserId> readers,
            LocalDate until,
            Instant sharedAt) {}

    ShareId add(AgentId agent, ShareDraft draft, Instant now) {
        var key = new GeneratedKeyHolder();
        database.sql(
                        """
                        insert into performance_share (agent_id, month, with_days, until_date,
                            shared_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        agent.value(),
                        draft.month().atDay(1),
                        draft.days(),
                        draft.until(),
                        utc(now))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        draft.metrics()
                .forEach(metric ->
                        database.sql(
                                        "insert into performance_share_metric (share_id, metric)"
                                                + " values (?, ?)")
                                .params(id, metric.name())
                                .update());
        draft.readers()
                .forEach(reader ->
                        database.sql(
                                        "insert into performance_share_reader (share_id, user_id)"
                                                + " values (?, ?)")
                                .params(id, reader.value())
                                .update());
        return new ShareId(id);
    }

    /// @return false when it was taken back before, or is not theirs
    boolean takeBack(ShareId id, AgentId agent, Instant now) {
        return database.sql(
                                "update performance_share set taken_back_at = ?"
                                        + " where id = ? and agent_id = ? and taken_back_at is null")
                        .params(utc(now), id.value(), agent.value())
                        .update()
                == 1;
    }

    /// What somebody shares and did not take back, the latest first.
    List<Row> of(AgentId agent) {
        return database.sql(
                        SHARE
                                + " where share.agent_id = ? and share.taken_back_at is null"
                                + " order by share.id desc")
                .param(agent.value())
                .query(ShareTable::row)
                .list();
    }

    /// What is shared with somebody and was not taken back, the latest first.
    List<Row> with(UserId reader) {
        return database.sql(
                        SHARE
                                + """
                                 where share.taken_back_at is null and exists (
                                    select 1 from performance_share_reader mine
                                    where mine.share_id = share.id and mine.user_id = ?)
                                order by share.id desc
                                """)
                .param(reader.value())
                .query(ShareTable::row)
                .list();
    }

    Optional<Row> find(ShareId id) {
        return database.sql(SHARE + " where share.id = ? and share.taken_back_at is null")
                .param(id.value())
                .query(ShareTable::row)
                .optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var metrics = EnumSet.noneOf(Metric.class);
        split(row, "metrics").forEach(name -> metrics.add(Metric.valueOf(name)));
        return new Row(
                new ShareId(row.getLong("id")),
                new AgentId(row.getLong("agent_id")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                metrics,
                row.getBoolean("with_days"),
                split(row, "readers").stream()
                        .map(id -> new UserId(Long.parseLong(id)))
                        .collect(Collectors.toSet()),
                row.getObject("until_date", LocalDate.class),
                row.getObject("shared_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    private static List<String> split(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
