package dev.rollcall.presence;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.Columns.Places;
import dev.rollcall.presence.PresenceEvent.Heartbeat;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.presence.Silence.Sign;
import dev.rollcall.shared.TimeSpan;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/// The log, its sources and their silences in the database.
@Component
class EventStore {

    /// Lists of a thousand and more the server turns into temporary tables.
    static final int LIST = 500;

    private static final String INSERT =
            """
            insert into presence_event (source, event_id, kind, agent_id, occurred_at, received_at,
                source_sequence, base, code, unit_id, work_item, channel, work_group,
                interval_seconds, actor_kind, actor_id, actor_name, skewed, clock_out_reason,
                expected_return)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String HAPPENING =
            """
            select agent_id, kind, occurred_at, source_sequence, base, code, unit_id, work_item,
                channel, source, event_id, actor_name, expected_return
            from presence_event
            """;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    EventStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /// Locks a source until the end of the transaction, making it known when it is new.
    ///
    /// @param alone whether others may not hold it at the same time
    Source lock(String source, boolean alone) {
        var sql =
                "select source, interval_seconds, last_sign_at from presence_source where source = ?"
                        + (alone ? " for update" : " lock in share mode");
        var found = jdbc.query(sql, EventStore::source, source);
        if (found.isEmpty()) {
            jdbc.update("insert ignore into presence_source (source) values (?)", source);
            found = jdbc.query(sql, EventStore::source, source);
        }
        return found.getFirst();
    }

    /// The sources that send heartbeats.
    List<Source> declaredSources() {
        return jdbc.query(
                "select source, interval_seconds, last_sign_at from presence_source where"
                        + " interval_seconds is not null",
                EventStore::source);
    }

    void update(Source source) {
        jdbc.update(
                "update presence_source set interval_seconds = ?, last_sign_at = ? where source ="
                        + " ?",
                statement ->
                        new Places(statement)
                                .number(source.intervalSeconds())
                                .time(source.lastSign())
                                .text(source.name()));
    }

    /// Which of a source's events the log already has.
    Set<String> known(String source, Collection<String> ids) {
        var known = new HashSet<String>();
        for (var part : parts(ids)) {
            var names = new ArrayList<Object>(List.of(source));
            names.addAll(part);
            known.addAll(
                    jdbc.queryForList(
                            "select event_id from presence_event where source = ? and event_id in ("
                                    + places(part.size())
                                    + ")",
                            String.class,
                            names.toArray()));
        }
        return known;
    }

    void append(List<LogEntry> entries) {
        jdbc.batchUpdate(INSERT, entries, Math.max(1, entries.size()), EventStore::bind);
        var notes = entries.stream().filter(entry -> note(entry.event()) != null).toList();
        // One by one: the server takes no batch of an insert that selects.
        for (var entry : notes) {
            jdbc.update(
                    """
                    insert into presence_note (event, note)
                    select id, ? from presence_event where source = ? and event_id = ?
                    """,
                    note(entry.event()),
                    entry.source(),
                    entry.event().id());
        }
    }

    private static @Nullable String note(LogEvent event) {
        return event instanceof StatusChanged status ? status.note() : null;
    }

    private static void bind(PreparedStatement statement, LogEntry entry) throws SQLException {
        var event = entry.event();
        PresenceState state = null;
        String item = null;
        Channel channel = null;
        String group = null;
        Integer interval = null;
        switch (event) {
            case StatusChanged status -> state = status.state();
            case WorkStarted work -> {
                item = work.workItem();
                channel = work.channel();
                group = work.group();
            }
            case WorkEnded work -> {
                item = work.workItem();
                channel = work.channel();
                group = work.group();
            }
            case Heartbeat heartbeat -> interval = heartbeat.intervalSeconds();
            case CorrectionEdge edge -> state = edge.state();
        }
        new Places(statement)
                .text(event.source())
                .text(event.id())
                .text(entry.kind().name())
                .number(entry.agent() == null ? null : Long.valueOf(entry.agent().value()))
                .time(event.time())
                .time(entry.received())
                .number(event.sequence())
                .text(state == null ? null : state.base().name())
                .text(state == null ? null : state.code())
                .number(entry.unit() == null ? null : Long.valueOf(entry.unit().value()))
                .text(item)
                .text(channel == null ? null : channel.name())
                .text(group)
                .number(interval)
                .text(entry.by().kind().name())
                .text(entry.by().id())
                .text(entry.by().name())
                .flag(entry.skewed())
                .text(entry.clockOutReason())
                .time(entry.expectedReturn());
    }

    /// What happened to a person after an instant, in order.
    ///
    /// @param after exclusive; null: from the beginning
    /// @param until inclusive; null: to the end
    List<Happening> happenings(AgentId agent, @Nullable Instant after, @Nullable Instant until) {
        var sql = new StringBuilder(HAPPENING).append(" where agent_id = ?");
        var values = new ArrayList<Object>(List.of(agent.value()));
        if (after != null) {
            sql.append(" and occurred_at > ?");
            values.add(Columns.utc(after));
        }
        if (until != null) {
            sql.append(" and occurred_at <= ?");
            values.add(Columns.utc(until));
        }
        var found = jdbc.query(sql.toString(), EventStore::happening, values.toArray());
        found.sort(null);
        return found;
    }

    /// The same for several people, as far as it had been told by an instant of our clock;
    /// everybody asked for has an entry.
    ///
    /// @param toldBy inclusive
    Map<AgentId, List<Happening>> happenings(
            Collection<AgentId> agents, @Nullable Instant after, Instant until, Instant toldBy) {
        var found = new HashMap<AgentId, List<Happening>>();
        for (var part : parts(agents)) {
            var values = new ArrayList<Object>();
            part.forEach(agent -> {
                found.put(agent, new ArrayList<>());
                values.add(agent.value());
            });
            var sql =
                    new StringBuilder(HAPPENING)
                            .append(" where agent_id in (%s)".formatted(places(part.size())))
                            .append(" and occurred_at <= ? and received_at <= ?");
            values.add(Columns.utc(until));
            values.add(Columns.utc(toldBy));
            if (after != null) {
                sql.append(" and occurred_at > ?");
                values.add(Columns.utc(after));
            }
            jdbc.query(
                    sql.toString(),
                    row -> {
                        found.computeIfAbsent(
                                        new AgentId(row.getLong("agent_id")),
                                        _ -> new ArrayList<>())
                                .add(happening(row, 0));
                    },
                    values.toArray());
        }
        found.values().forEach(list -> list.sort(null));
        return found;
    }

    /// Those of some people about whom something in a span was told late.
    ///
    /// @param after told later than that
    /// @param lag and so much later than it happened
    Set<AgentId> toldLate(Collection<AgentId> agents, TimeSpan span, Instant after, Duration lag) {
        var found = new HashSet<AgentId>();
        for (var part : parts(agents)) {
            var values = new ArrayList<Object>();
            part.forEach(agent -> values.add(agent.value()));
            values.addAll(
                    List.of(
                            Columns.utc(span.start()),
                            Columns.utc(span.end()),
                            Columns.utc(after),
                            lag.toSeconds()));
            jdbc.query(
                    """
                    select distinct agent_id from presence_event
                    where agent_id in (%s) and occurred_at >= ? and occurred_at < ?
                        and received_at > ? and received_at > occurred_at + interval ? second
                    """
                            .formatted(places(part.size())),
                    row -> {
                        found.add(new AgentId(row.getLong(1)));
                    },
                    values.toArray());
        }
        return found;
    }

    /// The instant of the nth event of a person after an instant; empty when there are fewer.
    Optional<Instant> nthAfter(AgentId agent, @Nullable Instant after, int n) {
        var values = new ArrayList<Object>(List.of(agent.value()));
        if (after != null) {
            values.add(Columns.utc(after));
        }
        return jdbc
                .query(
                        "select occurred_at from presence_event where agent_id = ?"
                                + (after == null ? "" : " and occurred_at > ?")
                                + " order by occurred_at limit 1 offset "
                                + (n - 1),
                        (row, number) -> Columns.instant(row, "occurred_at"),
                        values.toArray())
                .stream()
                .findFirst();
    }

    /// When the first event was received here; empty: none was.
    Optional<Instant> firstReceived() {
        return jdbc
                .query(
                        "select received_at from presence_event order by id limit 1",
                        (row, number) -> Columns.instant(row, "received_at"))
                .stream()
                .findFirst();
    }

    /// The unit a person clocked in to last, looked for among their latest events only.
    Optional<UnitId> lastUnit(AgentId agent) {
        return jdbc
                .query(
                        """
                        select unit_id from (
                            select unit_id, occurred_at from presence_event where agent_id = ?
                            order by occurred_at desc limit 2000) recent
                        where unit_id is not null order by occurred_at desc limit 1
                        """,
                        (row, number) -> new UnitId(row.getLong("unit_id")),
                        agent.value())
                .stream()
                .findFirst();
    }

    /// Everybody who has an event.
    List<AgentId> agents() {
        return jdbc.query(
                "select distinct agent_id from presence_event where agent_id is not null order by"
                        + " agent_id",
                (row, number) -> new AgentId(row.getLong("agent_id")));
    }

    /// Those for whom a source may have been the last to speak at some instant from `from` on: too
    /// many rather than too few.
    List<AgentId> perhapsSpokenFor(String source, Instant from) {
        return named.query(
                """
                select agent_id from presence_head where speaker = :source and last_at <= :from
                union
                select h.agent_id from presence_head h where h.last_at > :from and exists (
                    select 1 from presence_event e where e.agent_id = h.agent_id
                    and e.source = :source and e.occurred_at = (
                        select max(m.occurred_at) from presence_event m
                        where m.agent_id = h.agent_id and m.occurred_at <= :from
                        and m.kind not in ('CORRECTED', 'CORRECT_END')))
                """,
                Map.of("source", source, "from", Columns.utc(from)),
                (row, number) -> new AgentId(row.getLong("agent_id")));
    }

    /// A source's latest sign of life before an instant.
    Optional<Instant> signBefore(String source, Instant instant) {
        return Optional.ofNullable(
                        jdbc.queryForObject(
                                "select max(occurred_at) from presence_event where source = ? and"
                                        + " occurred_at < ?",
                                LocalDateTime.class,
                                source,
                                Columns.utc(instant)))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    /// A source's first sign of life after an instant.
    ///
    /// @param heartbeat whether it has to be a heartbeat
    Optional<Instant> signAfter(String source, Instant instant, boolean heartbeat) {
        return jdbc
                .query(
                        "select occurred_at from presence_event where source = ? and occurred_at >"
                                + " ?"
                                + (heartbeat ? " and interval_seconds is not null" : "")
                                + " order by occurred_at limit 1",
                        (row, number) -> Columns.instant(row, "occurred_at"),
                        source,
                        Columns.utc(instant))
                .stream()
                .findFirst();
    }

    /// The interval a source had declared before an instant.
    @Nullable Integer intervalBefore(String source, Instant instant) {
        return jdbc
                .query(
                        "select occurred_at, source_sequence, event_id, interval_seconds from"
                                + " presence_event where source = ? and interval_seconds is not null"
                                + " and occurred_at = (select occurred_at from presence_event where"
                                + " source = ? and interval_seconds is not null and occurred_at < ?"
                                + " order by occurred_at desc limit 1)",
                        EventStore::sign,
                        source,
                        source,
                        Columns.utc(instant))
                .stream()
                .max(Sign.ORDER)
                .map(Sign::intervalSeconds)
                .orElse(null);
    }

    /// A source's signs of life in a time.
    ///
    /// @param from inclusive; null: from the beginning
    /// @param until inclusive; null: to the end
    List<Sign> signs(String source, @Nullable Instant from, @Nullable Instant until) {
        var sql =
                new StringBuilder(
                        "select occurred_at, source_sequence, event_id, interval_seconds from"
                                + " presence_event where source = ?");
        var values = new ArrayList<Object>(List.of(source));
        if (from != null) {
            sql.append(" and occurred_at >= ?");
            values.add(Columns.utc(from));
        }
        if (until != null) {
            sql.append(" and occurred_at <= ?");
            values.add(Columns.utc(until));
        }
        return jdbc.query(sql.toString(), EventStore::sign, values.toArray());
    }

    /// A source's silences that start in a time.
    ///
    /// @param from inclusive; null: from the beginning
    /// @param before exclusive; null: to the end
    List<Silence> silences(String source, @Nullable Instant from, @Nullable Instant before) {
        return jdbc.query(
                "select source, silent_from, silent_until from presence_silence where source = ?"
                        + " and silent_from >= ? and silent_from < ? order by silent_from",
                EventStore::silence,
                source,
                from == null ? "0001-01-01" : Columns.utc(from),
                Columns.utc(before == null ? Silence.OPEN : before));
    }

    /// All silences that last beyond an instant.
    Silences silencesAfter(Instant instant) {
        return new Silences(
                jdbc.query(
                        "select source, silent_from, silent_until from presence_silence where"
                                + " silent_until > ?",
                        EventStore::silence,
                        Columns.utc(instant)));
    }

    void delete(Collection<Silence> silences) {
        for (var silence : silences) {
            jdbc.update(
                    "delete from presence_silence where source = ? and silent_from = ?",
                    silence.source(),
                    Columns.utc(silence.from()));
        }
    }

    void insert(Collection<Silence> silences) {
        for (var silence : silences) {
            jdbc.update(
                    "insert into presence_silence (source, silent_from, silent_until) values (?, ?,"
                            + " ?)",
                    silence.source(),
                    Columns.utc(silence.from()),
                    Columns.utc(silence.until()));
        }
    }

    static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    static <T> List<List<T>> parts(Collection<T> all) {
        var list = List.copyOf(all);
        var parts = new ArrayList<List<T>>();
        for (int i = 0; i < list.size(); i += LIST) {
            parts.add(list.subList(i, Math.min(list.size(), i + LIST)));
        }
        return parts;
    }

    private static Source source(ResultSet row, int number) throws SQLException {
        return new Source(
                row.getString("source"),
                Columns.intOrNull(row, "interval_seconds"),
                Columns.instantOrNull(row, "last_sign_at"));
    }

    private static Silence silence(ResultSet row, int number) throws SQLException {
        return new Silence(
                row.getString("source"),
                Columns.instant(row, "silent_from"),
                Columns.instant(row, "silent_until"));
    }

    private static Sign sign(ResultSet row, int number) throws SQLException {
        return new Sign(
                Columns.instant(row, "occurred_at"),
                Columns.longOrNull(row, "source_sequence"),
                row.getString("event_id"),
                Columns.intOrNull(row, "interval_seconds"));
    }

    private static Happening happening(ResultSet row, int number) throws SQLException {
        var source = row.getString("source");
        return new Happening(
                Columns.instant(row, "occurred_at"),
                Columns.longOrNull(row, "source_sequence"),
                deed(row),
                source,
                row.getString("event_id"),
                LogEntry.changedBy(
                        LogEntry.Kind.valueOf(row.getString("kind")),
                        source,
                        row.getString("actor_name")));
    }

    private static Happening.Deed deed(ResultSet row) throws SQLException {
        return switch (LogEntry.Kind.valueOf(row.getString("kind"))) {
            case STATUS -> {
                var unit = Columns.longOrNull(row, "unit_id");
                yield new Happening.StatusSet(
                        state(row),
                        unit == null ? null : new UnitId(unit),
                        Columns.instantOrNull(row, "expected_return"));
            }
            case WORK_STARTED ->
                    new Happening.WorkStarted(
                            row.getString("work_item"), Channel.valueOf(row.getString("channel")));
            case WORK_ENDED -> new Happening.WorkEnded(row.getString("work_item"));
            case CORRECTED -> new Happening.Corrected(row.getString("event_id"), state(row));
            case CORRECT_END ->
                    new Happening.CorrectionEnded(
                            CorrectionEdge.correctionOf(row.getString("event_id")));
            case HEARTBEAT -> throw new IllegalStateException("A heartbeat is about nobody");
        };
    }

    private static PresenceState state(ResultSet row) throws SQLException {
        return new PresenceState(
                PresenceState.Base.valueOf(row.getString("base")), row.getString("code"));
    }

    /// @param intervalSeconds what its latest heartbeat promised, null when it never sent one
    /// @param lastSign kept for sources with heartbeats
    record Source(String name, @Nullable Integer intervalSeconds, @Nullable Instant lastSign) {

        boolean isDeclared() {
            return intervalSeconds != null;
        }

        boolean isStaleAt(Instant instant) {
            return intervalSeconds != null
                    && lastSign != null
                    && instant.isAfter(lastSign.plus(Silence.allowed(intervalSeconds)));
        }
    }
}
