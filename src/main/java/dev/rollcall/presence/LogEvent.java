package dev.rollcall.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whatever stands in the log: what sources report, and what Rollcall itself writes beside it.
sealed interface LogEvent permits PresenceEvent, CorrectionEdge {

    String source();

    String id();

    Instant time();

    @Nullable Long sequence();
}
