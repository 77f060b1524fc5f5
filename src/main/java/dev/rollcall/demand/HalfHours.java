package dev.rollcall.demand;

import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The half hours everything here is counted in. They begin on the full and half hours of UTC, so
/// that heads of several units can be added up; in a zone that is off by a quarter of an hour, such
/// as Asia/Kathmandu, they begin a quarter past and a quarter to.
public final class HalfHours {

    public static final Duration LENGTH = Duration.ofMinutes(30);

    private static final long SECONDS = LENGTH.toSeconds();

    private HalfHours() {}

    static boolean isStart(Instant instant) {
        return instant.getNano() == 0 && Math.floorMod(instant.getEpochSecond(), SECONDS) == 0;
    }

    /// The start of the half hour an instant lies in.
    public static Instant floor(Instant instant) {
        long second = instant.getEpochSecond();
        return Instant.ofEpochSecond(second - Math.floorMod(second, SECONDS));
    }

    /// Every half hour that has a moment in common with a span, by its start, in order.
    public static List<Instant> of(TimeSpan span) {
        return Stream.iterate(floor(span.start()), span.end()::isAfter, start -> start.plus(LENGTH))
                .toList();
    }
}
