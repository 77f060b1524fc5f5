package dev.rollcall.alerts;

import dev.rollcall.support.FreshStart;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Lets rules and watch forget what the test before wrote.
@Component
class FreshAlerts {

    private final AlertRules rules;
    private final AlertWatch watch;

    FreshAlerts(AlertRules rules, AlertWatch watch) {
        this.rules = rules;
        this.watch = watch;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(FreshStart start) {
        rules.load();
        watch.begin();
    }
}
