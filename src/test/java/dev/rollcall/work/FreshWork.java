package dev.rollcall.work;

import dev.rollcall.support.FreshStart;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Forgets the work of the test before.
@Component
class FreshWork {

    private final OpenWork open;
    private final Handling handling;
    private final WorkPresence presence;

    FreshWork(OpenWork open, Handling handling, WorkPresence presence) {
        this.open = open;
        this.handling = handling;
        this.presence = presence;
    }

    @EventListener
    void on(FreshStart start) {
        open.load();
        handling.load();
        presence.load();
    }
}
