package dev.rollcall.coaching;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sessions and what belongs to them in the database.
@Repository
class CoachingTable {

    private final JdbcClient database;

    CoachingTable(JdbcClient database) {
        this.database = database;
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column));
    }

    // ------------------------------------------------------------------ sessions

    long insert(SessionDraft draft, Map<AgentId, LocalDate> planned, Actor by, Instant now) {
        var span = draft.span();
        var reason = draft.reason();
        database.sql(
                        """
                        insert into coaching_session (kind, title, starts_at, ends_at, agenda, reason_kind, reason_ref,
                            coach_kind, coach_id, coach_name, follow_up, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(draft.kind().name())
                .param(draft.title().strip())
                .param(span == null ? null : utc(span.start()))
                .param(span == null ? null : utc(span.end()))
                .param(draft.agenda().strip())
                .param(reason == null ? null : reason.kind().name())
                .param(reason == null ? null : reason.which())
                .param(by.kind().name())
                .param(by.id())
                .param(by.name())
                .param(draft.followUp())
                .param(utc(now))
                .update();
        long number = database.sql("select last_insert_id()").query(Long.class).single();
        for (var agent : draft.people()) {
            database.sql(
                            "insert into coaching_participant (session_id, agent_id, planned_on) values (?, ?, ?)")
                    .param(number)
                    .param(agent.value())
                    .param(planned.get(agent))
                    .update();
        }
        return number;
    }

    /// Counts a change.
    ///
    /// @param change what is set, beginning with a comma
    /// @return whether it was still that version
    boolean change(Session known, String change, Map<String, ?> values) {
        return database.sql(
                                "update coaching_session set version = version + 1"
                                        + change
                                        + " where id = :id and version = :version")
                        .params(values)
                        .param("id", known.number())
                        .param("version", known.version())
                        .update()
                == 1;
    }

    void planned(long session, Map<AgentId, LocalDate> planned) {
        database.sql("update coaching_participant set planned_on = null where session_id = ?")
                .param(session)
                .update();
        planned.forEach((agent, date) ->
                database.sql(
                                "update coaching_participant set planned_on = ? where session_id = ? and agent_id = ?")
                        .params(date, session, agent.value())
                        .update());
    }

    /// What the person says of their part.
    boolean said(long session, AgentId agent, String change, Map<String, ?> values) {
        return database.sql(
                                "update coaching_participant set "
                                        + change
                                        + " where session_id = :session and agent_id = :agent")
                        .params(values)
                        .param("session", session)
                        .param("agent", agent.value())
                        .update()
                == 1;
    }

    Optional<Session> find(long number) {
        return sessions("where s.id = :number", Map.of("number", number)).stream().findFirst();
    }

    /// Those of some people, the latest first.
    List<Session> of(Collection<AgentId> people, String condition, int limit) {
        if (people.isEmpty()) {
            return List.of();
        }
        return sessions(
                "where exists (select 1 from coaching_participant p where p.session_id = s.id and p.agent_id in (:people)) "
                        + condition
                        + " order by coalesce(s.starts_at, s.created_at) desc, s.id desc limit :limit",
                Map.of("people", people.stream().map(AgentId::value).toList(), "limit", limit));
    }

    /// Those that wait for their coach to come back to them by a day, who was not told of it yet.
    List<Session> toRemind(LocalDate day) {
        return sessions(
                "where s.state in ('HELD', 'MISSED') and not s.followed_up and not s.reminded and s.follow_up <= :day",
                Map.of("day", day));
    }

    private List<Session> sessions(String condition, Map<String, ?> values) {
        var found =
                database.sql("select s.* from coaching_session s " + condition)
                        .params(values)
                        .query((row, _) -> session(row))
                        .list();
        if (found.isEmpty()) {
            return found;
        }
        var people = new HashMap<Long, List<Participant>>();
        database.sql(
                        "select * from coaching_participant where session_id in (:sessions) order by agent_id")
                .param("sessions", found.stream().map(Session::number).toList())
                .query(row -> {
                    people.computeIfAbsent(row.getLong("session_id"), _ -> new ArrayList<>())
                            .add(participant(row));
                });
        return found.stream()
                .map(each -> each.with(people.getOrDefault(each.number(), List.of())))
                .toList();
    }

    private static Session session(ResultSet row) throws SQLException {
        var start = instant(row, "starts_at");
        var end = instant(row, "ends_at");
        var reason = row.getString("reason_kind");
        return new Session(
                row.getLong("id"),
                SessionKind.valueOf(row.getString("kind")),
                row.getString("title"),
                start == null || end == null ? null : TimeSpan.of(start, end),
                row.getString("agenda"),
                row.getString("notes"),
                reason == null
                        ? null
                        : new Reason(Reason.Kind.valueOf(reason), row.getString("reason_ref")),
                SessionState.valueOf(row.getString("state")),
                row.getString("why"),
                new Actor(
                        Actor.Kind.valueOf(row.getString("coach_kind")),
                        row.getString("coach_id"),
                        row.getString("coach_name")),
                row.getObject("follow_up", LocalDate.class),
                row.getBoolean("followed_up"),
                at(row, "created_at"),
                row.getLong("version"),
                List.of());
    }

    private static Participant participant(ResultSet row) throws SQLException {
        return new Participant(
                new AgentId(row.getLong("agent_id")),
                row.getObject("planned_on", LocalDate.class),
                instant(row, "seen_at"),
                instant(row, "learned_at"),
                instant(row, "acknowledged_at"),
                row.getString("word"));
    }

    // ------------------------------------------------------------------ goals

    void goal(long session, AgentId agent, GoalDraft draft) {
        database.sql(
                        "insert into coaching_goal (session_id, agent_id, metric, text, target, due) values (?, ?, ?, ?, ?, ?)")
                .param(session)
                .param(agent.value())
                .param(draft.metric().name())
                .param(draft.text().strip())
                .param(draft.target())
                .param(draft.due())
                .update();
    }

    List<Goal> goals(long session) {
        return database.sql("select * from coaching_goal where session_id = ? order by id")
                .param(session)
                .query((row, _) ->
                        new Goal(
                                row.getLong("id"),
                                row.getLong("session_id"),
                                new AgentId(row.getLong("agent_id")),
                                Metric.valueOf(row.getString("metric")),
                                row.getString("text"),
                                row.getBigDecimal("target"),
                                row.getObject("due", LocalDate.class)))
                .list();
    }

    /// Who was coached on a metric in a span.
    Set<AgentId> coached(Metric metric, Instant from, Instant until) {
        return new HashSet<>(
                database.sql(
                                """
                                select distinct g.agent_id from coaching_goal g join coaching_session s on s.id = g.session_id
                                where g.metric = ? and s.state = 'HELD'
                                    and coalesce(s.starts_at, s.created_at) >= ? and coalesce(s.starts_at, s.created_at) < ?
                                """)
                        .params(metric.name(), utc(from), utc(until))
                        .query((row, _) -> new AgentId(row.getLong("agent_id")))
                        .list());
    }

    // ------------------------------------------------------------------ actions

    long action(long session, AgentId agent, ActionItem.Owner owner, String text, LocalDate due) {
        database.sql(
                        "insert into coaching_action (session_id, agent_id, owner, text, due) values (?, ?, ?, ?, ?)")
                .params(session, agent.value(), owner.name(), text, due)
                .update();
        return database.sql("select last_insert_id()").query(Long.class).single();
    }

    Optional<ActionItem> action(long number) {
        return actions("where id = :number", Map.of("number", number)).stream().findFirst();
    }

    List<ActionItem> actions(long session) {
        return actions("where session_id = :session order by due, id", Map.of("session", session));
    }

    /// What is open of some people, the first due first.
    List<ActionItem> open(Collection<AgentId> people, int limit) {
        return people.isEmpty()
                ? List.of()
                : actions(
                        "where agent_id in (:people) and done_at is null order by due, id limit :limit",
                        Map.of(
                                "people",
                                people.stream().map(AgentId::value).toList(),
                                "limit",
                                limit));
    }

    List<ActionItem> actionsToRemind(LocalDate day) {
        return actions(
                "where done_at is null and not reminded and due <= :day order by id",
                Map.of("day", day));
    }

    void reminded(ActionItem action) {
        database.sql("update coaching_action set reminded = true where id = ?")
                .param(action.number())
                .update();
    }

    void reminded(Session session) {
        database.sql("update coaching_session set reminded = true where id = ?")
                .param(session.number())
                .update();
    }

    boolean done(ActionItem action, @Nullable Instant at) {
        return database.sql("update coaching_action set done_at = ? where id = ?")
                        .param(at == null ? null : utc(at))
                        .param(action.number())
                        .update()
                == 1;
    }

    private List<ActionItem> actions(String condition, Map<String, ?> values) {
        return database.sql("select * from coaching_action " + condition)
                .params(values)
                .query((row, _) ->
                        new ActionItem(
                                row.getLong("id"),
                                row.getLong("session_id"),
                                new AgentId(row.getLong("agent_id")),
                                ActionItem.Owner.valueOf(row.getString("owner")),
                                row.getString("text"),
                                Objects.requireNonNull(row.getObject("due", LocalDate.class)),
                                instant(row, "done_at")))
                .list();
    }

    // ------------------------------------------------------------------ material, notes, tips

    void material(long session, String title, String link) {
        database.sql("insert into coaching_material (session_id, title, link) values (?, ?, ?)")
                .params(session, title, link)
                .update();
    }

    List<Material> materials(long session) {
        return database.sql(
                        "select title, link from coaching_material where session_id = ? order by id")
                .param(session)
                .query((row, _) -> new Material(row.getString("title"), row.getString("link")))
                .list();
    }

    void privateNote(long session, Actor writer, String note, Instant now) {
        if (note.isEmpty()) {
            database.sql("delete from coaching_private_note where session_id = ? and writer_id = ?")
                    .params(session, writer.id())
                    .update();
            return;
        }
        database.sql(
                        """
                        insert into coaching_private_note (session_id, writer_id, note, written_at)
                        values (:session, :writer, :note, :now)
                        on duplicate key update note = :note, written_at = :now
                        """)
                .param("session", session)
                .param("writer", writer.id())
                .param("note", note)
                .param("now", utc(now))
                .update();
    }

    Optional<String> privateNote(long session, Actor writer) {
        return database.sql(
                        "select note from coaching_private_note where session_id = ? and writer_id = ?")
                .params(session, writer.id())
                .query(String.class)
                .optional();
    }

    void tip(long message, AgentId agent, String text, Actor by, Instant now) {
        database.sql(
                        "insert into coaching_tip (message_id, agent_id, text, given_at, coach_id, coach_name) values (?, ?, ?, ?, ?, ?)")
                .params(message, agent.value(), text, utc(now), by.id(), by.name())
                .update();
    }

    /// The latest tips to some people, the newest first.
    List<Tip> tips(Collection<AgentId> people, int limit) {
        if (people.isEmpty()) {
            return List.of();
        }
        return database.sql(
                        "select * from coaching_tip where agent_id in (:people) order by given_at desc limit :limit")
                .param("people", people.stream().map(AgentId::value).toList())
                .param("limit", limit)
                .query((row, _) ->
                        new Tip(
                                row.getLong("message_id"),
                                new AgentId(row.getLong("agent_id")),
                                row.getString("text"),
                                at(row, "given_at"),
                                row.getString("coach_name"),
                                null))
                .list();
    }
}
