package dev.rollcall.alerts;

import dev.rollcall.people.AgentId;
import dev.rollcall.security.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Alerts in the database. Unique keys keep anybody from being told twice of one deviation, or of
/// its becoming severe.
@Repository
class AlertTable {

    private final JdbcClient database;

    AlertTable(JdbcClient database) {
        this.database = database;
    }

    // ------------------------------------------------------------------ what is done

    /// Notes the first thing that is done about a deviation.
    ///
    /// @param nudged whether the agent is told; else whoever looks after them is
    /// @return empty when something was done about it before
    Optional<Alert> begin(Deviating out, AlertRule rule, boolean nudged, Instant now) {
        int rows =
                database.sql(
                                """
                                insert ignore into alert (agent_id, out_since, rule_id, severity,
                                    activity, nudged_at, raised_at)
                                values (?, ?, ?, ?, ?, ?, ?)
                                """)
                        .param(out.agent().value())
                        .param(utc(out.since()))
                        .param(rule.number())
                        .param(severity(out))
                        .param(out.activity())
                        .param(nudged ? utc(now) : null)
                        .param(nudged ? null : utc(now))
                        .update();
        return rows == 0
                ? Optional.empty()
                : find(database.sql("select last_insert_id()").query(Long.class).single());
    }

    /// @return empty when it was raised or cleared before
    Optional<Alert> raise(long number, Deviating out, AlertRule rule, Instant now) {
        int rows =
                database.sql(
                                """
                                update alert
                                set raised_at = ?, rule_id = ?, severity = ?, activity = ?
                                where id = ? and raised_at is null and cleared_at is null
                                """)
                        .param(utc(now))
                        .param(rule.number())
                        .param(severity(out))
                        .param(out.activity())
                        .param(number)
                        .update();
        return rows == 0 ? Optional.empty() : find(number);
    }

    /// Notes that an alert which was raised has become severe; mails that still wait to say less
    /// are not sent.
    ///
    /// @return empty when that was noted before, or it was cleared
    Optional<Alert> raiseSevere(long number, Deviating out, AlertRule rule, Instant now) {
        int rows =
                database.sql(
                                """
                                update alert
                                set severe_at = ?, rule_id = ?, severity = 'SEVERE', activity = ?
                                where id = ? and severity = 'OUT' and raised_at is not null
                                    and cleared_at is null
                                """)
                        .param(utc(now))
                        .param(rule.number())
                        .param(out.activity())
                        .param(number)
                        .update();
        if (rows == 0) {
            return Optional.empty();
        }
        stopMails(number);
        return find(number);
    }

    private static String severity(Deviating out) {
        return (out.severe() ? AlertRule.Level.SEVERE : AlertRule.Level.OUT).name();
    }

    /// Mails that wait are not sent any more.
    ///
    /// @return whether it was open until now
    boolean clear(long number, Instant now) {
        stopMails(number);
        return database.sql("update alert set cleared_at = ? where id = ? and cleared_at is null")
                        .param(utc(now))
                        .param(number)
                        .update()
                == 1;
    }

    private void stopMails(long number) {
        database.sql(
                        "update alert_delivery set mail = 'CLEARED'"
                                + " where alert_id = ? and mail = 'WAITING'")
                .param(number)
                .update();
    }

