package dev.rollcall.requests;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import dev.rollcall.requests.OpenShift.Claim;
import dev.rollcall.requests.OpenShift.Progress;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Open shifts and claims in the database.
@Repository
class OpenShiftTable {

    private final JdbcClient database;

    OpenShiftTable(JdbcClient database) {
        this.database = database;
    }

    long insert(OpenShiftDraft draft, Actor by, Instant now) {
        var group = draft.group();
        database.sql(
                        """
                        insert into open_shift (unit_id, group_id, day, places, first_come,
                            posted_at, posted_kind, posted_id, posted_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(draft.unit().value())
                .param(group == null ? null : group.value())
                .param(draft.date())
                .param(draft.places())
                .param(draft.firstCome())
                .param(TimeOffTable.utc(now))
                .param(by.kind().name())
                .param(by.id())
                .param(by.name())
                .update();
        long number = database.sql("select last_insert_id()").query(Long.class).single();
        for (int i = 0; i < draft.entries().size(); i++) {
            var entry = draft.entries().get(i);
            database.sql(
                            """
                            insert into open_shift_activity
                                (open_shift, position, activity, starts_at, ends_at)
                            values (?, ?, ?, ?, ?)
                            """)
                    .param(number)
                    .param(i)
                    .param(entry.activity())
                    .param(TimeOffTable.utc(entry.span().start()))
                    .param(TimeOffTable.utc(entry.span().end()))
                    .update();
        }
        return number;
    }

    /// @return false when no place is left
    boolean takePlace(long number) {
        return database.sql(
                                """
                                update open_shift set taken = taken + 1, version = version + 1
                                where id = ? and taken < places and not closed
                                """)
                        .param(number)
                        .update()
                == 1;
    }

    /// @return false when it was closed before
    boolean close(long number) {
        return database.sql(
                                """
                                update open_shift set closed = true, version = version + 1
                                where id = ? and not closed
                                """)
                        .param(number)
                        .update()
                == 1;
    }

    void claim(long number, AgentId agent, Progress progress, Instant now, List<Finding> findings) {
        database.sql(
                        """
                        insert into open_shift_claim (open_shift, agent_id, state, claimed_at,
                            decided_at, findings)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(number)
                .param(agent.value())
                .param(progress.name())
                .param(TimeOffTable.utc(now))
                .param(progress == Progress.ASKED ? null : TimeOffTable.utc(now))
                .param(Finding.written(findings))
                .update();
        changed(number);
    }

    /// Its claims are part of an open shift: with another one it is another version.
    private void changed(long number) {
        database.sql("update open_shift set version = version + 1 where id = ?")
                .param(number)
                .update();
    }

    /// @return false when it was decided or taken back before
    boolean decide(
            long number,
            AgentId agent,
            Progress progress,
            String by,
            @Nullable String answer,
            Instant now) {
        return changed(
                number,
                database.sql(
                                """
                                update open_shift_claim
                                set state = ?, decided_by = ?, answer = ?, decided_at = ?
                                where open_shift = ? and agent_id = ? and state = 'ASKED'
                                """)
                        .param(progress.name())
                        .param(by)
                        .param(answer)
                        .param(TimeOffTable.utc(now))
                        .param(number)
                        .param(agent.value())
                        .update());
    }

    private boolean changed(long number, int claims) {
        if (claims == 1) {
            changed(number);
        }
        return claims == 1;
    }

    /// @return false when it was decided before
    boolean takeBack(long number, AgentId agent) {
        return changed(
                number,
                database.sql(
                                """
                                delete from open_shift_claim
                                where open_shift = ? and agent_id = ? and state = 'ASKED'
                                """)
                        .param(number)
                        .param(agent.value())
                        .update());
    }

    Optional<OpenShift> find(long number) {
        return read("where id = :number", Map.of("number", number)).stream().findFirst();
    }

    /// Those from a date on, by date.
    List<OpenShift> from(LocalDate date) {
        return read("where day >= :day", Map.of("day", date));
    }

    /// One page, the newest first.
    ///
    /// @param units of whose shifts; null: of all
    /// @param before the number of the last one seen
    List<OpenShift> page(
            @Nullable Collection<UnitId> units,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long before,
            int limit) {
        if (units != null && units.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, @Nullable Object>();
        values.put("before", before);
        values.put("limit", limit);
        var sql = new StringBuilder("select id from open_shift where id < :before");
        if (units != null) {
            values.put("units", units.stream().map(UnitId::value).toList());
            sql.append(" and unit_id in (:units)");
        }
        if (from != null) {
            values.put("from", from);
            sql.append(" and day >= :from");
        }
        if (to != null) {
            values.put("to", to);
            sql.append(" and day <= :to");
        }
        var numbers =
                database.sql(sql.append(" order by id desc limit :limit").toString())
                        .params(values)
                        .query(Long.class)
                        .list();
        if (numbers.isEmpty()) {
            return List.of();
        }
        return read("where id in (:numbers)", Map.of("numbers", numbers)).stream()
                .sorted(Comparator.comparing(OpenShift::number).reversed())
                .toList();
    }

    /// Which claims were decided, the newest decision first.
    ///
    /// @param units of whose shifts; null: of all
    List<OpenShifts.Decided> decided(@Nullable Collection<UnitId> units, int limit) {
        if (units != null && units.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, @Nullable Object>();
        values.put("limit", limit);
        if (units != null) {
            values.put("units", units.stream().map(UnitId::value).toList());
        }
        var keys =
                database.sql(
                                "select c.open_shift, c.agent_id from open_shift_claim c"
                                        + " join open_shift s on s.id = c.open_shift"
                                        + " where c.settled_at is not null"
                                        + (units == null ? "" : " and s.unit_id in (:units)")
                                        + " order by c.settled_at desc, c.open_shift desc, c.agent_id desc"
                                        + " limit :limit")
                        .params(values)
                        .query((row, _) -> Map.entry(row.getLong(1), new AgentId(row.getLong(2))))
                        .list();
        if (keys.isEmpty()) {
            return List.of();
        }
        var shifts =
                read(
                                "where id in (:numbers)",
                                Map.of(
                                        "numbers",
                                        keys.stream().map(Map.Entry::getKey).distinct().toList()))
                        .stream()
                        .collect(Collectors.toMap(OpenShift::number, Function.identity()));
        return keys.stream()
                .flatMap(key ->
                        Optional.ofNullable(shifts.get(key.getKey()))
                                .flatMap(shift ->
                                        shift.claimOf(key.getValue())
                                                .map(claim -> new OpenShifts.Decided(shift, claim)))
                                .stream())
                .toList();
    }

    private List<OpenShift> read(String where, Map<String, ?> values) {
        var entries = new HashMap<Long, List<PlannedActivity>>();
        var claims = new HashMap<Long, List<Claim>>();
        var ids = "(select id from open_shift " + where + ")";
        database.sql(
                        "select * from open_shift_activity where open_shift in "
                                + ids
                                + " order by open_shift, position")
                .params(values)
                .query(row -> {
                    entries.computeIfAbsent(row.getLong("open_shift"), _ -> new ArrayList<>())
                            .add(
                                    new PlannedActivity(
                                            row.getString("activity"),
                                            TimeSpan.of(
                                                    instant(row, "starts_at"),
                                                    instant(row, "ends_at"))));
                });
        database.sql(
                        "select * from open_shift_claim where open_shift in "
                                + ids
                                + " order by claimed_at, agent_id")
                .params(values)
                .query(row -> {
                    claims.computeIfAbsent(row.getLong("open_shift"), _ -> new ArrayList<>())
                            .add(
                                    new Claim(
                                            new AgentId(row.getLong("agent_id")),
                                            Progress.valueOf(row.getString("state")),
                                            instant(row, "claimed_at"),
                                            row.getString("decided_by"),
                                            settled(row),
                                            row.getString("answer"),
                                            Finding.read(row.getString("findings"))));
                });
        return database.sql("select * from open_shift " + where + " order by day, id")
                .params(values)
                .query((row, _) -> shift(row, entries, claims))
                .list();
    }

    private static OpenShift shift(
            ResultSet row,
            HashMap<Long, List<PlannedActivity>> entries,
            HashMap<Long, List<Claim>> claims)
            throws SQLException {
        long number = row.getLong("id");
        return new OpenShift(
                number,
                new UnitId(row.getLong("unit_id")),
                group(row),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                entries.getOrDefault(number, List.of()),
                row.getInt("places"),
                row.getInt("taken"),
                row.getBoolean("first_come"),
                row.getString("posted_name"),
                row.getBoolean("closed"),
                claims.getOrDefault(number, List.of()),
                row.getLong("version"));
    }

    private static @Nullable GroupId group(ResultSet row) throws SQLException {
        var group = row.getObject("group_id", Long.class);
        return group == null ? null : new GroupId(group);
    }

    private static @Nullable Instant settled(ResultSet row) throws SQLException {
        var at = row.getObject("settled_at", LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
    }
}
