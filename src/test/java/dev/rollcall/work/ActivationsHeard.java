package dev.rollcall.work;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears who is made active or inactive, for tests.
@Component
class ActivationsHeard {

    private final List<ActivationChanged> all = new CopyOnWriteArrayList<>();

    @EventListener
    void on(ActivationChanged change) {
        all.add(change);
    }

    List<ActivationChanged> all() {
        return List.copyOf(all);
    }

    void forget() {
        all.clear();
    }
}
