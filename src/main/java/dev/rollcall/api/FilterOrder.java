package dev.rollcall.api;

/// The order of this module's filters; all but the first come after the one that finds out who is
/// asking.
final class FilterOrder {

    static final int IN_TIME = -200;
    static final int LAST_RESORT = -10;
    static final int RATE_LIMIT = 0;
    static final int BODY_LIMIT = 10;
    static final int IDEMPOTENCY = 20;

    private FilterOrder() {}
}
