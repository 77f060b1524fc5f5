package dev.rollcall.messages;

import dev.rollcall.audit.Actor;
import dev.rollcall.messages.QuickMessage.Copy;
import dev.rollcall.people.AgentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Messages in the database. Checks there hold what is written here together.
@Repository
class MessageTable {

    private static final int ROWS_A_BATCH = 500;
    private static final String READ =
            """
            select m.*, c.agent_id, c.delivered_at, c.read_at, c.answered_at, c.answer, c.answer_text
            from quick_message m join quick_message_copy c on c.message_id = m.id
            """;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    MessageTable(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    // ------------------------------------------------------------------ writing

    long insert(Set<AgentId> people, String text, Actor by, Instant now) {
        database.sql(
                        """
                        insert into quick_message (text, sent_at, sent_kind, sent_id, sent_name)
                        values (?, ?, ?, ?, ?)
                        """)
                .param(text)
                .param(utc(now))
                .param(by.kind().name())
                .param(by.id())
                .param(by.name())
                .update();
        long number = database.sql("select last_insert_id()").query(Long.class).single();
        batches.batchUpdate(
                "insert into quick_message_copy (message_id, agent_id) values (?, ?)",
                people,
                ROWS_A_BATCH,
                (row, agent) -> {
                    row.setLong(1, number);
                    row.setLong(2, agent.value());
                });
        return number;
    }

    /// @return whether it stood until now
    boolean withdraw(long number, Instant now) {
        return database.sql(
                                "update quick_message set withdrawn_at = ?"
                                        + " where id = ? and withdrawn_at is null")
                        .param(utc(now))
                        .param(number)
                        .update()
                == 1;
    }

    /// A page of theirs showed these.
    ///
    /// @return of how many that was new
    int delivered(AgentId agent, Collection<Long> numbers, Instant now) {
        return database.sql(
                        """
                        update quick_message_copy set delivered_at = :now
                        where agent_id = :agent and message_id in (:numbers) and delivered_at is null
                        """)
                .param("now", utc(now))
                .param("agent", agent.value())
                .param("numbers", numbers)
                .update();
    }

    /// @return whether they had not read it yet
    boolean read(AgentId agent, long number, Instant now) {
        return database.sql(
                                """
                                update quick_message_copy
                                set read_at = :now, delivered_at = coalesce(delivered_at, :now)
                                where agent_id = :agent and message_id = :number and read_at is null
                                """)
                        .param("now", utc(now))
                        .param("agent", agent.value())
                        .param("number", number)
                        .update()
                == 1;
    }

    /// @return whether they had not answered yet
    boolean answer(AgentId agent, long number, Answer answer) {
        return database.sql(
                                """
                                update quick_message_copy
                                set answered_at = :now, answer = :kind, answer_text = :text,
                                    read_at = coalesce(read_at, :now),
                                    delivered_at = coalesce(delivered_at, :now)
                                where agent_id = :agent and message_id = :number
                                    and answered_at is null
                                """)
                        .param("now", utc(answer.at()))
                        .param("kind", answer.kind().name())
                        .param("text", answer.kind() == Answer.Kind.TEXT ? answer.text() : null)
                        .param("agent", agent.value())
                        .param("number", number)
                        .update()
                == 1;
    }

    /// Drops some of those sent before an instant.
    ///
    /// @return how many
    int dropBefore(Instant end, int limit) {
        return database.sql("delete from quick_message where sent_at < ? order by sent_at limit ?")
                .param(utc(end))
                .param(limit)
                .update();
    }

    // ------------------------------------------------------------------ reading

    Optional<QuickMessage> find(long number) {
        return messages(READ + "where m.id = :number order by c.agent_id", Map.of("number", number))
                .stream()
                .findFirst();
    }

    /// What stands and somebody has neither read nor answered, the oldest first, with their own
    /// copy only.
    List<QuickMessage> waiting(AgentId agent, Instant since) {
        return messages(
                READ
                        + """
                        where c.agent_id = :agent and c.read_at is null and m.withdrawn_at is null
                            and m.sent_at >= :since
                        order by m.id
                        """,
                Map.of("agent", agent.value(), "since", utc(since)));
    }

    /// One page, the newest first, each with all its copies.
    ///
    /// @param agents at least one of whom it was sent to; null: whoever
    List<QuickMessage> page(
            @Nullable Collection<AgentId> agents, @Nullable Instant since, long before, int limit) {
        if (agents != null && agents.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, Object>();
        values.put("before", before);
        values.put("limit", limit);
        var conditions = new StringBuilder("where n.id < :before");
        if (since != null) {
            values.put("since", utc(since));
            conditions.append(" and n.sent_at >= :since");
        }
        if (agents != null) {
            values.put("agents", agents.stream().map(AgentId::value).toList());
            conditions.append(
                    " and exists (select * from quick_message_copy o"
                            + " where o.message_id = n.id and o.agent_id in (:agents))");
        }
        return messages(
                READ
                        + "join (select n.id from quick_message n "
                        + conditions
                        + " order by n.id desc limit :limit) page on page.id = m.id"
                        + " order by m.id desc, c.agent_id",
                values);
    }

    private List<QuickMessage> messages(String sql, Map<String, ?> values) {
        var found = new LinkedHashMap<Long, QuickMessage>();
        var copies = new HashMap<Long, List<Copy>>();
        database.sql(sql)
                .params(values)
                .query(row -> {
                    long number = row.getLong("id");
                    if (!found.containsKey(number)) {
                        found.put(number, message(row));
                    }
                    copies.computeIfAbsent(number, _ -> new ArrayList<>()).add(copy(row));
                });
        return found.values().stream()
                .map(each ->
                        new QuickMessage(
                                each.number(),
                                each.text(),
                                each.sentBy(),
                                each.sentAt(),
                                each.withdrawnAt(),
                                copies.getOrDefault(each.number(), List.of())))
                .toList();
    }

    private static QuickMessage message(ResultSet row) throws SQLException {
        return new QuickMessage(
                row.getLong("id"),
                row.getString("text"),
                new Actor(
                        Actor.Kind.valueOf(row.getString("sent_kind")),
                        row.getString("sent_id"),
                        row.getString("sent_name")),
                Objects.requireNonNull(instant(row, "sent_at")),
                instant(row, "withdrawn_at"),
                List.of());
    }

    private static Copy copy(ResultSet row) throws SQLException {
        var answered = instant(row, "answered_at");
        return new Copy(
                new AgentId(row.getLong("agent_id")),
                instant(row, "delivered_at"),
                instant(row, "read_at"),
                answered == null
                        ? null
                        : new Answer(
                                Answer.Kind.valueOf(row.getString("answer")),
                                Objects.requireNonNullElse(row.getString("answer_text"), ""),
                                answered));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
