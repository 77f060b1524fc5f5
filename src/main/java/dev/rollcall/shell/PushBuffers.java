package dev.rollcall.shell;

import jakarta.servlet.ServletContext;
import java.util.Collections;
import org.atmosphere.cpr.ApplicationConfig;
import org.atmosphere.cpr.AtmosphereFramework;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Makes the buffers small that each open page keeps at its push socket. Vaadin sets 16 KB, which
/// are 48 KB a page; what is longer than a buffer is sent without it.
@Component
final class PushBuffers {

    private static final String SIZE = "1024";

    private final ServletContext servlets;

    PushBuffers(ServletContext servlets) {
        this.servlets = servlets;
    }

    @EventListener(ApplicationReadyEvent.class)
    void shrink() {
        for (var name : Collections.list(servlets.getAttributeNames())) {
            if (servlets.getAttribute(name) instanceof AtmosphereFramework push) {
                push.addInitParameter(ApplicationConfig.WEBSOCKET_BUFFER_SIZE, SIZE);
            }
        }
    }
}
