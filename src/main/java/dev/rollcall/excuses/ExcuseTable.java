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

    /// The end that was known of an excuse at an instant.
    private static final String END_KNOWN =
            """
            coalesce((select x.until_at from excuse_end x
                where x.excuse_id = e.id and x.said_at <= :known
                order by x.number desc limit 1), e.until_at)
            """;

    /// What may touch people, once for each gap in how it covers them.
    private static final String TOUCHING =
            """
            select p.agent_id, e.id as excuse_id, e.from_at, %s as until_at,
                g.from_at as gap_from,
                if(g.until_at <= :known, g.until_at, cast('9999-12-31' as datetime(6))) as gap_until,
                e.note, e.given_name, e.given_at, r.*
            from excuse e
                join excuse_person p on p.excuse_id = e.id
                join excuse_reason r on r.code = e.reason
                left join excuse_gap g on g.excuse_id = e.id and g.agent_id = p.agent_id
                    and (g.from_at <= :known or g.from_at = e.from_at)
            where p.agent_id in (:people) and e.from_at < :until and %s
            having until_at > :from
            order by e.id, p.agent_id, g.from_at
            """;

    private static final String NOW = TOUCHING.formatted("e.until_at", "e.taken_back_at is null");

    private static final String THEN =
            TOUCHING.formatted(
                    END_KNOWN,
                    """
                    e.given_at <= :known and p.joined_at <= :known
                        and (e.taken_back_at is null or e.taken_back_at > :known)
                    """);

    private static final String GONE =
            """
            select agent_id from excuse_gap where excuse_id = ? and until_at > '9999-01-01'
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
        return touching(NOW, people, span, Excusal.OPEN);
    }

    @Override
    public Map<AgentId, List<Excusal>> asKnownAt(
            Collection<AgentId> people, TimeSpan span, Instant instant) {
        return touching(THEN, people, span, instant);
    }

    private Map<AgentId, List<Excusal>> touching(
            String sql, Collection<AgentId> people, TimeSpan span, Instant known) {
        var covering = new LinkedHashMap<Covering, List<TimeSpan>>();
        if (!people.isEmpty()) {
            database.sql(sql)
                    .params(touching(people, span, known))
                    .query(row -> {
                        var gaps =
                                covering.computeIfAbsent(
                                        new Covering(
                                                row.getLong("excuse_id"),
                                                new AgentId(row.getLong("agent_id")),
                                                excusal(row)),
                                        _ -> new ArrayList<>());
                        var gap = instantOrNull(row, "gap_from");
                        if (gap != null) {
                            gaps.add(TimeSpan.of(gap, instant(row, "gap_until")));
                        }
                    });
        }
        var found = new HashMap<AgentId, List<Excusal>>();
        covering.forEach((each, gaps) ->
                Gaps.without(each.excusal().span(), gaps).stream()
                        .filter(span::overlaps)
                        .forEach(part ->
                                found.computeIfAbsent(each.person(), _ -> new ArrayList<>())
                                        .add(each.excusal().during(part))));
        return found;
    }

    /// An excuse and somebody it is for.
    private record Covering(long excuse, AgentId person, Excusal excusal) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Covering(long number, AgentId who, _)
                    && number == excuse
                    && who.equals(person);
        }

        @Override
        public int hashCode() {
            return Objects.hash(excuse, person);
        }
    }

    /// Of an excuse whose end was moved, the time between the one end and the other changed.
    @Override
    public Set<AgentId> changedAfter(Collection<AgentId> people, TimeSpan span, Instant instant) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                database.sql(
                                """
                                select distinct agent_id from (
                                    select p.agent_id, e.from_at, e.until_at, %s as end_known,
                                        e.given_at > :known or p.joined_at > :known
                                            or e.taken_back_at > :known as all_of_it
                                    from excuse e
                                        join excuse_person p on p.excuse_id = e.id
                                    where p.agent_id in (:people) and e.from_at < :until
                                ) changed
                                where all_of_it and until_at > :from
                                    or end_known <> until_at
                                        and least(end_known, until_at) < :until
                                        and greatest(end_known, until_at) > :from
                                """
                                        .formatted(END_KNOWN))
                        .params(touching(people, span, instant))
                        .query((row, _) -> new AgentId(row.getLong("agent_id")))
                        .list());
    }

    private static Map<String, Object> touching(
            Collection<AgentId> people, TimeSpan span, Instant known) {
        return Map.of(
                "people",
                people.stream().map(AgentId::value).toList(),
                "from",
                utc(span.start()),
                "until",
                utc(span.end()),
                "known",
                utc(known));
    }

    private static Excusal excusal(ResultSet row) throws SQLException {
        var until = instant(row, "until_at");
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
        long number = database.sql("select last_insert_id()").query(Long.class).single();
        sayEnd(number, now);
        return number;
    }

    /// Covers some people, all the time it lasts.
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

    /// Covers some people from now on, who came or came back.
    void come(Excuse incident, Collection<AgentId> people, Instant now) {
        cover(incident.number(), people, now);
        var cameBack = people(GONE, incident.number());
        if (now.isAfter(incident.span().start())) {
            var never = new HashSet<>(people);
            never.removeAll(cameBack);
            gap(incident.number(), never, incident.span().start(), now);
        }
        cameBack.retainAll(people);
        if (!cameBack.isEmpty()) {
            database.sql(
                            """
                            update excuse_gap
                            set until_at = greatest(:now, from_at + interval 1 microsecond)
                            where excuse_id = :number and agent_id in (:people)
                                and until_at > :now
                            """)
                    .param("now", utc(now))
                    .param("number", incident.number())
                    .param("people", cameBack.stream().map(AgentId::value).sorted().toList())
                    .update();
        }
    }

    /// Covers those another one covers, for as much of it.
    void coverAs(long number, long other, Instant now) {
        database.sql(
                        """
                        insert into excuse_person (excuse_id, agent_id, joined_at)
                        select ?, agent_id, ? from excuse_person where excuse_id = ?
                        """)
                .param(number)
                .param(utc(now))
                .param(other)
                .update();
        database.sql(
                        """
                        insert into excuse_gap (excuse_id, agent_id, from_at, until_at)
                        select ?, agent_id, from_at, until_at from excuse_gap where excuse_id = ?
                        """)
                .param(number)
                .param(other)
                .update();
    }

    /// Covers some people no longer, from now on.
    void leave(Excuse incident, Collection<AgentId> people, Instant now) {
        gap(
                incident.number(),
                people,
                now.isAfter(incident.span().start()) ? now : incident.span().start(),
                Excusal.OPEN);
    }

    private void gap(long number, Collection<AgentId> people, Instant from, Instant until) {
        var start = utc(from);
        var end = utc(until);
        batches.batchUpdate(
                """
                insert into excuse_gap (excuse_id, agent_id, from_at, until_at)
                values (?, ?, ?, ?)
                on duplicate key update until_at = values(until_at)
                """,
                people.stream().sorted().toList(),
                ROWS_A_BATCH,
                (row, person) -> {
                    row.setLong(1, number);
                    row.setLong(2, person.value());
                    row.setObject(3, start);
                    row.setObject(4, end);
                });
    }

    private void sayEnd(long number, Instant now) {
        database.sql(
                        """
                        insert into excuse_end (excuse_id, number, said_at, until_at)
                        select id, version, ?, until_at from excuse where id = ?
                        """)
                .param(utc(now))
                .param(number)
                .update();
    }

    /// Says when one ends, or that nobody knows any more.
    ///
    /// @param until null: it goes on
    /// @return whether it still stood at that version
    boolean end(Excuse known, @Nullable Instant until, Actor by, Instant now) {
        boolean done =
                database.sql(
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
        if (done) {
            sayEnd(known.number(), now);
        }
        return done;
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
        return people("select agent_id from excuse_person where excuse_id = ?", number);
    }

    /// Those it covers and who have not left.
    Set<AgentId> stillCovered(long number) {
        var still = covered(number);
        still.removeAll(people(GONE, number));
        return still;
    }

    private Set<AgentId> people(String sql, long number) {
        return new HashSet<>(
                database.sql(sql)
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
