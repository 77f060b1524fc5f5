package dev.rollcall.presence;

import dev.rollcall.people.AgentId;
import dev.rollcall.presence.Columns.Places;
import dev.rollcall.presence.Rewrite.Lasting;
import dev.rollcall.shared.TimeSpan;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.stereotype.Component;

/// The timelines and where they end, in the database.
@Component
class TimelineStore {

    private static final String SEGMENT =
            """
            select agent_id, started_at, ended_at, base, code, origin_source, origin_event_id,
                changed_by, automatic, on_call, fold
            from presence_segment
            """;

    private static final String HEAD =
            """
            select agent_id, revision, last_at, started_at, base, code, origin_source,
                origin_event_id, changed_by, automatic, on_call, fold, fold_now
            from presence_head
            """;

    /// Of each person the first segment that ends at an instant or later, found with one look each.
    private static final String FINISHED_NEXT =
            """
            select %s from presence_head h
            join presence_segment s on s.agent_id = h.agent_id and s.ended_at = (
                select min(x.ended_at) from presence_segment x
                where x.agent_id = h.agent_id and x.ended_at >= ?)
            where h.agent_id in (%s)
            """;

    private final JdbcTemplate jdbc;

    TimelineStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Locks the timelines of some people until the end of the transaction, in the order of their
    /// numbers, so that two who lock the same people wait for each other instead of deadlocking.
    SortedSet<Head> lock(SortedSet<AgentId> agents) {
        var heads = new TreeSet<Head>(Comparator.comparing(Head::agent));
        for (var part : EventStore.parts(agents)) {
            var found = lock(part);
            if (found.size() < part.size()) {
                var missing = new TreeSet<>(part);
                found.forEach(head -> missing.remove(head.agent()));
                batch(
                        "insert ignore into presence_head (agent_id) values (?)",
                        missing,
                        (statement, agent) -> new Places(statement).number(agent.value()));
                found = lock(part);
            }
            heads.addAll(found);
        }
        return heads;
    }

    private List<Head> lock(List<AgentId> agents) {
        return jdbc.query(
                HEAD
                        + "where agent_id in ("
                        + EventStore.places(agents.size())
                        + ") order by agent_id for update",
                TimelineStore::head,
                agents.stream().map(AgentId::value).toArray());
    }

    /// Where somebody's timeline ends, without locking it.
    Head head(AgentId agent) {
        return jdbc.query(HEAD + "where agent_id = ?", TimelineStore::head, agent.value()).stream()
                .findFirst()
                .orElse(Head.empty(agent));
    }

    List<Head> heads() {
        return jdbc.query(HEAD + "where started_at is not null", TimelineStore::head);
    }

    /// The last segment of a person that starts before an instant; null when none does.
    @Nullable Lasting lastBefore(Head head, Instant instant) {
        var finished =
                jdbc.query(
                        SEGMENT + "where agent_id = ? and ended_at >= ? order by ended_at limit 1",
                        TimelineStore::lasting,
                        head.agent().value(),
                        Columns.utc(instant));
        var candidate = finished.isEmpty() ? open(head) : finished.getFirst();
        return candidate != null && candidate.start().isBefore(instant) ? candidate : null;
    }

    /// The same for several people in one go; who has none is missing.
    Map<AgentId, Lasting> lastBefore(Collection<AgentId> agents, Instant instant) {
        var found = new HashMap<AgentId, Lasting>();
        var at = Columns.utc(instant);
        for (var part : EventStore.parts(agents)) {
            var places = EventStore.places(part.size());
            jdbc.query(
                    HEAD + "where agent_id in (%s) and started_at < ?".formatted(places),
                    row -> {
                        var open = open(head(row, 0));
                        if (open != null) {
                            found.put(agent(row), open);
                        }
                    },
                    values(List.of(), part, at));
            // What ended later goes before what goes on; it may also be the first there is.
            jdbc.query(
                    FINISHED_NEXT.formatted("s.*", places),
                    row -> {
                        var next = lasting(row, 0);
                        if (next.start().isBefore(instant)) {
                            found.put(agent(row), next);
                        } else {
                            found.remove(agent(row));
                        }
                    },
                    values(List.of(at), part));
        }
        return found;
    }

