package dev.rollcall.support;

import java.time.Instant;

/// Published in the application under test before each test method, after the tables and the clock
/// were put back. What keeps state in memory listens to it with a component of its own among the
/// tests and forgets:
///
/// ```java
/// @Component
/// class ForgetfulBoard {
///     @EventListener
///     void on(FreshStart start) { board.rebuild(); }
/// }
/// ```
public record FreshStart() {

    /// When tests begin: a Monday, 8 o'clock in the morning in UTC.
    public static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
}
