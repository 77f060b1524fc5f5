package dev.rollcall.excuses;

import dev.rollcall.adherence.Excusal;
import dev.rollcall.adherence.Excusals;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import dev.rollcall.shared.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Excuses in the database, and what adherence reads of them. Checks and triggers there hold what
/// is written here together.
@Repository
class ExcuseTable implements Excusals {

    private static final int ROWS_A_BATCH = 500;
    private static final String READ =
            """
            select e.*,
                (select count(*) from excuse_person p where p.excuse_id = e.id) as covered
            from excuse e
            """;

    private static final String TOUCHING =
            """
            select p.agent_id, e.from_at, e.until_at, e.ended_at, e.note, e.given_name, e.given_at,
                r.*
            from excuse e
                join excuse_person p on p.excuse_id = e.id
                join excuse_reason r on r.code = e.reason
            where p.agent_id in (:people) and e.until_at > :from and e.from_at < :until
            """;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    ExcuseTable(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    // ------------------------------------------------------------------ what adherence reads

    @Override
    public Map<AgentId, List<Excusal>> of(Collection<AgentId> people, TimeSpan span) {
        var found = new HashMap<AgentId, List<Excusal>>();
        if (people.isEmpty()) {
            return found;
        }
        database.sql(TOUCHING + " and e.taken_back_at is null order by e.id")
                .params(touching(people, span))
                .query(row -> {
                    found.computeIfAbsent(
                                    new AgentId(row.getLong("agent_id")), _ -> new ArrayList<>())
                            .add(excusal(row, instant(row, "until_at")));
                });
        return found;
    }

    @Override
    public List<Excusal> asKnownAt(AgentId person, TimeSpan span, Instant instant) {
        var values = touching(List.of(person), span);
        values.put("known", utc(instant));
        return database.sql(
                        TOUCHING
                                + """
                                   and e.given_at <= :known and p.joined_at <= :known
                                   and (e.taken_back_at is null or e.taken_back_at > :known)
                                order by e.id
                                """)
                .params(values)
                .query((row, _) -> {
                    // Before somebody said when it ends it went on.
                    var ended = row.getObject("ended_at", LocalDateTime.class);
                    boolean wentOn = ended != null && ended.isAfter(utc(instant));
                    return excusal(row, wentOn ? Excusal.OPEN : instant(row, "until_at"));
                })
                .list();
    }

    @Override
    public Set<AgentId> changedAfter(Collection<AgentId> people, TimeSpan span, Instant instant) {
        if (people.isEmpty()) {
            return Set.of();
        }
        var values = touching(people, span);
        values.put("after", utc(instant));
        return new HashSet<>(
                database.sql(
                                """
                                select distinct p.agent_id from excuse e
                                    join excuse_person p on p.excuse_id = e.id
                                where p.agent_id in (:people) and e.from_at < :until
                                    and (e.until_at > :from or e.ended_at > :after)
                                    and (e.given_at > :after or p.joined_at > :after
                                        or e.ended_at > :after or e.taken_back_at > :after)
                                """)
                        .params(values)
                        .query((row, _) -> new AgentId(row.getLong("agent_id")))
                        .list());
    }

    private static Map<String, Object> touching(Collection<AgentId> people, TimeSpan span) {
        return new HashMap<>(
                Map.of(
                        "people",
                        people.stream().map(AgentId::value).toList(),
                        "from",
                        utc(span.start()),
                        "until",
                        utc(span.end())));
    }

    private static Excusal excusal(ResultSet row, Instant until) throws SQLException {
        return new Excusal(
                TimeSpan.of(instant(row, "from_at"), until),
                until.equals(Excusal.OPEN),
                ExcuseReasons.reason(row),
                Objects.requireNonNullElse(row.getString("note"), ""),
                row.getString("given_name"),
                instant(row, "given_at"));
    }

    // ------------------------------------------------------------------ writing

    long insert(ExcuseDraft draft, @Nullable Long explanation, Actor by, Instant now) {
        database.sql(
                        """
                        insert into excuse (reach, unit_id, group_id, from_at, until_at, reason,
                            note, explanation_id, given_at, given_kind, given_id, given_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(draft.reach().name())
                .param(draft.unit() == null ? null : draft.unit().value())
                .param(draft.group() == null ? null : draft.group().value())
                .param(utc(draft.from()))
                .param(utc(draft.until() == null ? Excusal.OPEN : draft.until()))
                .param(draft.reason())
                .param(draft.note().isEmpty() ? null : draft.note())
                .param(explanation)
                .param(utc(now))
                .param(by.kind().name())
                .param(by.id())
                .param(by.name())
                .update();
        return database.sql("select last_insert_id()").query(Long.class).single();
    }

    /// Covers some people more.
    void cover(long number, Collection<AgentId> people, Instant now) {
        var at = utc(now);
        batches.batchUpdate(
                """
                insert into excuse_person (excuse_id, agent_id, joined_at) values (?, ?, ?)
                on duplicate key update agent_id = values(agent_id)
                """,
                people.stream().sorted().toList(),
                ROWS_A_BATCH,
                (row, person) -> {
                    row.setLong(1, number);
                    row.setLong(2, person.value());
                    row.setObject(3, at);
                });
    }

    /// Says when one ends, or that nobody knows any more.
    ///
    /// @param until null: it goes on
    /// @return whether it still stood at that version
    boolean end(Excuse known, @Nullable Instant until, Actor by, Instant now) {
        return database.sql(
                                """
                                update excuse set until_at = ?, ended_at = ?, ended_name = ?,
                                    version = version + 1
                                where id = ? and version = ? and taken_back_at is null
                                """)
                        .param(utc(until == null ? Excusal.OPEN : until))
                        .param(until == null ? null : utc(now))
                        .param(until == null ? null : by.name())
                        .param(known.number())
                        .param(known.version())
                        .update()
                == 1;
    }

    /// @return whether it still stood at that version
    boolean takeBack(Excuse known, Actor by, Instant now) {
        return database.sql(
                                """
                                update excuse set taken_back_at = ?, taken_back_name = ?,
                                    version = version + 1
                                where id = ? and version = ? and taken_back_at is null
                                """)
                        .param(utc(now))
                        .param(by.name())
                        .param(known.number())
                        .param(known.version())
                        .update()
                == 1;
    }

    // ------------------------------------------------------------------ reading

    Optional<Excuse> find(long number) {
        return withPeople(
                        database.sql(READ + " where e.id = ?")
                                .param(number)
                                .query((row, _) -> excuse(row))
                                .list())
                .stream()
                .findFirst();
    }

    /// One page, newest first.
    ///
    /// @param people those of whom one at least is covered; null: everybody
    /// @param incidents true: only such; false: only those for people by name; null: both
    /// @param span what they touch; null: whenever
    List<Excuse> page(
            @Nullable Collection<AgentId> people,
            @Nullable Boolean incidents,
            @Nullable TimeSpan span,
            long before,
            int limit) {
        if (people != null && people.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, Object>(Map.of("before", before, "limit", limit));
        var sql = new StringBuilder(READ).append(" where e.id < :before");
        if (people != null) {
            values.put("people", people.stream().map(AgentId::value).toList());
            sql.append(
                    " and exists (select 1 from excuse_person p where p.excuse_id = e.id and"
                            + " p.agent_id in (:people))");
        }
        if (incidents != null) {
            sql.append(incidents ? " and e.reach <> 'PEOPLE'" : " and e.reach = 'PEOPLE'");
        }
        if (span != null) {
            values.put("from", utc(span.start()));
            values.put("until", utc(span.end()));
            sql.append(" and e.until_at > :from and e.from_at < :until");
        }
        return withPeople(
                database.sql(sql + " order by e.id desc limit :limit")
                        .params(values)
                        .query((row, _) -> excuse(row))
                        .list());
    }

    /// Incidents that are not over at an instant.
    List<Excuse> running(Instant now) {
        return database.sql(
                        READ
                                + " where e.reach <> 'PEOPLE' and e.taken_back_at is null and"
                                + " e.until_at > ?")
                .param(utc(now))
                .query((row, _) -> excuse(row))
                .list();
    }

    Set<AgentId> covered(long number) {
        return new HashSet<>(
                database.sql("select agent_id from excuse_person where excuse_id = ?")
                        .param(number)
                        .query((row, _) -> new AgentId(row.getLong(1)))
                        .list());
    }

    private List<Excuse> withPeople(List<Excuse> read) {
        var named =
                read.stream()
                        .filter(each -> !each.reach().isIncident())
                        .map(Excuse::number)
                        .toList();
        if (named.isEmpty()) {
            return read;
        }
        var people = new HashMap<Long, Set<AgentId>>();
        database.sql("select excuse_id, agent_id from excuse_person where excuse_id in (:numbers)")
                .param("numbers", named)
                .query(row -> {
                    people.computeIfAbsent(row.getLong("excuse_id"), _ -> new HashSet<>())
                            .add(new AgentId(row.getLong("agent_id")));
                });
        return read.stream()
                .map(each -> with(each, people.getOrDefault(each.number(), Set.of())))
                .toList();
    }

    private static Excuse with(Excuse each, Set<AgentId> people) {
        return new Excuse(
                each.number(),
                each.reach(),
                each.unit(),
                each.group(),
                people,
                each.covered(),
                each.span(),
                each.reason(),
                each.note(),
                each.explanation(),
                each.givenBy(),
                each.givenAt(),
                each.endedAt(),
                each.takenBackBy(),
                each.takenBackAt(),
                each.version());
    }

    private static Excuse excuse(ResultSet row) throws SQLException {
        var unit = row.getObject("unit_id", Long.class);
        var group = row.getObject("group_id", Long.class);
        return new Excuse(
                row.getLong("id"),
                Reach.valueOf(row.getString("reach")),
                unit == null ? null : new UnitId(unit),
                group == null ? null : new GroupId(group),
                Set.of(),
                row.getInt("covered"),
                TimeSpan.of(instant(row, "from_at"), instant(row, "until_at")),
                row.getString("reason"),
                Objects.requireNonNullElse(row.getString("note"), ""),
                row.getObject("explanation_id", Long.class),
                row.getString("given_name"),
                instant(row, "given_at"),
                instantOrNull(row, "ended_at"),
                row.getString("taken_back_name"),
                instantOrNull(row, "taken_back_at"),
                row.getLong("version"));
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