    /// The segments of a person that start in a time, by their start.
    ///
    /// @param after exclusive; null: from the beginning
    /// @param until inclusive; null: to the end
    NavigableMap<Instant, Lasting> starting(
            Head head, @Nullable Instant after, @Nullable Instant until) {
        var sql = new StringBuilder(SEGMENT).append("where agent_id = ?");
        var values = new ArrayList<Object>(List.of(head.agent().value()));
        if (after != null) {
            sql.append(" and ended_at > ? and started_at > ?");
            values.add(Columns.utc(after));
            values.add(Columns.utc(after));
        }
        if (until != null) {
            // The one that goes on at that instant is the last that can matter.
            sql.append(
                    " and started_at <= ? and ended_at <= coalesce((select min(ended_at) from"
                            + " presence_segment where agent_id = ? and ended_at > ?),"
                            + " '9999-12-31')");
            values.add(Columns.utc(until));
            values.add(head.agent().value());
            values.add(Columns.utc(until));
        }
        var found = new TreeMap<Instant, Lasting>();
        for (var one : jdbc.query(sql.toString(), TimelineStore::lasting, values.toArray())) {
            found.put(one.start(), one);
        }
        var open = open(head);
        if (open != null
                && (after == null || open.start().isAfter(after))
                && (until == null || !open.start().isAfter(until))) {
            found.put(open.start(), open);
        }
        return found;
    }

    private static @Nullable Lasting open(Head head) {
        var open = head.open();
        return open == null ? null : new Lasting(open, Silence.OPEN);
    }

    /// Writes what changed: first what goes, then what comes, so that no two segments ever overlap
    /// in between.
    void write(Collection<Rewrite> rewrites) {
        var dropped = new ArrayList<Row>();
        var added = new ArrayList<Row>();
        for (var rewrite : rewrites) {
            rewrite.dropped().forEach(one -> dropped.add(new Row(rewrite.agent(), one)));
            rewrite.added().forEach(one -> added.add(new Row(rewrite.agent(), one)));
        }
        batch(
                "delete from presence_segment where agent_id = ? and ended_at = ? and started_at ="
                        + " ?",
                dropped,
                (statement, row) ->
                        new Places(statement)
                                .number(row.agent().value())
                                .time(row.lasting().end())
                                .time(row.lasting().start()));
        batch(
                """
                insert into presence_segment (agent_id, started_at, ended_at, base, code,
                    origin_source, origin_event_id, changed_by, automatic, on_call, fold)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                added,
                (statement, row) -> {
                    var places =
                            new Places(statement)
                                    .number(row.agent().value())
                                    .time(row.lasting().start())
                                    .time(row.lasting().end());
                    put(places, row.lasting().piece());
                });
        // The rows are locked and whole; replacing them costs a third of updating them, for which
        // the server would plan anew each time.
        batch(
                """
                replace into presence_head (agent_id, revision, last_at, speaker, unit_id,
                    started_at, base, code, origin_source, origin_event_id, changed_by, automatic,
                    on_call, fold, fold_now)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rewrites,
                (statement, one) -> bind(statement, one.head()));
    }

    private static void bind(PreparedStatement statement, Head head) throws SQLException {
        var now = head.now();
        var open = head.open();
        if (open == null) {
            throw new IllegalStateException("A written timeline has an open segment");
        }
        var places =
                new Places(statement)
                        .number(head.agent().value())
                        .number(head.revision())
                        .time(head.lastAt())
                        .text(now.speaker())
                        .number(now.unit() == null ? null : Long.valueOf(now.unit().value()))
                        .time(open.start());
        put(places, open).text(StoredFold.write(open.state(), open.origin(), now));
    }

    private static Places put(Places places, Piece piece) throws SQLException {
        var origin = piece.origin();
        return places.text(piece.state().base().name())
                .text(piece.state().code())
                .text(origin.source())
                .text(origin.eventId())
                .text(origin.changedBy())
                .flag(origin.automatic())
                .flag(piece.onCall())
                .text(StoredFold.write(piece.state(), origin, piece.fold()));
    }

    /// The segments of some people that overlap a span, in order; everybody asked for has an entry.
    Map<AgentId, List<PresenceSegment>> overlapping(Collection<AgentId> agents, TimeSpan span) {
        return overlapping(agents, span, SEGMENT, "s.*", "h.*", this::read);
    }

    /// The same without where they came from.
    Map<AgentId, List<PresenceSegment>> statesOverlapping(
            Collection<AgentId> agents, TimeSpan span) {
        var states = new HashMap<String, PresenceState>();
        return overlapping(
                agents,
                span,
                "select agent_id, started_at, ended_at, base, code from presence_segment ",
                "s.agent_id, s.started_at, s.ended_at, s.base, s.code",
                "h.agent_id, h.started_at, h.base, h.code",
                (sql, values, found) -> readStates(sql, values, found, states));
    }

