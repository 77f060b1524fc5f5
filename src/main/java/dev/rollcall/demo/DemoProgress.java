package dev.rollcall.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers up to when the story was told, so that a demo that is started again goes on.
@Component
@Profile("demo")
class DemoProgress {

    private final JdbcClient database;

    DemoProgress(JdbcClient database) {
        this.database = database;
    }

    Optional<Instant> toldUntil() {
        return database.sql("SELECT told_until FROM demo_progress")
                .query(LocalDateTime.class)
                .optional()
                .map(t -> t.toInstant(ZoneOffset.UTC));
    }

    void tellUntil(Instant instant) {
        database.sql(
                        "INSERT INTO demo_progress (id, told_until) VALUES (1, ?)"
                                + " ON DUPLICATE KEY UPDATE told_until = VALUES(told_until)")
                .param(LocalDateTime.ofInstant(instant, ZoneOffset.UTC))
                .update();
    }
}
