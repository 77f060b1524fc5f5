package dev.rollcall.performance;

import dev.rollcall.audit.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Goals, and how performance is measured, in the database.
@Component
class GoalTable {

    private final JdbcTemplate jdbc;

    GoalTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Every goal of some subjects.
    List<Goal> of(Collection<Subject> subjects) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        var values = new ArrayList<Object>();
        var where = new ArrayList<String>();
        for (var subject : subjects) {
            where.add("(subject_kind = ? and subject_id = ?)");
            values.add(subject.kind().name());
            values.add(subject.id());
        }
        return jdbc.query(
                "select * from performance_goal where "
                        + String.join(" or ", where)
                        + " order by from_month",
                GoalTable::goal,
                values.toArray());
    }

    void set(Goal goal, Instant now, Actor by) {
        jdbc.update(
                """
                insert into performance_goal (subject_kind, subject_id, metric, from_month, goal,
                    currency, set_at, set_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update goal = values(goal), currency = values(currency),
                    set_at = values(set_at), set_by = values(set_by)
                """,
                goal.subject().kind().name(),
                goal.subject().id(),
                goal.metric().name(),
                goal.from().atDay(1),
                goal.value(),
                goal.value() == null ? null : code(goal.currency()),
                LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                by.name());
    }

    void forget(Subject subject, Metric metric, YearMonth from) {
        jdbc.update(
                "delete from performance_goal where subject_kind = ? and subject_id = ? and metric = ?"
                        + " and from_month = ?",
                subject.kind().name(),
                subject.id(),
                metric.name(),
                from.atDay(1));
    }

    private static @Nullable String code(@Nullable Currency currency) {
        return currency == null ? null : currency.getCurrencyCode();
    }

    private static Goal goal(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new Goal(
                new Subject(
                        Subject.Kind.valueOf(row.getString("subject_kind")),
                        row.getLong("subject_id")),
                Metric.valueOf(row.getString("metric")),
                YearMonth.from(row.getObject("from_month", LocalDate.class)),
                row.getBigDecimal("goal"),
                currency == null ? null : Currency.getInstance(currency));
    }

    // ------------------------------------------------------------------ measures

    /// @param version 0 where nothing was ever set
    record Kept(Measures measures, long version) {}

    /// @param unit 0: the organisation
    Optional<Kept> measures(long unit) {
        return jdbc
                .query(
                        "select * from performance_measures where unit_id = ?",
                        GoalTable::measures,
                        unit)
                .stream()
                .findFirst();
    }

    private static Kept measures(ResultSet row, int number) throws SQLException {
        int month = row.getInt("year_begins");
        var begins = row.wasNull() ? null : Month.of(month);
        boolean milestones = row.getBoolean("milestones");
        var shown = row.wasNull() ? null : milestones;
        var currency = row.getString("currency");
        return new Kept(
                new Measures(
                        begins, currency == null ? null : Currency.getInstance(currency), shown),
                row.getLong("version"));
    }

    /// @return false when somebody else was first
    boolean measure(long unit, Measures measures, long version) {
        var begins = measures.yearBegins();
        var values =
                new @Nullable Object[] {
                    begins == null ? null : begins.getValue(),
                    code(measures.currency()),
                    measures.milestones(),
                    unit,
                    version
                };
        return version == 0
                ? jdbc.update(
                                "insert ignore into performance_measures"
                                        + " (year_begins, currency, milestones, unit_id, version)"
                                        + " values (?, ?, ?, ?, ? + 1)",
                                values)
                        == 1
                : jdbc.update(
                                "update performance_measures set year_begins = ?, currency = ?,"
                                        + " milestones = ?, version = version + 1"
                                        + " where unit_id = ? and version = ?",
                                values)
                        == 1;
    }
}
