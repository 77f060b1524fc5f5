package dev.rollcall.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class ModuleTestTests {

    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient jdbc;

    @Test
    void startsEveryTestOnAMondayMorning() {
        assertThat(clock.instant()).isEqualTo("2026-03-02T08:00:00Z");
        clock.advance(Duration.ofDays(1));
    }

    @RepeatedTest(2)
    void forgetsWhatTheTestBeforeWrote() {
        assertThat(jdbc.sql("select count(*) from EVENT_PUBLICATION").query(Long.class).single())
                .isZero();
        jdbc.sql(
                        """
                        insert into EVENT_PUBLICATION
                            (ID, LISTENER_ID, EVENT_TYPE, SERIALIZED_EVENT, PUBLICATION_DATE, STATUS)
                        values ('1', 'listener', 'type', '{}', now(6), 'FAILED')
                        """)
                .update();
    }
}
