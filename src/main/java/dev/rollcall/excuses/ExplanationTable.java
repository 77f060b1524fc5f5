package dev.rollcall.excuses;

import static dev.rollcall.excuses.ExcuseTable.instant;
import static dev.rollcall.excuses.ExcuseTable.instantOrNull;
import static dev.rollcall.excuses.ExcuseTable.utc;

import dev.rollcall.adherence.Excusal;
import dev.rollcall.audit.Actor;
import dev.rollcall.excuses.Explanation.Progress;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Explanations in the database. Checks there hold what is written here together.
@Repository
class ExplanationTable {

    private static final String READ = "select * from explanation ";

    private final JdbcClient database;

    ExplanationTable(JdbcClient database) {
        this.database = database;
    }

    long insert(AgentId agent, ExplanationDraft draft, Actor by, Instant now) {
        database.sql(
                        """
                        insert into explanation (agent_id, from_at, until_at, reason, text, asked_at,
                            asked_kind, asked_id, asked_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(agent.value())
                .param(utc(draft.from()))
                .param(utc(end(draft)))
                .param(draft.reason())
                .param(draft.text())
                .param(utc(now))
                .param(by.kind().name())
                .param(by.id())
                .param(by.name())
                .update();
        return database.sql("select last_insert_id()").query(Long.class).single();
    }

    private static Instant end(ExplanationDraft draft) {
        return draft.until() == null ? Excusal.OPEN : draft.until();
    }

    /// Says something else while nobody has decided.
    ///
    /// @return whether it still waited in that version
    boolean say(Explanation known, ExplanationDraft draft, Instant now) {
        return database.sql(
                                """
                                update explanation set from_at = ?, until_at = ?, reason = ?,
                                    text = ?, asked_at = ?, version = version + 1
                                where id = ? and version = ? and state = 'ASKED'
                                """)
                        .param(utc(draft.from()))
                        .param(utc(end(draft)))
                        .param(draft.reason())
                        .param(draft.text())
                        .param(utc(now))
                        .param(known.number())
                        .param(known.version())
                        .update()
                == 1;
    }

    /// @return whether it still waited in that version
    boolean decide(
            Explanation known,
            Progress progress,
            Actor by,
            Instant now,
            @Nullable String note,
            @Nullable Long excuse) {
        return database.sql(
                                """
                                update explanation
                                set state = ?, decided_at = ?, decided_kind = ?, decided_id = ?,
                                    decided_name = ?, note = ?, excuse_id = ?, version = version + 1
                                where id = ? and version = ? and state = 'ASKED'
                                """)
                        .param(progress.name())
                        .param(utc(now))
                        .param(by.kind().name())
                        .param(by.id())
                        .param(by.name())
                        .param(note)
                        .param(excuse)
                        .param(known.number())
                        .param(known.version())
                        .update()
                == 1;
    }

    /// Lets it wait again.
    ///
    /// @return whether it was still decided in that version
    boolean reopen(Explanation known) {
        return database.sql(
                                """
                                update explanation
                                set state = 'ASKED', decided_at = null, decided_kind = null,
                                    decided_id = null, decided_name = null, note = null,
                                    excuse_id = null, version = version + 1
                                where id = ? and version = ? and state in ('APPROVED', 'REJECTED')
                                """)
                        .param(known.number())
                        .param(known.version())
                        .update()
                == 1;
    }

    Optional<Explanation> find(long number) {
        return database.sql(READ + "where id = ?")
                .param(number)
                .query((row, _) -> explanation(row))
                .optional();
    }

    /// One page, newest first.
    ///
    /// @param agents whose; null: everybody's
    /// @param progress null: whatever became of them
    /// @param span what they touch; null: whenever
    List<Explanation> page(
            @Nullable Collection<AgentId> agents,
            @Nullable Progress progress,
            @Nullable TimeSpan span,
            long before,
            int limit) {
        if (agents != null && agents.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, Object>(Map.of("before", before, "limit", limit));
        var conditions = new StringBuilder(narrowed(agents, progress, values));
        if (span != null) {
            values.put("from", utc(span.start()));
            values.put("until", utc(span.end()));
            // One that went on when it was explained is about the hours after it began.
            conditions.append(
                    " and least(until_at, from_at + interval 16 hour) > :from and from_at < :until");
        }
        return database.sql(READ + conditions + " and id < :before order by id desc limit :limit")
                .params(values)
                .query((row, _) -> explanation(row))
                .list();
    }

    /// One page of those that wait no more, newest first.
    ///
    /// @param agents whose; null: everybody's
    List<Explanation> decided(@Nullable Collection<AgentId> agents, long before, int limit) {
        if (agents != null && agents.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, Object>(Map.of("before", before, "limit", limit));
        return database.sql(
                        READ
                                + narrowed(agents, null, values)
                                + " and state <> 'ASKED' and id < :before order by id desc limit :limit")
                .params(values)
                .query((row, _) -> explanation(row))
                .list();
    }

    /// How many wait, but those of somebody and those an actor explained.
    int waiting(@Nullable Collection<AgentId> agents, @Nullable AgentId but, String actor) {
        if (agents != null && agents.isEmpty()) {
            return 0;
        }
        var values = new HashMap<String, Object>();
        var conditions = narrowed(agents, Progress.ASKED, values);
        values.put("but", but == null ? 0 : but.value());
        values.put("actor", actor);
        return database.sql(
                        "select count(*) from explanation "
                                + conditions
                                + " and agent_id <> :but and asked_id <> :actor")
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

    private static Explanation explanation(ResultSet row) throws SQLException {
        var decided = instantOrNull(row, "decided_at");
        return new Explanation(
                row.getLong("id"),
                new AgentId(row.getLong("agent_id")),
                TimeSpan.of(instant(row, "from_at"), instant(row, "until_at")),
                row.getString("reason"),
                row.getString("text"),
                actor(row, "asked"),
                instant(row, "asked_at"),
                Progress.valueOf(row.getString("state")),
                decided == null ? null : actor(row, "decided"),
                decided,
                row.getString("note"),
                row.getObject("excuse_id", Long.class),
                row.getLong("version"));
    }

    private static Actor actor(ResultSet row, String who) throws SQLException {
        return new Actor(
                Actor.Kind.valueOf(row.getString(who + "_kind")),
                row.getString(who + "_id"),
                row.getString(who + "_name"));
    }
}
