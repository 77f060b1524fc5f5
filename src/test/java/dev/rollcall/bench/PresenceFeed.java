package dev.rollcall.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Sends events to a running product, and insists that all of them are taken.
final class PresenceFeed {

    private static final String EVENT =
            """
            {"specversion":"1.0","id":"%s-%d","source":"/bench","type":"dev.rollcall.presence.changed",\
            "subject":"%s","time":"%s","data":{"status":"%s"}}\
            """;

    private final ProductProcess product;
    private final PreparedFloor floor;
    private final String run = UUID.randomUUID().toString();
    private final AtomicInteger number = new AtomicInteger();

    PresenceFeed(ProductProcess product, PreparedFloor floor) {
        this.product = product;
        this.floor = floor;
    }

    /// @param subjects external ids
    void send(List<String> subjects, String status) throws IOException {
        var now = Instant.now();
        var events =
                subjects.stream()
                        .map(who ->
                                EVENT.formatted(run, number.incrementAndGet(), who, now, status))
                        .toList();
        var answer =
                product.post(
                        "/api/v1/presence-events",
                        floor.token(),
                        "[" + String.join(",", events) + "]");
        if (answer.statusCode() != 200 || !answer.body().contains("\"rejected\":0")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    int people() {
        return floor.people();
    }
}
