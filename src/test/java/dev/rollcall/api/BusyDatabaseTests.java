package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.database.Outages;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// T11: sixty people read something slow, more than there are connections. Nobody who clocks in
/// stands in their line.
class BusyDatabaseTests extends ApiFixture {

    private static final int READERS = 60;
    private static final int CLOCK_INS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    @Autowired private DataSource connections;
    @Autowired private Outages outages;

    @Test
    void clocksPeopleInWhileAllConnectionsAreTaken() throws Exception {
        var done = new CountDownLatch(1);
        long began = System.nanoTime();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int i = 0; i < READERS; i++) {
                    readers.submit(() -> read(done));
                }
                assertThat(nobodyElseGetsOne()).isTrue();
                var took = clockIn();
                assertThat(took.get(CLOCK_INS * 95 / 100)).isLessThan(AT_MOST);
                // Or the board would wait for feeds that were never refused.
                assertThat(outages.within(Duration.ofNanos(System.nanoTime() - began))).isFalse();
            } finally {
                done.countDown();
            }
        }
        assertThat(api.get(admin, "/api/v1/agents/agent-017/status").at("/status").stringValue())
                .isEqualTo("AWAY");
    }

    /// How long each took, the quickest first.
    private List<Duration> clockIn() {
        var took = new ArrayList<Duration>();
        for (int i = 0; i < CLOCK_INS; i++) {
            long start = System.nanoTime();
            put(
                    "/api/v1/agents/agent-017/status",
                    i % 2 == 0 ? "{'status':'AVAILABLE'}" : "{'status':'AWAY'}");
            took.add(Duration.ofNanos(System.nanoTime() - start));
        }
        took.sort(null);
        return took;
    }

    /// Holds a connection as a slow report does; those who get none give up in their own time.
    private void read(CountDownLatch done) {
        try (var connection = connections.getConnection();
                var statement = connection.createStatement()) {
            while (done.getCount() > 0) {
                statement.execute("select sleep(1)");
            }
        } catch (SQLException e) {
            // The pool says that it has none left: that is what this is about.
        }
    }

    private boolean nobodyElseGetsOne() {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
            try (var one = connections.getConnection()) {
                List.of(one);
            } catch (SQLException e) {
                return true;
            }
        }
        return false;
    }
}
