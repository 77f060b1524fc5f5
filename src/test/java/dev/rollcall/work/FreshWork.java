package dev.rollcall.work;

import dev.rollcall.support.FreshStart;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Forgets the work of the test before.
@Component
class FreshWork {

    private final OpenWork open;
    private final Handling handling;

    FreshWork(OpenWork open, Handling handling) {
        this.open = open;
        this.handling = handling;
    }

    @EventListener
    void on(FreshStart start) {
        open.load();
        handling.load();
    }
}
