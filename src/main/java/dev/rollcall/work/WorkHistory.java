package dev.rollcall.work;

import dev.rollcall.people.GroupId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How much work came to a group, half hour by half hour, for those who plan ahead. Says nothing of
/// any person.
@Service
public class WorkHistory {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final JdbcClient database;
    private final Arrivals arrivals;
    private final Access access;

    WorkHistory(JdbcClient database, Arrivals arrivals, Access access) {
        this.database = database;
        this.arrivals = arrivals;
        this.access = access;
    }

    /// What came in one half hour.
    ///
    /// @param start on a full or half hour of UTC
    /// @param items how many came
    /// @param handling how long somebody worked on one of them on average, all turns together; null
    ///   when none of them is finished
    public record HalfHour(Instant start, int items, @Nullable Duration handling) {}

    /// The half hours in which anything came, in order. An item counts for the group that has it
    /// now, or finished it.
    ///
    /// @throws NotFound when the group is out of the caller's scope
    @Requires({Permission.WORK_VIEW, Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public List<HalfHour> arrivals(GroupId group, TimeSpan span) {
        var scope =
                access.scope(Permission.WORK_VIEW, Permission.SCHEDULE_VIEW)
                        .plus(access.scope(Permission.SCHEDULE_WRITE));
        if (!arrivals.isOfScope(group, scope)) {
            throw new NotFound("group", "" + group.value());
        }
        return database.sql(
                        """
                        with item as (
                            select id, state, arrived_at from work_item
                            where group_id = :group and arrived_at >= :from and arrived_at < :until
                        ), turn as (
                            select step.item, step.kind, step.at,
                                lead(step.at) over (partition by step.item order by step.id) as ended
                            from work_step step join item on item.id = step.item and item.state = 'DONE'
                        ), handled as (
                            select item, sum(timestampdiff(second, at, ended)) as seconds
                            from turn where kind = 'STARTED' and ended is not null group by item
                        )
                        select date(item.arrived_at) as day,
                            hour(item.arrived_at) * 2 + (minute(item.arrived_at) >= 30) as slot,
                            count(*) as items, avg(handled.seconds) as handling
                        from item left join handled on handled.item = item.id
                        group by day, slot order by day, slot
                        """)
                .param("group", group.value())
                .param("from", LocalDateTime.ofInstant(span.start(), ZoneOffset.UTC))
                .param("until", LocalDateTime.ofInstant(span.end(), ZoneOffset.UTC))
                .query((row, _) -> {
                    var start =
                            Objects.requireNonNull(row.getObject("day", LocalDate.class))
                                    .atStartOfDay()
                                    .plus(HALF_AN_HOUR.multipliedBy(row.getLong("slot")))
                                    .toInstant(ZoneOffset.UTC);
                    var handling = row.getBigDecimal("handling");
                    return new HalfHour(
                            start,
                            row.getInt("items"),
                            handling == null ? null : Duration.ofSeconds(handling.longValue()));
                })
                .list();
    }
}
