package dev.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Instants survive the way to the database and back in whatever zone the machine lives.
class TimestampTests {

    private static final TimeZone ZONE_OF_THE_MACHINE = TimeZone.getDefault();

    private static ConfigurableApplicationContext application;
    private static DataSource dataSource;

    @BeforeAll
    static void startInBerlin() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        application = StartTests.start(TestServer.newSchema());
        dataSource = application.getBean(DataSource.class);
    }

    @AfterAll
    static void goHome() {
        application.close();
        TimeZone.setDefault(ZONE_OF_THE_MACHINE);
    }

    /// Among them the hour that Berlin skips and the one it has twice.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T08:00:00.123456Z",
                "2026-03-29T02:30:00Z",
                "2026-10-25T00:30:00Z",
                "2026-10-25T01:30:00Z"
            })
    void writesInstantsInUtc(Instant instant) {
        assertThat(written(Timestamp.from(instant))).isEqualTo(utc(instant));
        assertThat(written(instant)).isEqualTo(utc(instant));
        assertThat(written(OffsetDateTime.ofInstant(instant, ZoneOffset.ofHours(9))))
                .isEqualTo(utc(instant));
        assertThat(written(utc(instant))).isEqualTo(utc(instant));
    }

    private LocalDateTime written(Object value) {
        return LocalDateTime.parse(
                JdbcClient.create(dataSource)
                        .sql("select cast(cast(? as datetime(6)) as char)")
                        .param(value)
                        .query(String.class)
                        .single()
                        .replace(' ', 'T'));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    @Test
    void readsInstantsInUtc() throws Exception {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select cast('2026-10-25 01:30:00.5' as datetime(6))")) {
            row.next();
            var expected = Instant.parse("2026-10-25T01:30:00.5Z");
            assertThat(row.getTimestamp(1).toInstant()).isEqualTo(expected);
            assertThat(row.getObject(1, Instant.class)).isEqualTo(expected);
            assertThat(row.getObject(1, LocalDateTime.class)).isEqualTo(utc(expected));
        }
    }
}
