package dev.rollcall.feedback;

import static dev.rollcall.feedback.Rows.instant;
import static dev.rollcall.feedback.Rows.instantOrNull;
import static dev.rollcall.feedback.Rows.utc;

import dev.rollcall.audit.Actor;
import dev.rollcall.feedback.Feedback.Reply;
import dev.rollcall.feedback.Feedback.Report;
import dev.rollcall.people.AgentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Feedback in the database. Checks and a trigger there hold what is written here together.
@Repository
class FeedbackTable {

    private static final String READ =
            """
            select n.*, (select group_concat(t.tag order by t.tag separator ',')
                from feedback_note_tag t where t.note_id = n.id) as tags
            from feedback_note n
            """;
    private static final String OPEN =
            " and n.withdrawn_at is null and (n.report is null or n.report = 'KEPT')";

    private final JdbcClient database;

    FeedbackTable(JdbcClient database) {
        this.database = database;
    }

    // ------------------------------------------------------------------ writing

    long insert(
            FeedbackDraft draft,
            boolean fromLead,
            Actor by,
            @Nullable AgentId byAgent,
            Instant now) {
        var about = draft.about();
        database.sql(
                        """
                        insert into feedback_note (agent_id, kind, origin, giver_kind, giver_id, giver_name,
                            giver_agent_id, said, next_step, about, about_id, given_at)
                        values (:agent, :kind, :origin, :byKind, :byId, :byName, :byAgent, :said, :next, :about, :aboutId, :now)
                        """)
                .param("agent", draft.to().value())
                .param("kind", draft.kind().name())
                .param("origin", fromLead ? "LEAD" : "PEER")
                .param("byKind", by.kind().name())
                .param("byId", by.id())
                .param("byName", by.name())
                .param("byAgent", byAgent == null ? null : byAgent.value())
                .param("said", draft.said())
                .param("next", draft.next().isEmpty() ? null : draft.next())
                .param("about", about == null ? null : about.subject().name())
                .param("aboutId", about == null ? null : about.id())
                .param("now", utc(now))
                .update();
        long number = database.sql("select last_insert_id()").query(Long.class).single();
        for (var tag : draft.tags()) {
            database.sql("insert into feedback_note_tag (note_id, tag) values (?, ?)")
                    .params(number, tag)
                    .update();
        }
        return number;
    }

    /// @return whether it stood until now
    boolean withdraw(long number, Instant now) {
        return database.sql(
                                "update feedback_note set withdrawn_at = ? where id = ? and withdrawn_at is null")
                        .params(utc(now), number)
                        .update()
                == 1;
    }

    void seen(AgentId agent, Instant now) {
        database.sql("update feedback_note set seen_at = ? where agent_id = ? and seen_at is null")
                .params(utc(now), agent.value())
                .update();
    }

    /// @param text null: thanks
    /// @return whether nothing was said to it before
    boolean reply(long number, @Nullable String text, Instant now) {
        return database.sql(
                                """
                                update feedback_note set reply = :reply, reply_text = :text, replied_at = :now
                                where id = :id and reply is null and withdrawn_at is null
                                """)
                        .param("reply", text == null ? "THANKS" : "WORDS")
                        .param("text", text)
                        .param("now", utc(now))
                        .param("id", number)
                        .update()
                == 1;
    }

    /// @param since null: not any more
    void share(long number, @Nullable Instant since) {
        database.sql("update feedback_note set shared_at = ? where id = ?")
                .param(since == null ? null : utc(since))
                .param(number)
                .update();
    }

    /// @return whether nobody had reported it before
    boolean report(long number, String reason, Instant now) {
        return database.sql(
                                """
                                update feedback_note set report = 'WAITS', report_reason = ?, reported_at = ?, shared_at = null
                                where id = ? and report is null and withdrawn_at is null
                                """)
                        .params(reason, utc(now), number)
                        .update()
                == 1;
    }

    /// @return whether it waited for that
    boolean decide(long number, boolean kept, String by, Instant now) {
        return database.sql(
                                """
                                update feedback_note set report = ?, decided_at = ?, decided_name = ?
                                where id = ? and report = 'WAITS'
                                """)
                        .params(kept ? "KEPT" : "REMOVED", utc(now), by, number)
                        .update()
                == 1;
    }

    int dropBefore(Instant end, int limit) {
        return database.sql(
                        "delete from feedback_note where given_at < ? order by given_at limit ?")
                .params(utc(end), limit)
                .update();
    }

    // ------------------------------------------------------------------ reading

