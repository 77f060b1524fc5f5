package dev.rollcall.demand;

import dev.rollcall.demand.Volumes.Kind;
import dev.rollcall.demand.Volumes.Origin;
import dev.rollcall.people.GroupId;
import dev.rollcall.shared.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Volumes, decided heads and assumptions in the database.
@Component
class DemandTable {

    private static final int ROWS_A_BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DemandTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    // ------------------------------------------------------------------ turns

    /// How often the demand of a group was changed.
    long version(GroupId group) {
        return jdbc.sql("select version from demand_group where group_id = ?")
                .param(group.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// Takes the group's turn; whoever comes next waits for this transaction.
    ///
    /// @param expected the version the writer saw, null when they do not care
    /// @return false when somebody else was first
    boolean turn(GroupId group, @Nullable Long expected) {
        jdbc.sql("insert ignore into demand_group (group_id, version) values (?, 0)")
                .param(group.value())
                .update();
        return jdbc.sql(
                                """
                                update demand_group set version = version + 1
                                where group_id = :group and (:expected is null or version = :expected)
                                """)
                        .param("group", group.value())
                        .param("expected", expected)
                        .update()
                == 1;
    }

    // ------------------------------------------------------------------ volumes

    /// What is known to come or have come, of each group by half hour, in order.
    Map<GroupId, Map<Instant, GivenVolume>> volumes(
            Collection<GroupId> groups, Kind kind, TimeSpan span) {
        var found = new HashMap<GroupId, Map<Instant, GivenVolume>>();
        if (groups.isEmpty()) {
            return found;
        }
        jdbc.sql(
                        """
                        select group_id, start_at, contacts, handling_seconds, origin from demand_volume
                        where group_id in (:groups) and kind = :kind and start_at >= :from and start_at < :until
                        """)
                .param("groups", numbers(groups))
                .param("kind", kind.name())
                .param("from", utc(span.start()))
                .param("until", utc(span.end()))
                .query(row -> {
                    var volume = volume(row);
                    found.computeIfAbsent(
                                    new GroupId(row.getLong("group_id")), _ -> new TreeMap<>())
                            .put(volume.volume().start(), volume);
                });
        return found;
    }

    /// A volume and who says so.
    record GivenVolume(Volume volume, Origin origin) {}

    private static GivenVolume volume(ResultSet row) throws SQLException {
        return new GivenVolume(
                new Volume(
                        instant(row, "start_at"),
                        row.getDouble("contacts"),
                        Duration.ofSeconds(row.getInt("handling_seconds"))),
                Origin.valueOf(row.getString("origin")));
    }

    void write(GroupId group, Kind kind, Origin origin, Collection<Volume> volumes) {
        batches.batchUpdate(
                """
                insert into demand_volume (group_id, kind, start_at, contacts, handling_seconds, origin)
                values (?, ?, ?, ?, ?, ?)
                on duplicate key update contacts = value(contacts),
                    handling_seconds = value(handling_seconds), origin = value(origin)
                """,
                volumes,
                ROWS_A_BATCH,
                (row, volume) -> {
                    row.setLong(1, group.value());
                    row.setString(2, kind.name());
                    row.setObject(3, utc(volume.start()));
                    row.setDouble(4, volume.contacts());
                    row.setLong(5, volume.handling().toSeconds());
                    row.setString(6, origin.name());
                });
    }

    /// @param origin null: whoever said so
    void forgetVolumes(GroupId group, Kind kind, TimeSpan span, @Nullable Origin origin) {
        jdbc.sql(
                        """
                        delete from demand_volume
                        where group_id = :group and kind = :kind and start_at >= :from and start_at < :until
                            and (:origin is null or origin = :origin)
                        """)
                .param("group", group.value())
                .param("kind", kind.name())
                .param("from", utc(span.start()))
                .param("until", utc(span.end()))
                .param("origin", origin == null ? null : origin.name())
                .update();
    }

    // ------------------------------------------------------------------ decided heads

    Map<GroupId, Map<Instant, Integer>> heads(Collection<GroupId> groups, TimeSpan span) {
        var found = new HashMap<GroupId, Map<Instant, Integer>>();
        if (groups.isEmpty()) {
            return found;
        }
        jdbc.sql(
                        """
                        select group_id, start_at, heads from demand_heads
                        where group_id in (:groups) and start_at >= :from and start_at < :until
                        """)
                .param("groups", numbers(groups))
                .param("from", utc(span.start()))
                .param("until", utc(span.end()))
                .query(row -> {
                    found.computeIfAbsent(
                                    new GroupId(row.getLong("group_id")), _ -> new TreeMap<>())
                            .put(instant(row, "start_at"), row.getInt("heads"));
                });
        return found;
    }

    void write(GroupId group, Map<Instant, Integer> heads) {
        batches.batchUpdate(
                """
                insert into demand_heads (group_id, start_at, heads) values (?, ?, ?)
                on duplicate key update heads = value(heads)
                """,
                heads.entrySet(),
                ROWS_A_BATCH,
                (row, entry) -> {
                    row.setLong(1, group.value());
                    row.setObject(2, utc(entry.getKey()));
                    row.setInt(3, entry.getValue());
                });
    }

    void forgetHeads(GroupId group, TimeSpan span) {
        jdbc.sql("delete from demand_heads where group_id = ? and start_at >= ? and start_at < ?")
                .param(group.value())
                .param(utc(span.start()))
                .param(utc(span.end()))
                .update();
    }

    // ------------------------------------------------------------------ assumptions

    /// What somebody decided of each group, by the date from which it holds.
    Map<GroupId, TreeMap<LocalDate, Assumptions>> assumptions(Collection<GroupId> groups) {
        var found = new HashMap<GroupId, TreeMap<LocalDate, Assumptions>>();
        if (groups.isEmpty()) {
            return found;
        }
        jdbc.sql(
                        """
                        select group_id, valid_from, target, within_seconds, shrinkage, max_occupancy,
                            concurrency, backlog_minutes
                        from demand_assumptions where group_id in (:groups)
                        """)
                .param("groups", numbers(groups))
                .query(row -> {
                    var assumptions = assumptions(row);
                    found.computeIfAbsent(
                                    new GroupId(row.getLong("group_id")), _ -> new TreeMap<>())
                            .put(assumptions.validFrom(), assumptions);
                });
        return found;
    }

    private static Assumptions assumptions(ResultSet row) throws SQLException {
        return new Assumptions(
                Objects.requireNonNull(row.getObject("valid_from", LocalDate.class)),
                Share.ofPercent(row.getDouble("target")),
                Duration.ofSeconds(row.getInt("within_seconds")),
                Share.ofPercent(row.getDouble("shrinkage")),
                Share.ofPercent(row.getDouble("max_occupancy")),
                row.getInt("concurrency"),
                Duration.ofMinutes(row.getInt("backlog_minutes")));
    }

    void write(GroupId group, Assumptions assumptions) {
        jdbc.sql(
                        """
                        insert into demand_assumptions (group_id, valid_from, target, within_seconds,
                            shrinkage, max_occupancy, concurrency, backlog_minutes)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on duplicate key update target = value(target),
                            within_seconds = value(within_seconds), shrinkage = value(shrinkage),
                            max_occupancy = value(max_occupancy), concurrency = value(concurrency),
                            backlog_minutes = value(backlog_minutes)
                        """)
                .param(group.value())
                .param(assumptions.validFrom())
                .param(assumptions.target().percent())
                .param(assumptions.within().toSeconds())
                .param(assumptions.shrinkage().percent())
                .param(assumptions.maxOccupancy().percent())
                .param(assumptions.concurrency())
                .param(assumptions.backlog().toMinutes())
                .update();
    }

    /// @return false when there were none from that date on
    boolean forgetAssumptions(GroupId group, LocalDate validFrom) {
        return jdbc.sql("delete from demand_assumptions where group_id = ? and valid_from = ?")
                        .param(group.value())
                        .param(validFrom)
                        .update()
                == 1;
    }

    // ------------------------------------------------------------------ columns

    private static List<Long> numbers(Collection<GroupId> groups) {
        return groups.stream().map(GroupId::value).toList();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
