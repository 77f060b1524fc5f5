package dev.rollcall.notifications;

import dev.rollcall.notifications.Notifications.Message;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.UserId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Messages in the database.
@Component
class NoticeTable {

    private static final int ROWS_A_BATCH = 1000;

    /// Zero stands for nobody: numbers begin at one.
    private static final String OWN = "(n.agent_id = :agent or n.user_id = :user)";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final NoticeKinds kinds;

    NoticeTable(JdbcClient database, JdbcTemplate batches, NoticeKinds kinds) {
        this.database = database;
        this.batches = batches;
        this.kinds = kinds;
    }

    /// Whose messages are meant.
    record Owner(@Nullable AgentId agent, UserId user) {

        private long agentNumber() {
            return agent == null ? 0 : agent.value();
        }
    }

    /// What was told before of the same source stays as it is.
    void insert(Collection<? extends Message<?>> messages, Instant now) {
        batches.batchUpdate(
                """
                insert into notice (agent_id, user_id, kind, facts, source, told_at)
                values (?, ?, ?, ?, ?, ?)
                on duplicate key update id = id
                """,
                messages,
                ROWS_A_BATCH,
                (row, message) -> {
                    switch (message.to()) {
                        case Recipient.OfAgent(AgentId agent) -> to(row, agent.value(), null);
                        case Recipient.OfUser(UserId user) -> to(row, null, user.value());
                    }
                    row.setString(3, message.kind().code());
                    row.setString(4, NoticeKinds.write(message.facts()));
                    row.setString(5, message.source());
                    row.setObject(6, utc(now));
                });
    }

    private static void to(PreparedStatement row, @Nullable Long agent, @Nullable Long user)
            throws SQLException {
        row.setObject(1, agent, Types.BIGINT);
        row.setObject(2, user, Types.BIGINT);
    }

    /// Who of some people was told something of a kind and has not read it.
    Set<Recipient> withUnread(NoticeKind<?> kind, Collection<Recipient> people) {
        var agents = new ArrayList<Long>();
        var users = new ArrayList<Long>();
        for (var each : people) {
            switch (each) {
                case Recipient.OfAgent(AgentId agent) -> agents.add(agent.value());
                case Recipient.OfUser(UserId user) -> users.add(user.value());
            }
        }
        var found = new HashSet<Recipient>();
        withUnread(kind, "agent_id", agents)
                .forEach(each -> found.add(Recipient.of(new AgentId(each))));
        withUnread(kind, "user_id", users)
                .forEach(each -> found.add(Recipient.of(new UserId(each))));
        return found;
    }

    private List<Long> withUnread(NoticeKind<?> kind, String who, List<Long> those) {
        return those.isEmpty()
                ? List.of()
                : database.sql(
                                ("select distinct %1$s from notice where %1$s in (:those)"
                                                + " and read_at is null and kind = :kind")
                                        .formatted(who))
                        .param("those", those)
                        .param("kind", kind.code())
                        .query((row, _) -> row.getLong(1))
                        .list();
    }

    /// Drops what is unread of a source.
    ///
    /// @return from whom it was taken
    Set<Recipient> drop(
            Collection<Recipient> people, NoticeKind<?> kind, String source, Instant now) {
        return ofSource("delete from notice", people, kind, source, now);
    }

    /// @return who had not read it until now
    Set<Recipient> markRead(
            Collection<Recipient> people, NoticeKind<?> kind, String source, Instant now) {
        return ofSource("update notice set read_at = :now", people, kind, source, now);
    }

    /// Each finds its row by the unique key of recipient, kind and source.
    private Set<Recipient> ofSource(
            String deed,
            Collection<Recipient> people,
            NoticeKind<?> kind,
            String source,
            Instant now) {
        var changed = new HashSet<Recipient>();
        for (var each : people) {
            var whose =
                    switch (each) {
                        case Recipient.OfAgent _ -> "agent_id";
                        case Recipient.OfUser _ -> "user_id";
                    };
            long who =
                    switch (each) {
                        case Recipient.OfAgent(AgentId agent) -> agent.value();
                        case Recipient.OfUser(UserId user) -> user.value();
                    };
            int rows =
                    database.sql(
                                    "%s where %s = :who and kind = :kind and source = :source and read_at is null"
                                            .formatted(deed, whose))
                            .param("now", utc(now))
                            .param("who", who)
                            .param("kind", kind.code())
                            .param("source", source)
                            .update();
            if (rows > 0) {
                changed.add(each);
            }
        }
        return changed;
    }

    int unread(Owner owner) {
        return of(owner, "select count(*) from notice n where " + OWN + " and n.read_at is null")
                .query(Integer.class)
                .single();
    }

    /// The newest first.
    ///
    /// @param before only those told before this one, null: from the newest on
    List<Notice> list(Owner owner, boolean unreadOnly, @Nullable NoticeId before, int most) {
        return of(
                        owner,
                        "select n.* from notice n where "
                                + OWN
                                + (unreadOnly ? " and n.read_at is null" : "")
                                + " and n.id < :before order by n.id desc limit :most")
                .param("before", before == null ? Long.MAX_VALUE : before.value())
                .param("most", most)
                .query((row, _) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Those that are unread and were told after one, the newest first.
    List<Notice> since(Owner owner, NoticeId last, int most) {
        return of(
                        owner,
                        "select n.* from notice n where "
                                + OWN
                                + " and n.read_at is null and n.id > :last"
                                + " order by n.id desc limit :most")
                .param("last", last.value())
                .param("most", most)
                .query((row, _) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    NoticeId newest(Owner owner) {
        return new NoticeId(
                of(owner, "select coalesce(max(n.id), 0) from notice n where " + OWN)
                        .query(Long.class)
                        .single());
    }

    /// @return how many of a kind were unread until now
    int markRead(Owner owner, NoticeKind<?> kind, Instant now) {
        return of(
                        owner,
                        "update notice n set n.read_at = :now where "
                                + OWN
                                + " and n.read_at is null and n.kind = :kind")
                .param("now", utc(now))
                .param("kind", kind.code())
                .update();
    }

    /// @param id null: all of them
    /// @return how many were unread until now
    int markRead(Owner owner, @Nullable NoticeId id, Instant now) {
        var which = id == null ? "" : " and n.id = " + id.value();
        return of(
                        owner,
                        "update notice n set n.read_at = :now where "
                                + OWN
                                + " and n.read_at is null"
                                + which)
                .param("now", utc(now))
                .update();
    }

    /// @return how many were dropped, at most `most`
    int dropBefore(Instant end, int most) {
        return database.sql("delete from notice where told_at < ? order by told_at limit ?")
                .params(utc(end), most)
                .update();
    }

    private JdbcClient.StatementSpec of(Owner owner, String sql) {
        return database.sql(sql)
                .param("agent", owner.agentNumber())
                .param("user", owner.user().value());
    }

    private Optional<Notice> read(ResultSet row) throws SQLException {
        long agent = row.getLong("agent_id");
        Recipient to =
                row.wasNull()
                        ? Recipient.of(new UserId(row.getLong("user_id")))
                        : Recipient.of(new AgentId(agent));
        var id = new NoticeId(row.getLong("id"));
        var toldAt = instant(row.getObject("told_at", LocalDateTime.class));
        var readAt = row.getObject("read_at", LocalDateTime.class);
        return kinds.read(row.getString("kind"), row.getString("facts"))
                .map(told ->
                        new Notice(id, told, to, toldAt, readAt == null ? null : instant(readAt)));
    }

    private static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