    Optional<Feedback> find(long number) {
        return list("where n.id = :id", Map.of("id", number)).stream().findFirst();
    }

    /// What somebody was given and may read, the latest first.
    List<Feedback> of(AgentId agent, Instant from, Instant until, int limit) {
        return list(
                "where n.agent_id = :agent and n.given_at >= :from and n.given_at < :until"
                        + OPEN
                        + " order by n.given_at desc, n.id desc limit :limit",
                Map.of(
                        "agent", agent.value(),
                        "from", utc(from),
                        "until", utc(until),
                        "limit", limit));
    }

    /// What somebody said themselves, the latest first, that taken back too.
    List<Feedback> by(String giver, int limit) {
        return list(
                "where n.giver_id = :giver and n.giver_kind = 'USER' order by n.given_at desc, n.id desc limit :limit",
                Map.of("giver", giver, "limit", limit));
    }

    /// What those who look after people gave them, and praise its receivers show: what others than
    /// the two may read.
    ///
    /// @param people whose; null: everybody's
    /// @param teamOnly only what is shown to the team
    List<Feedback> readable(
            @Nullable Collection<Long> people, boolean teamOnly, long before, int limit) {
        if (people != null && people.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, Object>();
        values.put("before", before);
        values.put("limit", limit);
        if (people != null) {
            values.put("people", people);
        }
        return list(
                "where n.id < :before"
                        + (teamOnly
                                ? " and n.shared_at is not null"
                                : " and (n.origin = 'LEAD' or n.shared_at is not null)")
                        + (people == null ? "" : " and n.agent_id in (:people)")
                        + OPEN
                        + " order by n.id desc limit :limit",
                values);
    }

    /// What was reported and waits, the oldest first.
    List<Feedback> reported() {
        return list("where n.report = 'WAITS' order by n.reported_at, n.id", Map.of());
    }

    /// When each person was last given feedback by somebody who looks after them.
    Map<AgentId, Instant> lastFromLeads() {
        var found = new HashMap<AgentId, Instant>();
        database.sql(
                        "select n.agent_id, max(n.given_at) as last from feedback_note n where n.origin = 'LEAD'"
                                + OPEN
                                + " group by n.agent_id")
                .query(row -> {
                    found.put(new AgentId(row.getLong("agent_id")), instant(row, "last"));
                });
        return found;
    }

    /// What is said of whom, for counting: one for each tag of what was given.
    List<Mention> mentions(Instant from, Instant until) {
        return database.sql(
                        "select n.agent_id, n.kind, t.tag from feedback_note n join feedback_note_tag t on t.note_id = n.id"
                                + " where n.given_at >= :from and n.given_at < :until"
                                + OPEN)
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, _) ->
                        new Mention(
                                new AgentId(row.getLong("agent_id")),
                                row.getString("tag"),
                                Kind.valueOf(row.getString("kind"))))
                .list();
    }

    /// That a tag was given to somebody once.
    record Mention(AgentId agent, String tag, Kind kind) {}

    private List<Feedback> list(String rest, Map<String, ?> values) {
        return database.sql(READ + rest).params(values).query((row, _) -> feedback(row)).list();
    }

    private static Feedback feedback(ResultSet row) throws SQLException {
        var tags = row.getString("tags");
        var about = row.getString("about");
        var reply = instantOrNull(row, "replied_at");
        var report = row.getString("report");
        return new Feedback(
                row.getLong("id"),
                new AgentId(row.getLong("agent_id")),
                Kind.valueOf(row.getString("kind")),
                row.getString("origin").equals("LEAD"),
                new Actor(
                        Actor.Kind.valueOf(row.getString("giver_kind")),
                        row.getString("giver_id"),
                        row.getString("giver_name")),
                Rows.agentOrNull(row, "giver_agent_id"),
                row.getString("said"),
                Objects.requireNonNullElse(row.getString("next_step"), ""),
                tags == null ? Set.of() : Set.of(tags.split(",", -1)),
                about == null
                        ? null
                        : new About(About.Subject.valueOf(about), row.getString("about_id")),
                instant(row, "given_at"),
                instantOrNull(row, "seen_at"),
                reply == null ? null : new Reply(row.getString("reply_text"), reply),
                instantOrNull(row, "shared_at"),
                instantOrNull(row, "withdrawn_at"),
                report == null
                        ? null
                        : new Report(
                                Report.State.valueOf(report),
                                row.getString("report_reason"),
                                instant(row, "reported_at")));
    }
}
