package dev.rollcall.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.rollcall.database.OwnServer;
import dev.rollcall.support.History;
import dev.rollcall.support.TcpProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The packaged product while something around it breaks, under the load of a busy floor: what was
/// acknowledged is there, once; nobody is called Out; and it comes back by itself.
@Tag("faults")
@Timeout(900)
class BreakdownIT {

    @RegisterExtension static final Browsers browsers = new Browsers();

    private static final int PEOPLE = 40;
    private static final Pattern STATE = Pattern.compile("\"state\":\"([A-Z_]+)\"");

    @Test
    void survivesThatItsDatabaseIsKilledThreeTimes() throws Exception {
        try (var product = RunningProduct.start("killed-database", Organisation.ENVIRONMENT);
                var history = new History("killed-database")) {
            var organisation = Organisation.in(product, browsers, PEOPLE);
            var board = organisation.board(product, browsers);
            try (var states = new States(product, organisation.token());
                    var feed =
                            new Feed(
                                    () -> product.url(""),
                                    organisation.token(),
                                    history,
                                    PEOPLE,
                                    8,
                                    100)) {
                for (int round = 0; round < 3; round++) {
                    int before = feed.sent();
                    await(Duration.ofSeconds(60), () -> feed.sent() > before + 500);
                    var server = product.database().orElseThrow();
                    server.destroyForcibly();
                    history.note("database killed");
                    server.onExit().join();
                    await(Duration.ofSeconds(120), () -> accepts(product));
                    history.note("database back");
                    await(Duration.ofSeconds(10), () -> isReady(product));
                }
                assertThat(states.seen()).doesNotContain("OUT", "SEVERE").contains("IN");
            }
            assertThat(board.locator(".status-word:visible").first().textContent()).isEqualTo("In");
            try (var connection = product.connect()) {
                assertEverythingAcknowledgedIsThereOnce(history, connection);
            }
        }
    }

    @Test
    void survivesThatItIsKilledInTheMiddleOfABurst() throws Exception {
        var running =
                new AtomicReference<>(
                        RunningProduct.start("killed-product", Organisation.ENVIRONMENT));
        try (var history = new History("killed-product")) {
            var organisation = Organisation.in(running.get(), browsers, PEOPLE);
            try (var feed =
                    new Feed(
                            () -> running.get().url(""),
                            organisation.token(),
                            history,
                            PEOPLE,
                            8,
                            200)) {
                await(Duration.ofSeconds(60), () -> feed.sent() > 1_000);
                var orphan = running.get().database().orElseThrow();
                running.get().kill();
                history.note("product killed");
                assertThat(orphan.isAlive()).isTrue();

                running.set(running.get().again(Organisation.ENVIRONMENT));
                history.note("product back");
                assertThat(running.get().log()).contains("Adopted the database");
                int before = feed.sent();
                await(Duration.ofSeconds(60), () -> feed.sent() > before + 300);
            }
            try (var connection = running.get().connect()) {
                assertEverythingAcknowledgedIsThereOnce(history, connection);
                assertThat(strings(connection, "select id from EVENT_PUBLICATION")).isEmpty();
            }
            assertEverybodyCanBeSeen(running.get(), organisation);
        } finally {
            running.get().close();
        }
    }

    /// The line to the database falls silent, then is slow, then breaks again and again.
    @Test
    void answersInTimeAndSaysThatItIsStaleOnABadLine(@TempDir Path folder) throws Exception {
        try (var server = OwnServer.start(folder);
                var line = new TcpProxy(server.port());
                var product = RunningProduct.start("bad-line", external(server, line.port()));
                var history = new History("bad-line")) {
            var organisation = Organisation.in(product, browsers, PEOPLE);
            var board = organisation.board(product, browsers);
            var stale = board.locator("rollcall-live[state=stale]");
            try (var states = new States(product, organisation.token());
                    var feed =
                            new Feed(
                                    () -> product.url(""),
                                    organisation.token(),
                                    history,
                                    PEOPLE,
                                    8,
                                    50)) {
                await(Duration.ofSeconds(60), () -> feed.sent() > 300);

                line.fallSilent();
                history.note("silent");
                long silent = history.now();
                stale.waitFor(new Locator.WaitForOptions().setTimeout(15_000));
                assertThat(product.status("/actuator/health/liveness")).isEqualTo(200);
                assertThat(product.status("/actuator/health/readiness")).isEqualTo(503);
                await(Duration.ofSeconds(60), () -> history.now() > silent + 20_000);
                line.heal();
                history.note("healed");
                await(Duration.ofSeconds(10), () -> isReady(product));
                stale.waitFor(
                        new Locator.WaitForOptions()
                                .setState(WaitForSelectorState.DETACHED)
                                .setTimeout(30_000));

                // As far away as another continent. Each statement waits for itself, so with half a
                // second each way an answer would take longer than a program waits.
                line.delay(Duration.ofMillis(50));
                history.note("slow");
                long slow = history.now();
                await(Duration.ofSeconds(60), () -> history.now() > slow + 15_000);
                line.heal();
                line.breakSome(0.05);
                history.note("breaking");
                long breaking = history.now();
                await(Duration.ofSeconds(60), () -> history.now() > breaking + 15_000);
                line.heal();
                history.note("healed");
                await(Duration.ofSeconds(10), () -> isReady(product));
                int before = feed.sent();
                await(Duration.ofSeconds(30), () -> feed.sent() > before + 100);
                assertThat(states.seen()).doesNotContain("OUT", "SEVERE").contains("IN");
            }
            assertThat(history.results("append")).isSubsetOf("200", "503");
            // Five seconds, and something for a busy machine.
            assertThat(history.slowest("append")).isLessThan(7_000);
            try (var connection = server.connect()) {
                assertEverythingAcknowledgedIsThereOnce(history, connection);
            }
        }
    }

