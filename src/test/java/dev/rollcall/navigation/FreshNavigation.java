package dev.rollcall.navigation;

import dev.rollcall.support.FreshStart;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets profiles forget what the test before saved.
@Component
class FreshNavigation {

    private final NavigationProfiles profiles;

    FreshNavigation(NavigationProfiles profiles) {
        this.profiles = profiles;
    }

    @EventListener
    void on(FreshStart start) {
        profiles.load();
    }
}
