package dev.rollcall.people;

import dev.rollcall.support.FreshStart;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Lets the directory forget what the test before wrote, before others look into it.
@Component
class FreshDirectory {

    private final Directory directory;

    FreshDirectory(Directory directory) {
        this.directory = directory;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(FreshStart start) {
        directory.reload();
    }
}