    @Test
    void refusesWhatTheDatabaseCannotWriteAndGoesOnWhenItCan(@TempDir Path folder)
            throws Exception {
        try (var server = OwnServer.start(folder);
                var product =
                        RunningProduct.start(
                                "read-only-database", external(server, server.port()));
                var history = new History("read-only-database")) {
            var organisation = Organisation.in(product, browsers, PEOPLE);
            try (var states = new States(product, organisation.token());
                    var boss = server.connectAsBoss();
                    var feed =
                            new Feed(
                                    () -> product.url(""),
                                    organisation.token(),
                                    history,
                                    PEOPLE,
                                    4,
                                    20)) {
                await(Duration.ofSeconds(60), () -> feed.sent() > 100);

                execute(boss, "set global read_only = on");
                history.note("read-only");
                awaitRefusals(history, feed);
                execute(boss, "set global read_only = off");
                history.note("writable");
                int before = feed.sent();
                await(Duration.ofSeconds(30), () -> feed.sent() > before + 100);
                assertThat(states.seen()).doesNotContain("OUT", "SEVERE");
            }
            assertThat(history.results("append")).isSubsetOf("200", "503");
            try (var connection = server.connect()) {
                assertEverythingAcknowledgedIsThereOnce(history, connection);
            }
        }
    }

    @Test
    void refusesWhatTheDiskHasNoRoomForAndGoesOnWhenThereIsSome() throws Exception {
        try (var product = RunningProduct.onSmallDisk("full-disk", 480, Organisation.ENVIRONMENT);
                var history = new History("full-disk")) {
            var organisation = Organisation.in(product, browsers, PEOPLE);
            try (var states = new States(product, organisation.token());
                    var feed =
                            new Feed(
                                    () -> product.url(""),
                                    organisation.token(),
                                    history,
                                    PEOPLE,
                                    4,
                                    20)) {
                await(Duration.ofSeconds(60), () -> feed.sent() > 100);
                assertThat(product.status("/actuator/health")).isEqualTo(200);

                var ballast = product.data().resolve("ballast");
                fill(ballast);
                history.note("full");
                awaitRefusals(history, feed);
                assertThat(product.status("/actuator/health")).isEqualTo(503);
                assertThat(product.status("/actuator/health/liveness")).isEqualTo(200);

                Files.delete(ballast);
                history.note("room");
                int before = feed.sent();
                await(Duration.ofSeconds(60), () -> feed.sent() > before + 100);
                await(Duration.ofSeconds(10), () -> product.status("/actuator/health") == 200);
                assertThat(states.seen()).doesNotContain("OUT", "SEVERE");
            }
            assertThat(history.results("append")).isSubsetOf("200", "503");
            try (var connection = product.connect()) {
                assertEverythingAcknowledgedIsThereOnce(history, connection);
            }
        }
    }

    /// Leaves no room on the disk of a file.
    private static void fill(Path ballast) throws IOException {
        var piece = new byte[4096];
        try (var file = Files.newOutputStream(ballast)) {
            while (true) {
                file.write(piece);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private static Map<String, String> external(OwnServer server, int port) {
        var environment = new HashMap<>(Organisation.ENVIRONMENT);
        environment.put("ROLLCALL_DB_URL", "jdbc:mariadb://127.0.0.1:%d/rollcall".formatted(port));
        environment.put("ROLLCALL_DB_USER", server.user());
        environment.put("ROLLCALL_DB_PASSWORD", server.password());
        return environment;
    }

    private static void awaitRefusals(History history, Feed feed) {
        long now = history.now();
        int sent = feed.sent();
        await(
                Duration.ofSeconds(120),
                () -> history.count("append", "503", now) > 20 && feed.sent() >= sent);
    }

    private static void assertEverybodyCanBeSeen(
            RunningProduct product, Organisation organisation) {
        var answer =
                product.call(
                        "GET", "/api/v1/adherence/current?limit=200", organisation.token(), "", "");
        assertThat(STATE.matcher(answer.body()).results()).hasSize(PEOPLE);
    }

    private static void assertEverythingAcknowledgedIsThereOnce(
            History history, Connection connection) throws SQLException {
        var there =
                strings(
                        connection,
                        "select event_id from presence_event where source = '/feed' and event_id"
                                + " like 'f-%'");
        assertThat(there).doesNotHaveDuplicates();
        var lost = new TreeSet<>(history.acknowledged());
        there.forEach(lost::remove);
        assertThat(lost).as("acknowledged and lost").isEmpty();
        assertThat(history.tried()).containsAll(there);
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean accepts(RunningProduct product) {
        try (var connection = product.connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReady(RunningProduct product) {
        return product.status("/actuator/health/readiness") == 200;
    }

    private static void await(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", patience).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /// Asks all the time what everybody's state is.
    private static final class States implements AutoCloseable {

        private final Set<String> seen = new ConcurrentSkipListSet<>();
        private final Thread thread;
        private volatile boolean running = true;

        States(RunningProduct product, String token) {
            thread =
                    Thread.ofVirtual()
                            .start(() -> {
                                while (running) {
                                    look(product, token);
                                    LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
                                }
                            });
        }

        private void look(RunningProduct product, String token) {
            try {
                var answer =
                        product.call("GET", "/api/v1/adherence/current?limit=200", token, "", "");
                STATE.matcher(Objects.requireNonNull(answer.body()))
                        .results()
                        .forEach(state -> seen.add(state.group(1)));
            } catch (UncheckedIOException e) {
                // It may be away; what counts is what it says.
            }
        }

        Set<String> seen() {
            return Set.copyOf(seen);
        }

        @Override
        public void close() {
            running = false;
            try {
                thread.join(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
