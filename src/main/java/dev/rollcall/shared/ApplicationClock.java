package dev.rollcall.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/// The application's one clock. Everything that asks for the time asks here, so that a demo can
/// replay its history and a test can let six minutes pass.
///
/// Instants are cut to microseconds, the precision the database keeps: what is written and what is
/// read back are equal. The clock is always in UTC; zones belong to people and units.
///
/// In production it is the system's clock. A demo or a test holds it still ([#stoppedAt]), moves it
/// ([#setTo], [#advance]) and may let it run again from there at its own speed ([#runFrom]).
public final class ApplicationClock extends Clock {

    private final InstantSource real;
    private final AtomicReference<Course> course;

    private ApplicationClock(InstantSource real, Course course) {
        this.real = real;
        this.course = new AtomicReference<>(course);
    }

    /// The time of this machine.
    public static ApplicationClock system() {
        var real = InstantSource.system();
        var now = real.instant();
        return new ApplicationClock(real, new Course(now, now, 1));
    }

    /// A clock that stands still until it is moved.
    public static ApplicationClock stoppedAt(Instant instant) {
        var real = InstantSource.system();
        return new ApplicationClock(real, new Course(real.instant(), instant, 0));
    }

    /// Holds the clock still at an instant.
    public void setTo(Instant instant) {
        course.set(new Course(real.instant(), instant, 0));
    }

    /// Moves a clock on by a duration, whether it stands or runs.
    public void advance(Duration duration) {
        course.updateAndGet(
                now -> new Course(now.realStart(), now.start().plus(duration), now.speed()));
    }

    /// Lets the clock run from an instant on; `speed` 1 is real time, 10 ten times as fast.
    ///
    /// @throws IllegalArgumentException if the speed is not positive
    public void runFrom(Instant instant, double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("The speed of a clock is positive, not " + speed);
        }
        course.set(new Course(real.instant(), instant, speed));
    }

    /// How many seconds pass here in one real second; 0 while the clock stands.
    public double speed() {
        return course.get().speed();
    }

    /// How long a real wait lasts until this clock shows `instant`; zero when it already has, and a
    /// day when the clock stands still.
    public Duration realTimeUntil(Instant instant) {
        var left = Duration.between(instant(), instant);
        if (left.isNegative() || left.isZero()) {
            return Duration.ZERO;
        }
        double speed = speed();
        return speed == 0
                ? Duration.ofDays(1)
                : Duration.ofMillis((long) Math.ceil(left.toMillis() / speed) + 1);
    }

    @Override
    public Instant instant() {
        var now = course.get();
        var instant =
                now.isReal()
                        ? real.instant()
                        : now.start().plus(scaled(now.realStart(), now.speed()));
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private Duration scaled(Instant realStart, double speed) {
        if (speed == 0) {
            return Duration.ZERO;
        }
        var passed = Duration.between(realStart, real.instant());
        return speed == 1 ? passed : Duration.ofNanos((long) (passed.toNanos() * speed));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException(
                "The application's clock speaks UTC; take the zone from the person or the unit");
    }

    /// From `realStart` on, `start` plus what passes times `speed`.
    private record Course(Instant realStart, Instant start, double speed) {
        boolean isReal() {
            return speed == 1 && realStart.equals(start);
        }
    }
}