    private interface Reading {
        void read(String sql, Object[] values, Map<AgentId, List<PresenceSegment>> found);
    }

    private static Map<AgentId, List<PresenceSegment>> overlapping(
            Collection<AgentId> agents,
            TimeSpan span,
            String segments,
            String ofSegment,
            String ofHead,
            Reading reading) {
        var found = new HashMap<AgentId, List<PresenceSegment>>();
        agents.forEach(agent -> found.put(agent, new ArrayList<>()));
        var start = Columns.utc(span.start());
        var end = Columns.utc(span.end());
        for (var part : EventStore.parts(found.keySet())) {
            var places = EventStore.places(part.size());
            // What ends inside, one look per person for what goes on at the end, and what is open:
            // never a scan of what came before or after.
            reading.read(
                    segments
                            + "where agent_id in (%s) and ended_at > ? and ended_at < ?"
                                    .formatted(places)
                            + " order by agent_id, ended_at",
                    values(List.of(), part, start, end),
                    found);
            reading.read(
                    (FINISHED_NEXT + " and s.started_at < ?").formatted(ofSegment, places),
                    values(List.of(end), part, end),
                    found);
            reading.read(
                    "select %s, null as ended_at from presence_head h where agent_id in (%s) and started_at < ?"
                            .formatted(ofHead, places),
                    values(List.of(), part, end),
                    found);
        }
        return found;
    }

    /// Hundreds of thousands of rows: equal states are one object, and where a segment begins where
    /// the last one ended its start is not read again.
    private void readStates(
            String sql,
            Object[] values,
            Map<AgentId, List<PresenceSegment>> found,
            Map<String, PresenceState> states) {
        jdbc.query(
                sql,
                row -> {
                    var segments = found.computeIfAbsent(agent(row), _ -> new ArrayList<>());
                    var start = segments.isEmpty() ? null : segments.getLast().end();
                    segments.add(
                            new PresenceSegment(
                                    start == null ? Columns.instant(row, "started_at") : start,
                                    Columns.instantOrNull(row, "ended_at"),
                                    known(states, row),
                                    null,
                                    null,
                                    null,
                                    false,
                                    false));
                },
                values);
    }

    private static PresenceState known(Map<String, PresenceState> states, ResultSet row)
            throws SQLException {
        var base = row.getString("base");
        var code = row.getString("code");
        var name = code == null ? base : base + "/" + code;
        var known = states.get(name);
        if (known == null) {
            known = state(row);
            states.put(name, known);
        }
        return known;
    }

    private void read(String sql, Object[] values, Map<AgentId, List<PresenceSegment>> found) {
        jdbc.query(
                sql,
                row -> {
                    found.computeIfAbsent(agent(row), agent -> new ArrayList<>())
                            .add(piece(row).until(Columns.instantOrNull(row, "ended_at")));
                },
                values);
    }

    private static Object[] values(List<Object> first, List<AgentId> agents, Object... last) {
        var values = new ArrayList<>(first);
        agents.forEach(agent -> values.add(agent.value()));
        values.addAll(List.of(last));
        return values.toArray();
    }

    private <T> void batch(
            String sql, Collection<T> rows, ParameterizedPreparedStatementSetter<T> values) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows, rows.size(), values);
        }
    }

    private static AgentId agent(ResultSet row) throws SQLException {
        return new AgentId(row.getLong("agent_id"));
    }

    private static Lasting lasting(ResultSet row, int number) throws SQLException {
        return new Lasting(piece(row), Columns.instant(row, "ended_at"));
    }

    private static Piece piece(ResultSet row) throws SQLException {
        var state = state(row);
        var origin = origin(row);
        return new Piece(
                Columns.instant(row, "started_at"),
                state,
                origin,
                row.getBoolean("on_call"),
                StoredFold.read(row.getString("fold"), state, origin));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        var agent = agent(row);
        long revision = row.getLong("revision");
        if (Columns.instantOrNull(row, "started_at") == null) {
            return new Head(agent, revision, null, null, FoldState.INITIAL);
        }
        var open = piece(row);
        return new Head(
                agent,
                revision,
                Columns.instantOrNull(row, "last_at"),
                open,
                StoredFold.read(row.getString("fold_now"), open.state(), open.origin()));
    }

    private static PresenceState state(ResultSet row) throws SQLException {
        return new PresenceState(
                PresenceState.Base.valueOf(row.getString("base")), row.getString("code"));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                row.getString("origin_source"),
                row.getString("origin_event_id"),
                row.getString("changed_by"),
                row.getBoolean("automatic"));
    }

    private record Row(AgentId agent, Lasting lasting) {}
}
