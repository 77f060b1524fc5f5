package dev.rollcall.performance;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What teams achieved month by month, in the database. No line of it is about one person.
@Component
class TeamTable {

    private final JdbcClient database;

    TeamTable(JdbcClient database) {
        this.database = database;
    }

    /// What is kept of a team.
    ///
    /// @param currency null where it is a count
    /// @param figures null where they must not be told
    record Row(
            Metric metric,
            @Nullable Currency currency,
            Subject subject,
            @Nullable TeamFigures figures) {}

    /// @return false when it was counted before
    boolean begin(YearMonth month, Instant now) {
        return database.sql(
                                "insert ignore into performance_team_month (month, counted_at)"
                                        + " values (?, ?)")
                        .params(month.atDay(1), LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void keep(YearMonth month, Collection<Row> rows) {
        for (var row : rows) {
            var figures = row.figures();
            database.sql(
                            """
                            insert into performance_team_line (month, metric, currency,
                                subject_kind, subject_id, people, total, lower_quartile, median,
                                upper_quartile)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(month.atDay(1))
                    .param(row.metric().name())
                    .param(row.currency() == null ? "" : row.currency().getCurrencyCode())
                    .param(row.subject().kind().name())
                    .param(row.subject().id())
                    .param(figures == null ? null : figures.people())
                    .param(figures == null ? null : figures.sum())
                    .param(figures == null ? null : figures.lower())
                    .param(figures == null ? null : figures.median())
                    .param(figures == null ? null : figures.upper())
                    .update();
        }
    }

    /// The months that are counted, the newest first.
    List<YearMonth> months() {
        return database.sql("select month from performance_team_month order by month desc")
                .query((row, _) -> YearMonth.from(row.getObject(1, LocalDate.class)))
                .list();
    }

    Optional<Instant> countedAt(YearMonth month) {
        return database.sql("select counted_at from performance_team_month where month = ?")
                .param(month.atDay(1))
                .query((row, _) -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
                .optional();
    }

    List<Row> of(YearMonth month) {
        return database.sql("select * from performance_team_line where month = ?")
                .param(month.atDay(1))
                .query(TeamTable::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        int people = row.getInt("people");
        boolean told = !row.wasNull();
        return new Row(
                Metric.valueOf(row.getString("metric")),
                currency.isEmpty() ? null : Currency.getInstance(currency),
                new Subject(
                        Subject.Kind.valueOf(row.getString("subject_kind")),
                        row.getLong("subject_id")),
                told
                        ? new TeamFigures(
                                people,
                                number(row, "total"),
                                number(row, "lower_quartile"),
                                number(row, "median"),
                                number(row, "upper_quartile"))
                        : null);
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        var number = row.getBigDecimal(column);
        return number == null ? BigDecimal.ZERO : number;
    }
}
