package dev.rollcall.alerts;

import dev.rollcall.alerts.AlertDeeds.BudgetFacts;
import dev.rollcall.alerts.AlertDeeds.Kept;
import dev.rollcall.alerts.AlertDeeds.OrderFacts;
import dev.rollcall.alerts.AlertDeeds.RuleFacts;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.deeds.Deeds;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.Activities;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.AfterCommit;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.Sentence;
import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The rules of alerts and how many of them reach somebody in an hour. They belong to the whole
/// organisation, and are read from memory. Whoever settles something can take it back for a day.
@Service
public class AlertRules {

    /// How many alerts an hour reach one person at most, whatever is settled.
    public static final int MOST_AN_HOUR = 100;

    private static final String WHAT = "alert rule";
    private static final String BUDGET = "alert budget";
    private static final int BETWEEN = 10;

    private final JdbcClient database;
    private final Directory directory;
    private final Activities activities;
    private final Access access;
    private final AuditLog audit;
    private final Deeds deeds;

    private volatile List<AlertRule> rules = List.of();
    private volatile Budget budget = new Budget(1, 0);

    AlertRules(
            JdbcClient database,
            Directory directory,
            Activities activities,
            Access access,
            AuditLog audit,
            Deeds deeds) {
        this.database = database;
        this.directory = directory;
        this.activities = activities;
        this.access = access;
        this.audit = audit;
        this.deeds = deeds;
    }

    /// How many alerts an hour reach one person.
    ///
    /// @param version counts the changes; guards against overwriting another's edit
    public record Budget(int anHour, long version) {}

    /// What was settled.
    ///
    /// @param deed with which it can be taken back; empty for programs
    public record Saved<T>(T settled, OptionalLong deed) {}

    @PostConstruct
    void load() {
        rules =
                database.sql("select * from alert_rule order by position, id")
                        .query((row, _) -> rule(row))
                        .list();
        budget =
                database.sql("select an_hour, version from alert_budget")
                        .query((row, _) -> new Budget(row.getInt(1), row.getLong(2)))
                        .single();
    }

    private static AlertRule rule(ResultSet row) throws SQLException {
        long unit = row.getLong("unit_id");
        var place = row.wasNull() ? null : new UnitId(unit);
        return new AlertRule(
                row.getLong("id"),
                AlertRule.Level.valueOf(row.getString("severity")),
                Duration.ofSeconds(row.getInt("after_seconds")),
                Duration.ofSeconds(row.getInt("nudge_seconds")),
                row.getString("activity"),
                place,
                row.getBoolean("bell"),
                row.getBoolean("mail"),
                row.getBoolean("switched_on"),
                row.getLong("version"));
    }

    /// All rules in their order, those that are switched off included.
    public List<AlertRule> all() {
        return rules;
    }

    public Budget budget() {
        return budget;
    }

    // ------------------------------------------------------------------ settling

    /// Adds a rule at the end, or changes one.
    ///
    /// @param rule its version is the one the writer saw
    /// @throws InvalidInput naming every bad field
    /// @throws dev.rollcall.shared.EditConflict when somebody was first
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public Saved<AlertRule> save(AlertRule rule) {
        demandAdmin();
        check(rule);
        var before = kept(rule.number());
        long number = rule.number();
        if (number == 0) {
            number = insert(rule);
        } else if (before.isEmpty() || !update(rule)) {
            throw audit.conflict(WHAT, "" + number);
        }
        var after = kept(number).orElseThrow();
        settled(number, before.orElse(null), after);
        var saved = after.rule(number, after.version());
        return new Saved<>(
                saved,
                deeds.done(AlertDeeds.RULE, new RuleFacts(number, before.orElse(null), after)));
    }

    /// Removes a rule. Alerts there are stay.
    ///
    /// @param expectedVersion the version the writer saw, null when they do not care
    /// @return with which it can be taken back; empty for programs
    /// @throws NotFound when there is none
    /// @throws dev.rollcall.shared.EditConflict when somebody was first
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public OptionalLong remove(long number, @Nullable Long expectedVersion) {
        demandAdmin();
        var before = kept(number).orElseThrow(() -> new NotFound(WHAT, "" + number));
        delete(number, expectedVersion == null ? before.version() : expectedVersion);
        settled(number, before, null);
        return deeds.done(AlertDeeds.RULE, new RuleFacts(number, before, null));
    }

