package dev.rollcall.presence;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks once a minute for people who forgot to clock out.
@Component
class ClockOutRule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClockOutRule.class);

    private final ForgottenClockOuts forgotten;
    private final PresenceProperties properties;
    private @Nullable ScheduledExecutorService timer;

    ClockOutRule(ForgottenClockOuts forgotten, PresenceProperties properties) {
        this.forgotten = forgotten;
        this.properties = properties;
    }

    private void look() {
        try {
            forgotten.endForgotten();
        } catch (RuntimeException e) {
            LOG.warn("Forgotten clock-outs could not be made; the next look tries again", e);
        }
    }

    @Override
    public synchronized void start() {
        // Whoever switches one watch off, tests for example, wants no other either.
        if (timer == null && properties.silenceCheck().isPositive()) {
            timer =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().daemon().name("clock-out-rule").factory());
            var unused = timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdown();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
