package dev.rollcall.attendance;

import dev.rollcall.attendance.Correction.Kind;
import dev.rollcall.attendance.Correction.Progress;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.shared.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Corrections in the database. Checks there hold what is written here together.
@Component
class CorrectionTable {

    private static final String READ = "select * from attendance_correction ";

    private final JdbcClient database;

    CorrectionTable(JdbcClient database) {
        this.database = database;
    }

    long insert(AgentId agent, CorrectionDraft draft, Actor by, Instant now) {
        database.sql(
                        """
                        insert into attendance_correction (agent_id, kind, from_at, until_at, base,
                            code, reason, asked_at, asked_kind, asked_id, asked_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(agent.value())
                .param(draft.kind().name())
                .param(utc(draft.from()))
                .param(utc(draft.until()))
                .param(draft.state().base().name())
                .param(draft.state().code())
                .param(draft.reason())
                .param(utc(now))
                .param(by.kind().name())
                .param(by.id())
                .param(by.name())
                .update();
        return database.sql("select last_insert_id()").query(Long.class).single();
    }

    /// @return whether it still waited in that version
    boolean decide(
            Correction known, Progress progress, Actor by, Instant now, @Nullable String note) {
        return database.sql(
                                """
                                update attendance_correction
                                set state = ?, decided_at = ?, decided_kind = ?, decided_id = ?,
                                    decided_name = ?, note = ?, version = version + 1
                                where id = ? and version = ? and state = 'ASKED'
                                """)
                        .param(progress.name())
                        .param(utc(now))
                        .param(by.kind().name())
                        .param(by.id())
                        .param(by.name())
                        .param(note)
                        .param(known.number())
                        .param(known.version())
                        .update()
                == 1;
    }

    Optional<Correction> find(long number) {
        return database.sql(READ + "where id = ?")
                .param(number)
                .query((row, _) -> correction(row))
                .optional();
    }

    /// One page, newest first.
    ///
    /// @param agents whose; null: everybody's
    /// @param progress null: whatever became of them
    /// @param before the number of the last one seen
    List<Correction> page(
            @Nullable Collection<AgentId> agents,
            @Nullable Progress progress,
            long before,
            int limit) {
        if (agents != null && agents.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, Object>(Map.of("before", before, "limit", limit));
        var conditions = narrowed(agents, progress, values) + " and id < :before";
        return database.sql(READ + conditions + " order by id desc limit :limit")
                .params(values)
                .query((row, _) -> correction(row))
                .list();
    }

    int count(@Nullable Collection<AgentId> agents, Progress progress) {
        if (agents != null && agents.isEmpty()) {
            return 0;
        }
        var values = new HashMap<String, Object>();
        var conditions = narrowed(agents, progress, values);
        return database.sql("select count(*) from attendance_correction " + conditions)
                .params(values)
                .query(Integer.class)
                .single();
    }

    private static String narrowed(
            @Nullable Collection<AgentId> agents,
            @Nullable Progress progress,
            Map<String, Object> values) {
        var conditions = new StringBuilder("where true");
        if (agents != null) {
            values.put("agents", agents.stream().map(AgentId::value).toList());
            conditions.append(" and agent_id in (:agents)");
        }
        if (progress != null) {
            values.put("progress", progress.name());
            conditions.append(" and state = :progress");
        }
        return conditions.toString();
    }

    /// Those of some people that touch a span and wait or were approved, oldest first.
    Map<AgentId, List<Correction>> of(Collection<AgentId> agents, TimeSpan span) {
        if (agents.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<AgentId, List<Correction>>();
        database.sql(
                        READ
                                + "where agent_id in (:agents) and until_at > :from and from_at <"
                                + " :until and state in ('ASKED', 'APPROVED') order by id")
                .param("agents", agents.stream().map(AgentId::value).toList())
                .param("from", utc(span.start()))
                .param("until", utc(span.end()))
                .query((row, _) -> correction(row))
                .list()
                .forEach(each ->
                        found.computeIfAbsent(each.agent(), _ -> new ArrayList<>()).add(each));
        return found;
    }

    private static Correction correction(ResultSet row) throws SQLException {
        var decided = row.getObject("decided_at", LocalDateTime.class);
        return new Correction(
                row.getLong("id"),
                new AgentId(row.getLong("agent_id")),
                Kind.valueOf(row.getString("kind")),
                TimeSpan.of(instant(row, "from_at"), instant(row, "until_at")),
                new PresenceState(
                        PresenceState.Base.valueOf(row.getString("base")), row.getString("code")),
                row.getString("reason"),
                actor(row, "asked"),
                instant(row, "asked_at"),
                Progress.valueOf(row.getString("state")),
                decided == null ? null : actor(row, "decided"),
                decided == null ? null : decided.toInstant(ZoneOffset.UTC),
                row.getString("note"),
                row.getLong("version"));
    }

    private static Actor actor(ResultSet row, String who) throws SQLException {
        return new Actor(
                Actor.Kind.valueOf(row.getString(who + "_kind")),
                row.getString(who + "_id"),
                row.getString(who + "_name"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