    void deliver(Alert alert, UserId user, boolean heldBack, boolean mail, Instant now) {
        database.sql(
                        """
                        insert into alert_delivery (alert_id, user_id, severe, told_at, held_back,
                            mail)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(alert.number())
                .param(user.value())
                .param(alert.severeAt() != null)
                .param(utc(now))
                .param(heldBack)
                .param(mail && !heldBack ? "WAITING" : null)
                .update();
    }

    /// How many alerts reached somebody since an instant.
    int told(UserId user, Instant since) {
        return database.sql(
                        "select count(*) from alert_delivery"
                                + " where user_id = ? and told_at > ? and not held_back")
                .param(user.value())
                .param(utc(since))
                .query(Integer.class)
                .single();
    }

    /// Whom an alert reached.
    List<UserId> reached(long number) {
        return database.sql(
                        "select distinct user_id from alert_delivery"
                                + " where alert_id = ? and not held_back")
                .param(number)
                .query((row, _) -> new UserId(row.getLong(1)))
                .list();
    }

    /// @return how many were dropped, at most `most`
    int dropBefore(Instant end, int most) {
        return database.sql("delete from alert where out_since < ? order by out_since limit ?")
                .param(utc(end))
                .param(most)
                .update();
    }

    // ------------------------------------------------------------------ mail

    /// @param severe whether it tells that it became severe
    record Mail(Alert alert, UserId to, boolean severe, int attempts) {}

    /// What is to be sent, the oldest first.
    List<Mail> mails(int most) {
        return database.sql(
                        """
                        select a.*, d.user_id, d.severe, d.attempts
                        from alert_delivery d join alert a on a.id = d.alert_id
                        where d.mail = 'WAITING' order by d.told_at, d.alert_id limit ?
                        """)
                .param(most)
                .query((row, _) ->
                        new Mail(
                                alert(row),
                                new UserId(row.getLong("user_id")),
                                row.getBoolean("severe"),
                                row.getInt("attempts")))
                .list();
    }

    void mailed(Mail mail, String state) {
        database.sql(
                        """
                        update alert_delivery set mail = ?, attempts = attempts + 1
                        where alert_id = ? and user_id = ? and severe = ? and mail = 'WAITING'
                        """)
                .param(state)
                .param(mail.alert().number())
                .param(mail.to().value())
                .param(mail.severe())
                .update();
    }

    // ------------------------------------------------------------------ what is read

    Optional<Alert> find(long number) {
        return database.sql("select * from alert where id = ?")
                .param(number)
                .query((row, _) -> alert(row))
                .optional();
    }

    List<Alert> open() {
        return database.sql("select * from alert where cleared_at is null order by id")
                .query((row, _) -> alert(row))
                .list();
    }

    /// Those somebody was told of or kept from, the latest first; each as its last step was.
    List<Alerts.Own> own(UserId user, Alerts.Show show, long before, int limit) {
        var which =
                switch (show) {
                    case OPEN -> " and a.cleared_at is null";
                    case HELD_BACK ->
                            " and exists (select * from alert_delivery h where h.alert_id = a.id"
                                    + " and h.user_id = d.user_id and h.held_back)";
                    case ALL -> "";
                };
        return database.sql(
                        """
                        select a.*, d.held_back, d.told_at
                        from alert_delivery d join alert a on a.id = d.alert_id
                        where d.user_id = :user and a.id < :before
                            and not exists (select * from alert_delivery later
                                where later.alert_id = d.alert_id and later.user_id = d.user_id
                                    and later.severe and not d.severe)
                        """
                                + which
                                + " order by a.id desc limit :limit")
                .param("user", user.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, _) ->
                        new Alerts.Own(
                                alert(row),
                                row.getBoolean("held_back"),
                                Objects.requireNonNull(instant(row, "told_at"))))
                .list();
    }

    /// @param agents of whom; null: of everybody
    /// @param heldBack only those somebody was kept from
    List<Alerts.Known> page(
            @Nullable Collection<AgentId> agents, boolean heldBack, long before, int limit) {
        if (agents != null && agents.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, Object>();
        values.put("before", before);
        values.put("limit", limit);
        var sql =
                new StringBuilder(
                        """
                        select a.*,
                            (select count(distinct d.user_id) from alert_delivery d
                                where d.alert_id = a.id and not d.held_back) as told,
                            (select count(distinct d.user_id) from alert_delivery d
                                where d.alert_id = a.id and d.held_back) as held
                        from alert a where a.id < :before
                        """);
        if (agents != null) {
            sql.append(" and a.agent_id in (:agents)");
            values.put("agents", agents.stream().map(AgentId::value).toList());
        }
        if (heldBack) {
            sql.append(
                    " and exists (select * from alert_delivery h"
                            + " where h.alert_id = a.id and h.held_back)");
        }
        return database.sql(sql.append(" order by a.id desc limit :limit").toString())
                .params(values)
                .query((row, _) ->
                        new Alerts.Known(alert(row), row.getInt("told"), row.getInt("held")))
                .list();
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getLong("id"),
                new AgentId(row.getLong("agent_id")),
                Objects.requireNonNull(instant(row, "out_since")),
                AlertRule.Level.valueOf(row.getString("severity")),
                row.getString("activity"),
                instant(row, "nudged_at"),
                instant(row, "raised_at"),
                instant(row, "severe_at"),
                instant(row, "cleared_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
