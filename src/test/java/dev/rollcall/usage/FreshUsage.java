package dev.rollcall.usage;

import dev.rollcall.support.FreshStart;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets the switch forget what the test before decided.
@Component
class FreshUsage {

    private final UsageSwitch usage;

    FreshUsage(UsageSwitch usage) {
        this.usage = usage;
    }

    @EventListener
    void on(FreshStart start) {
        usage.load();
    }
}
