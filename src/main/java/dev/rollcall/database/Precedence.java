package dev.rollcall.database;

import java.time.Duration;

/// Who goes first on rows that are also kept in the background: whoever waits for an answer.
///
/// A long transaction over many people collides with background work that goes through the same
/// people in small steps, and would collide again each time it begins anew. So it takes precedence,
/// and the background rests after that for longer than such a transaction takes. It rests once
/// before each step, not until nobody comes any more: it must get on, too.
public final class Precedence {

    private static final Duration REST = Duration.ofSeconds(3);

    private volatile long taken = System.nanoTime() - REST.toNanos();

    /// Somebody who waits for an answer is at the rows now.
    public void take() {
        taken = System.nanoTime();
    }

    /// How long the background should leave the rows alone before its next step; zero: not at all.
    public Duration rest() {
        long left = REST.toNanos() - (System.nanoTime() - taken);
        return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
    }
}