    private void delete(long number, long version) {
        if (database.sql("delete from alert_rule where id = ? and version = ?")
                        .param(number)
                        .param(version)
                        .update()
                == 0) {
            throw audit.conflict(WHAT, "" + number);
        }
    }

    private void demandAdmin() {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
    }

    /// Writes down what a rule says now.
    private void settled(long number, @Nullable Kept before, @Nullable Kept after) {
        audit.changed(
                access.viewer().actor(),
                WHAT,
                "" + number,
                before == null ? null : told(before.rule(number, 0)),
                after == null ? null : told(after.rule(number, 0)));
        AfterCommit.run(this::load);
    }

    private void check(AlertRule rule) {
        var problems = new InvalidInput.Collector();
        problems.check(
                within(rule.after(), AlertRule.LONGEST_AFTER),
                "/afterSeconds",
                sentence("after", "Between 0 and 8 hours."));
        problems.check(
                within(rule.nudge(), AlertRule.LONGEST_NUDGE),
                "/nudgeSeconds",
                sentence("nudge", "Between 0 and 60 minutes."));
        problems.check(
                rule.activity() == null || activities.of(rule.activity()).isPresent(),
                "/activity",
                sentence("activity", "There is no such activity."));
        problems.check(
                rule.unit() == null || directory.unit(rule.unit()).isPresent(),
                "/unit",
                sentence("unit", "There is no such unit."));
        problems.check(
                rule.bell() || rule.mail(),
                "/bell",
                sentence("somewhere", "Choose the bell, e-mail or both."));
        problems.throwIfAny();
    }

    private static boolean within(Duration length, Duration longest) {
        return !length.isNegative() && length.compareTo(longest) <= 0;
    }

    static Sentence sentence(String key, String english, Object... values) {
        return new Sentence("alerts.problem." + key, english, List.of(values));
    }

    private Optional<Kept> kept(long number) {
        return database.sql("select * from alert_rule where id = ?")
                .param(number)
                .query((row, _) -> Kept.of(rule(row), row.getInt("position")))
                .optional();
    }

    private long insert(AlertRule rule) {
        written(
                        rule,
                        """
                        insert into alert_rule (severity, after_seconds, nudge_seconds, activity,
                            unit_id, bell, mail, switched_on, position)
                        select :severity, :after, :nudge, :activity, :unit, :bell, :mail, :on,
                            coalesce(max(position), 0) + :between
                        from alert_rule
                        """)
                .param("between", BETWEEN)
                .update();
        return database.sql("select last_insert_id()").query(Long.class).single();
    }

