package dev.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
@Timeout(30)
class OutstandingEventsTests {

    @Autowired private ProbeListener listener;
    @Autowired private OutstandingEvents outstanding;
    @Autowired private Retries transactions;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient jdbc;

    @Test
    void handsAnEventAgainToTheListenerThatFailed() throws Exception {
        transactions.inTransaction(() -> events.publishEvent(new ProbeListener.Probe(7)));
        assertThat(listener.nextAttempt()).isOne();
        awaitRows("STATUS = 'FAILED'", 1);
        clock.advance(Duration.ofSeconds(6));
        outstanding.resubmit();
        assertThat(listener.nextAttempt()).isEqualTo(2);
        awaitRows("1 = 1", 0);
    }

    private void awaitRows(String which, int count) {
        while (jdbc.sql("select count(*) from EVENT_PUBLICATION where " + which)
                        .query(Integer.class)
                        .single()
                != count) {
            Thread.onSpinWait();
        }
    }
}
