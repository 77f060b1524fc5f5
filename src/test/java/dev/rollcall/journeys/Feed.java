package dev.rollcall.journeys;

import dev.rollcall.support.History;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// A telephone system as it should be: several lines, one event a request, and what is not
/// acknowledged is sent again with the same id. Everybody it speaks of is at work all the time.
final class Feed implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration BREATH = Duration.ofMillis(250);
    private static final Duration LAST_CHANCE = Duration.ofSeconds(120);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Supplier<String> address;
    private final String token;
    private final History history;
    private final AtomicInteger count = new AtomicInteger();
    private final List<Thread> lines = new ArrayList<>();
    private final int people;
    private volatile boolean running = true;
    private volatile long lastChance = Long.MAX_VALUE;

    /// @param address where the product is; asked anew for each request
    /// @param people it speaks of `ext-0` and so on
    /// @param perSecond of all lines together
    Feed(
            Supplier<String> address,
            String token,
            History history,
            int people,
            int lines,
            int perSecond) {
        this.address = address;
        this.token = token;
        this.history = history;
        this.people = people;
        var pause = Duration.ofNanos(1_000_000_000L * lines / perSecond);
        for (int i = 0; i < lines; i++) {
            this.lines.add(Thread.ofVirtual().start(() -> speak(pause)));
        }
    }

    int sent() {
        return count.get();
    }

    private void speak(Duration pause) {
        while (running) {
            long next = System.nanoTime() + pause.toNanos();
            int number = count.getAndIncrement();
            var event = event(number);
            while (!isAcknowledged("f-" + number, event) && System.nanoTime() < lastChance) {
                LockSupport.parkNanos(BREATH.toNanos());
            }
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private boolean isAcknowledged(String id, String event) {
        long begin = history.now();
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(address.get() + "/api/v1/presence-events"))
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(event))
                            .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean done = answer.statusCode() == 200 && answer.body().contains("\"rejected\":0");
            history.note("append", id, begin, result(answer), done);
            return done;
        } catch (IOException e) {
            history.note("append", id, begin, e.getClass().getSimpleName(), false);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
            return true;
        }
    }

    /// The status; what is refused for now has to say so in the agreed way.
    private static String result(HttpResponse<String> answer) {
        var headers = answer.headers();
        boolean saysWhatToDo =
                headers.firstValue("Content-Type").orElse("").equals("application/problem+json")
                        && headers.firstValue("Retry-After").isPresent();
        return answer.statusCode()
                + (answer.statusCode() == 503 && !saysWhatToDo ? " without a problem" : "");
    }

    private String event(int number) {
        return """
        {"specversion":"1.0","id":"f-%d","source":"/feed","type":"dev.rollcall.presence.changed",
         "subject":"ext-%d","time":"%s","data":{"status":"%s"}}
        """
                .formatted(
                        number,
                        number % people,
                        Instant.now(),
                        number / people % 2 == 0 ? "AVAILABLE" : "ACTIVE");
    }

    /// Stops making events, and gives those on their way some more time.
    @Override
    public void close() {
        running = false;
        lastChance = System.nanoTime() + LAST_CHANCE.toNanos();
        for (var line : lines) {
            try {
                line.join(LAST_CHANCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