    private boolean update(AlertRule rule) {
        return written(
                                rule,
                                """
                                update alert_rule
                                set severity = :severity, after_seconds = :after,
                                    nudge_seconds = :nudge, activity = :activity, unit_id = :unit,
                                    bell = :bell, mail = :mail, switched_on = :on,
                                    version = version + 1
                                where id = :number and version = :version
                                """)
                        .param("number", rule.number())
                        .param("version", rule.version())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec written(AlertRule rule, String sql) {
        var unit = rule.unit();
        return database.sql(sql)
                .param("severity", rule.severity().name())
                .param("after", rule.after().toSeconds())
                .param("nudge", rule.nudge().toSeconds())
                .param("activity", rule.activity())
                .param("unit", unit == null ? null : unit.value())
                .param("bell", rule.bell())
                .param("mail", rule.mail())
                .param("on", rule.on());
    }

    /// Puts the rules in another order: the first that fits decides.
    ///
    /// @param numbers of all rules there are, each once
    /// @throws InvalidInput when one is missing, unknown or named twice: somebody may have added
    ///   one meanwhile
    /// @return with which it can be taken back; empty for programs
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public OptionalLong order(List<Long> numbers) {
        demandAdmin();
        var before = numbers();
        if (numbers.size() != before.size() || !Set.copyOf(before).equals(new HashSet<>(numbers))) {
            throw InvalidInput.of("/rules", sentence("order", "Name each rule once."));
        }
        order(before, numbers);
        return deeds.done(AlertDeeds.ORDER, new OrderFacts(before, numbers));
    }

    private List<Long> numbers() {
        return database.sql("select id from alert_rule order by position, id")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private void order(List<Long> before, List<Long> numbers) {
        int position = 0;
        for (var number : numbers) {
            position += BETWEEN;
            database.sql("update alert_rule set position = ? where id = ?")
                    .param(position)
                    .param(number)
                    .update();
        }
        audit.changed(access.viewer().actor(), WHAT, "order", joined(before), joined(numbers));
        AfterCommit.run(this::load);
    }

    private static String joined(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /// Settles how many alerts an hour reach one person.
    ///
    /// @throws InvalidInput when it is not between 1 and [#MOST_AN_HOUR]
    /// @throws dev.rollcall.shared.EditConflict when somebody was first
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public Saved<Budget> saveBudget(int anHour, long expectedVersion) {
        demandAdmin();
        if (anHour < 1 || anHour > MOST_AN_HOUR) {
            throw InvalidInput.of(
                    "/anHour",
                    sentence(
                            "budget",
                            "Between 1 and %d an hour.".formatted(MOST_AN_HOUR),
                            MOST_AN_HOUR));
        }
        int before = budget.anHour();
        var saved = write(before, anHour, expectedVersion);
        return new Saved<>(
                saved,
                deeds.done(AlertDeeds.BUDGET, new BudgetFacts(before, anHour, saved.version())));
    }

    private Budget write(int before, int anHour, long expectedVersion) {
        if (database.sql(
                                "update alert_budget set an_hour = ?, version = version + 1"
                                        + " where version = ?")
                        .param(anHour)
                        .param(expectedVersion)
                        .update()
                == 0) {
            throw audit.conflict(BUDGET, BUDGET);
        }
        audit.changed(
                access.viewer().actor(), BUDGET, BUDGET, before + " an hour", anHour + " an hour");
        AfterCommit.run(this::load);
        return new Budget(anHour, expectedVersion + 1);
    }

    // ------------------------------------------------------------------ the way back

    /// Makes a rule again what it was, unless somebody has changed it since.
    void takeBack(RuleFacts facts) {
        demandAdmin();
        long number = facts.number();
        var before = facts.before();
        var after = facts.after();
        if (before == null) {
            delete(number, after == null ? 0 : after.version());
        } else if (after == null) {
            insertAgain(number, before);
        } else {
            var rule = before.rule(number, after.version());
            check(rule);
            if (!update(rule)) {
                throw audit.conflict(WHAT, "" + number);
            }
        }
        settled(number, after, before);
    }

    private void insertAgain(long number, Kept before) {
        var rule = before.rule(number, before.version());
        check(rule);
        if (written(
                                rule,
                                """
                                insert ignore into alert_rule (id, severity, after_seconds,
                                    nudge_seconds, activity, unit_id, bell, mail, switched_on,
                                    position, version)
                                values (:number, :severity, :after, :nudge, :activity, :unit, :bell,
                                    :mail, :on, :position, :version)
                                """)
                        .param("number", number)
                        .param("position", before.position())
                        .param("version", before.version() + 1)
                        .update()
                == 0) {
            throw audit.conflict(WHAT, "" + number);
        }
    }

    /// Puts rules in the order of before, unless there are others or they stand otherwise now.
    void takeBack(OrderFacts facts) {
        demandAdmin();
        if (!numbers().equals(facts.after())) {
            throw audit.conflict(WHAT, "order");
        }
        order(facts.after(), facts.before());
    }

    /// Settles the number of before, unless somebody has changed it since.
    void takeBack(BudgetFacts facts) {
        demandAdmin();
        write(facts.after(), facts.before(), facts.version());
    }

    private String told(AlertRule rule) {
        var unit = rule.unit();
        return "%s after %d s, nudge %d s, %s, %s,%s%s%s"
                .formatted(
                        rule.severity(),
                        rule.after().toSeconds(),
                        rule.nudge().toSeconds(),
                        rule.activity() == null ? "any activity" : rule.activity(),
                        unit == null
                                ? "everywhere"
                                : directory.unit(unit).map(Unit::code).orElse(""),
                        rule.bell() ? " bell" : "",
                        rule.mail() ? " mail" : "",
                        rule.on() ? "" : " off");
    }
}
