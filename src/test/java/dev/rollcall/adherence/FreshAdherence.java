package dev.rollcall.adherence;

import dev.rollcall.support.FreshStart;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Lets settings and board forget what the test before wrote, after everybody they read from did.
@Component
class FreshAdherence {

    private final AdherenceSettings settings;
    private final LiveBoard board;

    FreshAdherence(AdherenceSettings settings, LiveBoard board) {
        this.settings = settings;
        this.board = board;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(FreshStart start) {
        settings.reload();
        board.rebuild();
    }
}
