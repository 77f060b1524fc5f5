package dev.rollcall.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Instants as programs write them: RFC 3339 with an offset.
final class Rfc3339 {

    static final String EXAMPLE = "2026-03-02T08:00:00Z";

    private static final int LAST_YEAR = 9999;

    private Rfc3339() {}

    static Optional<Instant> read(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                    .filter(time -> time.getYear() >= 0 && time.getYear() <= LAST_YEAR)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
