package dev.rollcall.shell;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Starts, shows the sign-in page once and stops, for a JVM that writes down what a start takes and
/// does it in less time from then on. Asked for by `rollcall.rehearsal`; deploy/install.sh does.
@Component
@ConditionalOnBooleanProperty("rollcall.rehearsal")
final class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private final ApplicationContext context;

    Rehearsal(ApplicationContext context) {
        this.context = context;
    }

    /// When all who wait for the start have been told of it: nobody is left to be told afterwards.
    @EventListener
    void perform(AvailabilityChangeEvent<ReadinessState> change)
            throws IOException, InterruptedException {
        if (change.getState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return;
        }
        if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var page = "http://localhost:" + web.getWebServer().getPort() + "/login";
            try (var browser = HttpClient.newHttpClient()) {
                var answer =
                        browser.send(
                                HttpRequest.newBuilder(URI.create(page)).build(),
                                BodyHandlers.discarding());
                LOG.info("Rehearsed: the sign-in page answers {}", answer.statusCode());
            }
        }
        SpringApplication.exit(context);
    }
}
