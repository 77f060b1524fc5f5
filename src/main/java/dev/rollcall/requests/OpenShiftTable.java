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
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
                        insert into open_shift_claim (open_shift, agent_id, state, claimed_at, findings)
                        values (?, ?, ?, ?, ?)
                        """)
                .param(number)
                .param(agent.value())
                .param(progress.name())
                .param(TimeOffTable.utc(now))
                .param(Finding.written(findings))
                .update();
    }

    /// @return false when it was decided or taken back before
    boolean decide(long number, AgentId agent, Progress progress, String by) {
        return database.sql(
                                """
                                update open_shift_claim set state = ?, decided_by = ?
                                where open_shift = ? and agent_id = ? and state = 'ASKED'
                                """)
                        .param(progress.name())
                        .param(by)
                        .param(number)
                        .param(agent.value())
                        .update()
                == 1;
    }

    /// @return false when it was decided before
    boolean takeBack(long number, AgentId agent) {
        return database.sql(
                                """
                                delete from open_shift_claim
                                where open_shift = ? and agent_id = ? and state = 'ASKED'
                                """)
                        .param(number)
                        .param(agent.value())
                        .update()
                == 1;
    }

    Optional<OpenShift> find(long number) {
        return read("where id = :number", number, LocalDate.MIN).stream().findFirst();
    }

    /// Those from a date on, by date.
    List<OpenShift> from(LocalDate date) {
        return read("where day >= :day", 0, date);
    }

    private List<OpenShift> read(String where, long number, LocalDate day) {
        var entries = new HashMap<Long, List<PlannedActivity>>();
        var claims = new HashMap<Long, List<Claim>>();
        var ids = "(select id from open_shift " + where + ")";
        var from = number == 0 ? day : LocalDate.EPOCH;
        database.sql(
                        "select * from open_shift_activity where open_shift in "
                                + ids
                                + " order by open_shift, position")
                .param("number", number)
                .param("day", from)
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
                .param("number", number)
                .param("day", from)
                .query(row -> {
                    claims.computeIfAbsent(row.getLong("open_shift"), _ -> new ArrayList<>())
                            .add(
                                    new Claim(
                                            new AgentId(row.getLong("agent_id")),
                                            Progress.valueOf(row.getString("state")),
                                            instant(row, "claimed_at"),
                                            row.getString("decided_by"),
                                            Finding.read(row.getString("findings"))));
                });
        return database.sql("select * from open_shift " + where + " order by day, id")
                .param("number", number)
                .param("day", from)
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

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
    }
}
