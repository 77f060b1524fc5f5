package dev.rollcall.demo;

import dev.rollcall.alerts.AlertRule;
import dev.rollcall.alerts.AlertRules;
import dev.rollcall.security.Access;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// In the demo supervisors are told of whoever is out for a quarter of an hour, a few times an
/// hour, so that some of it is held back. Once: what an admin settles later stays.
@Component
@Profile("demo")
class DemoAlerts {

    private static final int AN_HOUR = 2;

    private final AlertRules rules;
    private final Access access;
    private boolean settled;

    DemoAlerts(AlertRules rules, Access access) {
        this.rules = rules;
        this.access = access;
    }

    @Scheduled(initialDelay = 16, fixedDelay = 240, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (!settled) {
            access.asSystem("demo", this::settle);
            settled = true;
        }
    }

    private void settle() {
        if (rules.all().size() > 1 || rules.budget().version() > 1) {
            return;
        }
        rules.save(
                new AlertRule(
                        0,
                        AlertRule.Level.OUT,
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(2),
                        "WORK",
                        null,
                        true,
                        false,
                        true,
                        0));
        rules.saveBudget(AN_HOUR, rules.budget().version());
    }
}
