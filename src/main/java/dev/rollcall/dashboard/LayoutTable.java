package dev.rollcall.dashboard;

import dev.rollcall.people.UnitId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// People's layouts and those teams start with, in the database.
@Component
class LayoutTable {

    private final JdbcClient database;

    LayoutTable(JdbcClient database) {
        this.database = database;
    }

    /// @param layout null: reset, follows the team's default
    record Stored(@Nullable Layout layout, long version, Instant changedAt) {}

    Optional<Stored> own(long user, String page) {
        return database.sql(
                        "select layout, version, changed_at from dashboard_layout"
                                + " where user_id = ? and page = ?")
                .params(user, page)
                .query((row, _) ->
                        stored(
                                row.getString("layout"),
                                row.getLong("version"),
                                row.getObject("changed_at", LocalDateTime.class)))
                .optional();
    }

    /// Of everybody who arranged a page themselves.
    List<Layout> allOwn(String page) {
        return database.sql(
                        "select layout from dashboard_layout where page = ? and layout is not null")
                .param(page)
                .query((row, _) -> LayoutText.read(row.getString("layout")))
                .list();
    }

    Optional<Stored> ofTeam(@Nullable UnitId team, String page) {
        return database.sql(
                        "select layout, version, changed_at from dashboard_default"
                                + " where unit_key = ? and page = ?")
                .params(key(team), page)
                .query((row, _) ->
                        stored(
                                row.getString("layout"),
                                row.getLong("version"),
                                row.getObject("changed_at", LocalDateTime.class)))
                .optional();
    }

    private static Stored stored(@Nullable String layout, long version, LocalDateTime changedAt) {
        return new Stored(
                layout == null ? null : LayoutText.read(layout),
                version,
                changedAt.toInstant(ZoneOffset.UTC));
    }

    /// @param layout null: follows the team's default from now on
    /// @return false when somebody was first
    boolean putOwn(long user, String page, @Nullable Layout layout, long expected, Instant now) {
        var text = layout == null ? null : LayoutText.write(layout);
        if (expected > 0) {
            return database.sql(
                                    "update dashboard_layout set layout = ?, changed_at = ?,"
                                            + " version = version + 1"
                                            + " where user_id = ? and page = ? and version = ?")
                            .params(Arrays.asList(text, utc(now), user, page, expected))
                            .update()
                    == 1;
        }
        return isFirst(
                database.sql(
                                "insert into dashboard_layout"
                                        + " (user_id, page, layout, version, changed_at)"
                                        + " values (?, ?, ?, 1, ?)")
                        .params(Arrays.asList(user, page, text, utc(now))));
    }

    /// @return false when somebody was first
    boolean putTeam(@Nullable UnitId team, String page, Layout layout, long expected, Instant now) {
        var text = LayoutText.write(layout);
        if (expected > 0) {
            return database.sql(
                                    "update dashboard_default set layout = ?, changed_at = ?,"
                                            + " version = version + 1"
                                            + " where unit_key = ? and page = ? and version = ?")
                            .params(text, utc(now), key(team), page, expected)
                            .update()
                    == 1;
        }
        return isFirst(
                database.sql(
                                "insert into dashboard_default"
                                        + " (unit_id, page, layout, version, changed_at)"
                                        + " values (?, ?, ?, 1, ?)")
                        .params(
                                Arrays.asList(
                                        team == null ? null : team.value(), page, text, utc(now))));
    }

    private static boolean isFirst(JdbcClient.StatementSpec insert) {
        try {
            return insert.update() == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private static long key(@Nullable UnitId team) {
        return team == null ? 0 : team.value();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
