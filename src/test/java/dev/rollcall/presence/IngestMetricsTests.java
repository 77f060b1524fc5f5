package dev.rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.ModuleTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class IngestMetricsTests {

    @Autowired private LogFixture given;
    @Autowired private MeterRegistry metrics;
    @Autowired private ApplicationClock clock;

    @Test
    void countsWhatBecameOfEvents() {
        double accepted = events("accepted");
        double duplicate = events("duplicate");
        long batches = metrics.get("rollcall.ingest").tag("result", "done").timer().count();
        var event = given.status(1, "06:00", "AVAILABLE");

        given.take(event, event, given.status(1, "06:30", "AWAY"));

        assertThat(events("accepted") - accepted).isEqualTo(2);
        assertThat(events("duplicate") - duplicate).isEqualTo(1);
        assertThat(metrics.get("rollcall.ingest").tag("result", "done").timer().count() - batches)
                .isEqualTo(1);
    }

    @Test
    void tellsHowLongAFeedIsSilent() {
        given.take(given.beat("/pbx", "07:59", 60));
        assertThat(gauge("rollcall.feeds.silent")).isZero();

        clock.advance(Duration.ofMinutes(4));

        assertThat(gauge("rollcall.feeds.declared")).isEqualTo(1);
        assertThat(gauge("rollcall.feeds.silent")).isEqualTo(1);
        assertThat(gauge("rollcall.feeds.silence")).isEqualTo(300);
    }

    private double events(String outcome) {
        return metrics.get("rollcall.events").tag("outcome", outcome).counter().count();
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }
}
