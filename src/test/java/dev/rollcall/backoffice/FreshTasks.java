package dev.rollcall.backoffice;

import dev.rollcall.support.FreshStart;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Forgets the tasks of the test before.
@Component
class FreshTasks {

    private final TaskWork work;

    FreshTasks(TaskWork work) {
        this.work = work;
    }

    @EventListener
    void on(FreshStart start) {
        work.load();
    }
}
