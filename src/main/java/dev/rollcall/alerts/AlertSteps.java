package dev.rollcall.alerts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be done about somebody who is out, and when. Nobody is told about anybody who was not
/// nudged before, for as long as the rule says.
final class AlertSteps {

    private AlertSteps() {}

    /// The next step.
    sealed interface Step {

        /// Nothing, before an instant.
        record Wait(Instant until) implements Step {}

        /// The agent is told now that their supervisor will be.
        record Nudge(AlertRule rule, Instant alertAt) implements Step {}

        /// Whoever looks after them is told now.
        record Raise(AlertRule rule) implements Step {}

        /// No rule says anything.
        record None() implements Step {}
    }

    /// @param rules in their order
    /// @param nudgedAt when the agent was told about this deviation; null: they were not
    static Step next(
            List<AlertRule> rules, Deviating out, @Nullable Instant nudgedAt, Instant now) {
        var fitting = rules.stream().filter(rule -> rule.fits(out)).findFirst();
        if (fitting.isEmpty()) {
            return new Step.None();
        }
        var rule = fitting.get();
        var due = out.since().plus(rule.after());
        if (!rule.nudge().isZero() && nudgedAt == null) {
            var nudgeAt = due.minus(rule.nudge());
            return now.isBefore(nudgeAt)
                    ? new Step.Wait(nudgeAt)
                    : new Step.Nudge(rule, later(due, now.plus(rule.nudge())));
        }
        var alertAt = nudgedAt == null ? due : later(due, nudgedAt.plus(rule.nudge()));
        return now.isBefore(alertAt) ? new Step.Wait(alertAt) : new Step.Raise(rule);
    }

    /// What is to be done about somebody who became severely out after whoever looks after them was
    /// told that they were out. Of the rules about severe ones the first that fits decides. The
    /// agent is not told again: they know already that others do.
    static Step nextWhenSevere(List<AlertRule> rules, Deviating out, Instant now) {
        return rules.stream()
                .filter(rule -> rule.severity() == AlertRule.Level.SEVERE && rule.fits(out))
                .findFirst()
                .map(rule -> {
                    var due = out.since().plus(rule.after());
                    return now.isBefore(due) ? new Step.Wait(due) : new Step.Raise(rule);
                })
                .orElseGet(Step.None::new);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
