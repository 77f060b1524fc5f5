package dev.rollcall.work;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.GroupId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How groups handle work and who is inactive in them, as the database keeps it.
@Repository
class GroupTable {

    private final JdbcClient database;

    GroupTable(JdbcClient database) {
        this.database = database;
    }

    Map<GroupId, GroupRules> rules() {
        var hours = hours();
        var rules = new HashMap<GroupId, GroupRules>();
        database.sql(
                        """
                        select group_id, limit_per_agent, automatic, by_hand, while_unavailable,
                            agents_switch, seen_by, version
                        from work_group_rules
                        """)
                .query((row, _) -> rules(row, hours))
                .list()
                .forEach(each -> rules.put(each.group(), each));
        return rules;
    }

    private static GroupRules rules(ResultSet row, Map<GroupId, List<OpenHours>> hours)
            throws SQLException {
        var group = new GroupId(row.getLong("group_id"));
        int limit = row.getInt("limit_per_agent");
        boolean unlimited = row.wasNull();
        return new GroupRules(
                group,
                unlimited ? null : limit,
                row.getBoolean("automatic"),
                row.getBoolean("by_hand"),
                row.getBoolean("while_unavailable"),
                row.getBoolean("agents_switch"),
                GroupRules.SeenBy.valueOf(row.getString("seen_by")),
                hours.getOrDefault(group, List.of()),
                row.getLong("version"));
    }

    private Map<GroupId, List<OpenHours>> hours() {
        var hours = new HashMap<GroupId, List<OpenHours>>();
        database.sql(
                        """
                        select group_id, weekday, opens, closes from work_group_hours
                        order by group_id, weekday, opens
                        """)
                .query(row -> {
                    hours.computeIfAbsent(new GroupId(row.getLong(1)), _ -> new ArrayList<>())
                            .add(
                                    new OpenHours(
                                            DayOfWeek.of(row.getInt(2)),
                                            row.getObject(3, LocalTime.class),
                                            row.getObject(4, LocalTime.class)));
                });
        return hours;
    }

    /// Writes rules whose version is one on.
    ///
    /// @return false when somebody else was first
    boolean write(GroupRules rules) {
        long before = rules.version() - 1;
        int written =
                before == 0
                        ? database.sql(
                                        """
                                        insert ignore into work_group_rules (limit_per_agent,
                                            automatic, by_hand, while_unavailable, agents_switch,
                                            seen_by, version, group_id)
                                        values (?, ?, ?, ?, ?, ?, ?, ?)
                                        """)
                                .params(values(rules))
                                .update()
                        : database.sql(
                                        """
                                        update work_group_rules
                                        set limit_per_agent = ?, automatic = ?, by_hand = ?,
                                            while_unavailable = ?, agents_switch = ?, seen_by = ?,
                                            version = ?
                                        where group_id = ? and version = ?
                                        """)
                                .params(values(rules))
                                .param(before)
                                .update();
        if (written == 0) {
            return false;
        }
        database.sql("delete from work_group_hours where group_id = ?")
                .param(rules.group().value())
                .update();
        for (var span : rules.hours()) {
            database.sql(
                            """
                            insert into work_group_hours (group_id, weekday, opens, closes)
                            values (?, ?, ?, ?)
                            """)
                    .param(rules.group().value())
                    .param(span.weekday().getValue())
                    .param(span.opens())
                    .param(span.closes())
                    .update();
        }
        return true;
    }

    private static List<@Nullable Object> values(GroupRules rules) {
        var values = new ArrayList<@Nullable Object>();
        values.add(rules.limitPerAgent());
        values.add(rules.automatic());
        values.add(rules.byHand());
        values.add(rules.whileUnavailable());
        values.add(rules.agentsSwitch());
        values.add(rules.seenBy().name());
        values.add(rules.version());
        values.add(rules.group().value());
        return values;
    }

    Map<Membership, Inactivity> inactive() {
        var inactive = new HashMap<Membership, Inactivity>();
        database.sql("select agent_id, group_id, since, changed_by, reason from work_inactive")
                .query(row -> {
                    inactive.put(
                            new Membership(
                                    new AgentId(row.getLong("agent_id")),
                                    new GroupId(row.getLong("group_id"))),
                            inactivity(row));
                });
        return inactive;
    }

    /// Empty when they are active.
    Optional<Inactivity> inactivity(Membership membership) {
        return database.sql(
                        """
                        select since, changed_by, reason from work_inactive
                        where agent_id = ? and group_id = ?
                        """)
                .param(membership.agent().value())
                .param(membership.group().value())
                .query((row, _) -> inactivity(row))
                .optional();
    }

    private static Inactivity inactivity(ResultSet row) throws SQLException {
        return new Inactivity(
                row.getObject("since", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("changed_by"),
                row.getString("reason"));
    }

    /// @return false when it was so already
    boolean deactivate(Membership membership, Inactivity inactivity) {
        return database.sql(
                                """
                                insert ignore into work_inactive (agent_id, group_id, since,
                                    changed_by, reason)
                                values (?, ?, ?, ?, ?)
                                """)
                        .param(membership.agent().value())
                        .param(membership.group().value())
                        .param(LocalDateTime.ofInstant(inactivity.since(), ZoneOffset.UTC))
                        .param(inactivity.by())
                        .param(inactivity.reason())
                        .update()
                == 1;
    }

    /// @return false when it was so already
    boolean activate(Membership membership) {
        return database.sql("delete from work_inactive where agent_id = ? and group_id = ?")
                        .param(membership.agent().value())
                        .param(membership.group().value())
                        .update()
                == 1;
    }

    Map<AgentId, Map<Channel, Integer>> limits() {
        var limits = new HashMap<AgentId, Map<Channel, Integer>>();
        database.sql("select agent_id, channel, items from work_limit")
                .query(row -> {
                    limits.computeIfAbsent(new AgentId(row.getLong(1)), _ -> new HashMap<>())
                            .put(Channel.valueOf(row.getString(2)), row.getInt(3));
                });
        return limits;
    }

    Map<Channel, Integer> limits(AgentId agent) {
        var limits = new EnumMap<Channel, Integer>(Channel.class);
        database.sql("select channel, items from work_limit where agent_id = ?")
                .param(agent.value())
                .query(row -> {
                    limits.put(Channel.valueOf(row.getString(1)), row.getInt(2));
                });
        return limits;
    }

    void limit(AgentId agent, Channel channel, int items) {
        database.sql(
                        """
                        insert into work_limit (agent_id, channel, items) values (?, ?, ?)
                        on duplicate key update items = values(items)
                        """)
                .param(agent.value())
                .param(channel.name())
                .param(items)
                .update();
    }

    /// Somebody in a group.
    record Membership(AgentId agent, GroupId group) {}
}
