package dev.rollcall.schedule;

import dev.rollcall.support.FreshStart;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets the activities in memory forget what the test before wrote.
@Component
class FreshActivities {

    private final Activities activities;

    FreshActivities(Activities activities) {
        this.activities = activities;
    }

    @EventListener
    void on(FreshStart start) {
        activities.reload();
    }
}
