package dev.rollcall.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers when the demo was founded and what it has told, so that a demo that is started again
/// goes on.
@Component
@Profile("demo")
class DemoProgress {

    private final JdbcClient database;

    DemoProgress(JdbcClient database) {
        this.database = database;
    }

    /// Up to when the floor has lived; empty before the first start is done.
    Optional<Instant> toldUntil() {
        return instant("told_until");
    }

    /// When the demo was founded: at an instant, unless it was before.
    Instant foundedAt(Instant now) {
        var known = instant("founded_at");
        if (known.isPresent()) {
            return known.get();
        }
        database.sql(
                        "INSERT INTO demo_progress (id, told_until, founded_at) VALUES (1, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE founded_at = VALUES(founded_at)")
                .params(utc(Instant.EPOCH), utc(now))
                .update();
        return instant("founded_at").orElseThrow();
    }

    private Optional<Instant> instant(String column) {
        return database.sql(
                        "SELECT "
                                + column
                                + " FROM demo_progress WHERE "
                                + column
                                + " > '1970-01-01'")
                .query(LocalDateTime.class)
                .optional()
                .map(t -> t.toInstant(ZoneOffset.UTC));
    }

    void tellUntil(Instant instant) {
        database.sql("UPDATE demo_progress SET told_until = ?").param(utc(instant)).update();
    }

    /// The dates of which everything has been told.
    Set<LocalDate> daysTold() {
        return new HashSet<>(
                database.sql("SELECT work_date FROM demo_day").query(LocalDate.class).list());
    }

    void told(LocalDate day) {
        database.sql("INSERT IGNORE INTO demo_day (work_date) VALUES (?)").param(day).update();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
