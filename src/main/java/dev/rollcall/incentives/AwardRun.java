package dev.rollcall.incentives;

import dev.rollcall.audit.Actor;
import java.time.Instant;

/// A period of a scheme that was awarded.
///
/// @param version of the scheme that counted
/// @param checkedAt when its figures were read last
/// @param edits guards against checking it twice at once
public record AwardRun(
        long number,
        String scheme,
        int version,
        Period period,
        Instant madeAt,
        Actor madeBy,
        Instant checkedAt,
        long edits) {}
