package dev.rollcall.backoffice;

import dev.rollcall.presence.PresenceChanged;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets something happen at the moment a status is heard of, for tests.
@Component
class Interruption {

    private final AtomicReference<@Nullable Runnable> deed = new AtomicReference<>();

    void atTheNextStatus(Runnable next) {
        deed.set(next);
    }

    @EventListener
    void on(PresenceChanged change) {
        var next = deed.getAndSet(null);
        if (next != null) {
            next.run();
        }
    }
}
