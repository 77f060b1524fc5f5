package dev.rollcall.coaching;

import dev.rollcall.people.AgentId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody wants to reach after a session.
///
/// @param target in hundredths; null: none is set
/// @param due by when; null: no day is set
public record Goal(
        long number,
        long session,
        AgentId agent,
        Metric metric,
        String text,
        @Nullable BigDecimal target,
        @Nullable LocalDate due) {}
