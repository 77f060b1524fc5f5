package dev.rollcall.reports;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// Half hours of the clock on the wall, 0 (from midnight) to 47, and sets of them as bits. Pure.
///
/// A working day may go on after midnight: its half hours after that stand at the beginning of the
/// clock, and still belong to the day the shift began on. Of an hour the clock shows twice both
/// count as one.
public final class HalfHours {

    public static final int COUNT = 48;
    private static final int SECONDS = 1800;

    private HalfHours() {}

    /// The half hour an instant lies in.
    public static int of(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalTime().toSecondOfDay() / SECONDS;
    }

    /// When a half hour begins.
    public static LocalTime start(int halfHour) {
        return LocalTime.ofSecondOfDay((long) halfHour * SECONDS);
    }

    /// Those a span touches.
    ///
    /// @param to later than `from`
    static long touched(Instant from, Instant to, ZoneId zone) {
        long bits = 0;
        var at = from;
        for (int i = 0; i <= COUNT && at.isBefore(to); i++) {
            bits |= 1L << of(at, zone);
            long into = at.atZone(zone).toLocalTime().toSecondOfDay() % SECONDS;
            at = at.minusNanos(at.getNano()).plusSeconds(SECONDS - into);
        }
        return bits;
    }

    public static boolean contains(long bits, int halfHour) {
        return (bits & (1L << halfHour)) != 0;
    }
}
