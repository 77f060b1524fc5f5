package dev.rollcall.api;

import java.io.IOException;

/// More was sent than one request may carry.
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    static final long LIMIT = 10L * 1024 * 1024;

    private static final String SENTENCE = "A request has at most 10 MiB. Send less at a time.";

    BodyTooLarge() {
        super(SENTENCE);
    }

    static Problem problem() {
        return Fault.TOO_LARGE.problem(SENTENCE);
    }
}
