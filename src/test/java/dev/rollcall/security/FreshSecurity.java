package dev.rollcall.security;

import dev.rollcall.support.FreshStart;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Lets grants and throttles forget what the test before left.
@Component
class FreshSecurity {

    private final Grants grants;
    private final LoginThrottle throttle;

    FreshSecurity(Grants grants, LoginThrottle throttle) {
        this.grants = grants;
        this.throttle = throttle;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(FreshStart start) {
        grants.reload();
        throttle.forgetEverything();
    }
}
