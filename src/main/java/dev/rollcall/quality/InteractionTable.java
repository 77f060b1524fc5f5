package dev.rollcall.quality;

import static dev.rollcall.quality.Rows.instant;
import static dev.rollcall.quality.Rows.utc;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Interactions in the database.
@Repository
class InteractionTable {

    private static final String READ = "select * from quality_interaction i ";

    private final JdbcClient database;
    private final Directory directory;

    InteractionTable(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /// One to keep.
    ///
    /// @param group it came through; null: not known
    record Row(
            ToldInteraction told,
            AgentId agent,
            ZoneId zone,
            @Nullable GroupId group,
            boolean observed,
            Actor by) {}

    /// Keeps one that is new, or newer than the one that is known.
    ///
    /// @return whether it was either
    boolean keep(Row row, Instant now) {
        var known = find(row.told().source(), row.told().id(), true).orElse(null);
        if (known == null) {
            // Of two who tell the same at once, the later finds it kept.
            return write(INSERT, row, now).update() == 1 || newer(row, now);
        }
        return replace(known, row, now);
    }

    private boolean newer(Row row, Instant now) {
        return replace(find(row.told().source(), row.told().id(), true).orElseThrow(), row, now);
    }

    private boolean replace(Interaction known, Row row, Instant now) {
        if (known.version() >= row.told().version()) {
            return false;
        }
        database.sql(
                        """
                        insert into quality_interaction_past (interaction_id, version, agent_id, told, replaced_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        known.number(),
                        known.version(),
                        known.agent().value(),
                        QualityJson.write(told(known)),
                        utc(now))
                .update();
        return write(UPDATE, row, now).update() == 1;
    }

    private static Map<String, Object> told(Interaction known) {
        var told = new HashMap<String, Object>();
        told.put("channel", known.channel().name());
        told.put("startedAt", known.startedAt().toString());
        told.put("transferredTo", known.transferredTo());
        if (known.length() != null) {
            told.put("durationSeconds", known.length().toSeconds());
        }
        if (known.answer() != null) {
            told.put("answerSeconds", known.answer().toSeconds());
        }
        if (known.reason() != null) {
            told.put("reason", known.reason());
        }
        if (known.link() != null) {
            told.put("link", known.link());
        }
        return told;
    }

    private static final String INSERT =
            """
            insert ignore into quality_interaction (source, external_id, version, agent_id, channel,
                started_at, zone, seconds, answer_seconds, transfers, transferred_to, customer, link,
                reason, group_id, observed, received_at, actor_kind, actor_id, actor_name)
            values (:source, :id, :version, :agent, :channel, :started, :zone, :seconds, :answer,
                :transfers, :to, :customer, :link, :reason, :group, :observed, :now, :kind, :by, :name)
            """;

    private static final String UPDATE =
            """
            update quality_interaction set version = :version, agent_id = :agent, channel = :channel,
                started_at = :started, zone = :zone, seconds = :seconds, answer_seconds = :answer,
                transfers = :transfers, transferred_to = :to, customer = :customer, link = :link,
                reason = :reason, group_id = :group, observed = :observed, received_at = :now,
                actor_kind = :kind, actor_id = :by, actor_name = :name
            where source = :source and external_id = :id and version < :version
            """;

    private JdbcClient.StatementSpec write(String sql, Row row, Instant now) {
        var told = row.told();
        return database.sql(sql)
                .param("source", told.source())
                .param("id", told.id())
                .param("version", told.version())
                .param("agent", row.agent().value())
                .param("channel", told.channel().name())
                .param("started", utc(told.startedAt()))
                .param("zone", row.zone().getId())
                .param("seconds", seconds(told.length()))
                .param("answer", seconds(told.answer()))
                .param("transfers", told.transferredTo().size())
                .param("to", QualityJson.write(told.transferredTo()))
                .param("customer", told.customer())
                .param("link", told.link())
                .param("reason", told.reason())
                .param("group", row.group() == null ? null : row.group().value())
                .param("observed", row.observed())
                .param("now", utc(now))
                .param("kind", row.by().kind().name())
                .param("by", row.by().id())
                .param("name", row.by().name());
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    Optional<Interaction> find(String source, String id, boolean lock) {
        return database.sql(
                        READ + "where source = ? and external_id = ?" + (lock ? " for update" : ""))
                .params(source, id)
                .query((row, _) -> interaction(row))
                .optional();
    }

    Optional<Interaction> find(long number, Scope scope) {
        var values = new HashMap<String, Object>(Map.of("number", number));
        var within = Rows.within(scope, directory, "agent_id", values);
        return database.sql(READ + "where id = :number" + within)
                .params(values)
                .query((row, _) -> interaction(row))
                .optional();
    }

    List<Interaction> page(InteractionFilter filter, long before, int limit, Scope scope) {
        var values = new HashMap<String, Object>();
        var conditions = new StringBuilder("where i.id < :before");
        values.put("before", before);
        values.put("limit", limit);
        if (filter.agent() != null) {
            values.put("agent", filter.agent().value());
            conditions.append(" and agent_id = :agent");
        }
        if (filter.channel() != null) {
            values.put("channel", filter.channel().name());
            conditions.append(" and channel = :channel");
        }
        if (filter.from() != null) {
            values.put("from", utc(filter.from()));
            conditions.append(" and started_at >= :from");
        }
        if (filter.until() != null) {
            values.put("until", utc(filter.until()));
            conditions.append(" and started_at < :until");
        }
        if (filter.notScored()) {
            conditions.append(
                    " and not exists (select 1 from quality_evaluation e where e.interaction_id = i.id)");
        }
        conditions.append(Rows.within(scope, directory, "agent_id", values));
        return database.sql(READ + conditions + " order by i.id desc limit :limit")
                .params(values)
                .query((row, _) -> interaction(row))
                .list();
    }

    /// Those of some people that began in a span and suit a plan, by number.
    List<Interaction> suiting(
            SamplingPlan plan, List<AgentId> people, Instant from, Instant until) {
        if (people.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, @Nullable Object>();
        values.put("people", people.stream().map(AgentId::value).toList());
        values.put("from", utc(from));
        values.put("until", utc(until));
        values.put("channel", plan.channel() == null ? null : plan.channel().name());
        values.put("group", plan.group() == null ? null : plan.group().value());
        values.put("least", seconds(plan.least()));
        values.put("most", seconds(plan.most()));
        return database.sql(
                        READ
                                + """
                                where agent_id in (:people) and started_at >= :from and started_at < :until
                                    and (:channel is null or channel = :channel)
                                    and (:group is null or group_id = :group)
                                    and (:least is null or seconds >= :least)
                                    and (:most is null or seconds <= :most)
                                    and not exists (select 1 from quality_evaluation e where e.interaction_id = i.id)
                                order by i.id
                                """)
                .params(values)
                .query((row, _) -> interaction(row))
                .list();
    }

    private static Interaction interaction(ResultSet row) throws SQLException {
        return new Interaction(
                row.getLong("id"),
                row.getString("source"),
                row.getString("external_id"),
                row.getLong("version"),
                new AgentId(row.getLong("agent_id")),
                Medium.valueOf(row.getString("channel")),
                instant(row, "started_at"),
                ZoneId.of(row.getString("zone")),
                duration(row, "seconds"),
                duration(row, "answer_seconds"),
                row.getInt("transfers"),
                QualityJson.names(row.getString("transferred_to")),
                row.getString("customer"),
                row.getString("link"),
                row.getString("reason"),
                row.getBoolean("observed"));
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        var seconds = row.getObject(column, Long.class);
        return seconds == null ? null : Duration.ofSeconds(Objects.requireNonNull(seconds));
    }
}
