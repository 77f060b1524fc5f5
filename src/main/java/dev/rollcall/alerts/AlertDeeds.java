package dev.rollcall.alerts;

import dev.rollcall.deeds.DeedKind;
import dev.rollcall.kit.Words;
import dev.rollcall.people.Directory;
import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.Activities;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What whoever settles alerts can take back.
@Configuration(proxyBeanMethods = false)
class AlertDeeds {

    static final String RULE = "alert-rule.settled";
    static final String ORDER = "alert-rule.ordered";
    static final String BUDGET = "alert-budget.settled";

    /// @param before null: it was added
    /// @param after null: it was removed
    record RuleFacts(long number, @Nullable Kept before, @Nullable Kept after) {}

    /// The numbers of the rules.
    record OrderFacts(List<Long> before, List<Long> after) {}

    /// @param version after the change
    record BudgetFacts(int before, int after, long version) {}

    /// A rule as it is kept.
    ///
    /// @param position where it stood
    record Kept(
            String severity,
            long afterSeconds,
            long nudgeSeconds,
            @Nullable String activity,
            @Nullable Long unit,
            boolean bell,
            boolean mail,
            boolean on,
            int position,
            long version) {

        static Kept of(AlertRule rule, int position) {
            var unit = rule.unit();
            return new Kept(
                    rule.severity().name(),
                    rule.after().toSeconds(),
                    rule.nudge().toSeconds(),
                    rule.activity(),
                    unit == null ? null : unit.value(),
                    rule.bell(),
                    rule.mail(),
                    rule.on(),
                    position,
                    rule.version());
        }

        /// @param expected the version it takes the place of
        AlertRule rule(long number, long expected) {
            return new AlertRule(
                    number,
                    AlertRule.Level.valueOf(severity),
                    Duration.ofSeconds(afterSeconds),
                    Duration.ofSeconds(nudgeSeconds),
                    activity,
                    unit == null ? null : new UnitId(unit),
                    bell,
                    mail,
                    on,
                    expected);
        }
    }

    /// A rule was added, changed or removed.
    @Bean
    static DeedKind<RuleFacts> alertRuleDeed(
            AlertRules rules, Directory directory, Activities activities) {
        return DeedKind.of(
                RULE,
                RuleFacts.class,
                (facts, words, _, _) -> word(facts, new RuleWords(words, directory, activities)),
                rules::takeBack);
    }

    private static String word(RuleFacts facts, RuleWords words) {
        var before = facts.before();
        var after = facts.after();
        var said = Objects.requireNonNull(after == null ? before : after);
        var what = before == null ? "added" : after == null ? "removed" : "changed";
        return words.say("deed." + what, words.rule(said.rule(facts.number(), 0)));
    }

    /// Rules were put in another order.
    @Bean
    static DeedKind<OrderFacts> alertOrderDeed(AlertRules rules) {
        return DeedKind.of(
                ORDER,
                OrderFacts.class,
                (_, words, _, _) -> words.get("alerts.deed.ordered"),
                rules::takeBack);
    }

    /// Another number of alerts an hour.
    @Bean
    static DeedKind<BudgetFacts> alertBudgetDeed(AlertRules rules) {
        return DeedKind.of(
                BUDGET,
                BudgetFacts.class,
                (facts, words, _, _) -> budget(facts, words),
                rules::takeBack);
    }

    private static String budget(BudgetFacts facts, Words words) {
        return words.get("alerts.deed.budget", facts.before(), facts.after());
    }
}
