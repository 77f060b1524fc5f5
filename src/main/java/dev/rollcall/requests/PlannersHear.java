package dev.rollcall.requests;

import dev.rollcall.planner.WantsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets open planners know that somebody asked for time off, or was given it.
@Component
class PlannersHear {

    private final ApplicationEventPublisher events;

    PlannersHear(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void on(RequestChanged change) {
        if (!change.agents().isEmpty()) {
            events.publishEvent(new WantsChanged(change.agents()));
        }
    }
}
