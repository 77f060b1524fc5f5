package dev.rollcall.kit;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.rollcall.shared.ApplicationClock;
import org.springframework.stereotype.Component;

/// Adds a [BrowserClock] to each page that opens.
@Component
class BrowserClocks implements VaadinServiceInitListener {

    private final ApplicationClock clock;

    BrowserClocks(ApplicationClock clock) {
        this.clock = clock;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> opened.getUI().add(new BrowserClock(clock)));
    }
}
