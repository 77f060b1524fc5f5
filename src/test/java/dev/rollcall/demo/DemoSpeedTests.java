package dev.rollcall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The demo's day runs as fast as it was asked to, and its people go on with it.
@ModuleTest
class DemoSpeedTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired private ApplicationContext context;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient jdbc;

    @Test
    void aHundredTimesAsFastTenMinutesOfTheFloorAreToldWithinAMinute() {
        try (var demo = demo(100)) {
            var floor = demo.getBean(DemoFloor.class);
            if (!floor.isRunning()) {
                floor.start();
            }
            assertThat(clock.speed()).isEqualTo(100);
            var opened = clock.instant();

            assertThat(isToldUntil(opened.plus(Duration.ofMinutes(10)))).isTrue();
        }
    }

    private boolean isToldUntil(Instant wanted) {
        var latest = LocalDateTime.ofInstant(wanted, ZoneOffset.UTC);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            boolean told =
                    jdbc.sql("select exists (select 1 from presence_event where occurred_at >= ?)")
                            .param(latest)
                            .query(Boolean.class)
                            .single();
            if (told) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    /// The demo's people beside a product that is not one.
    private AnnotationConfigApplicationContext demo(double speed) {
        var demo = new AnnotationConfigApplicationContext();
        demo.setParent(context);
        demo.getEnvironment().addActiveProfile("demo");
        demo.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "demo",
                                Map.of(
                                        "rollcall.demo.speed",
                                        speed,
                                        "rollcall.demo.history-days",
                                        1)));
        demo.register(
                DemoOrganisation.class,
                DemoPlans.class,
                DemoProgress.class,
                HistoryProgress.class,
                DemoHistory.class,
                DemoWork.class,
                DemoQuality.class,
                DemoSurveys.class,
                DemoCoaching.class,
                DemoDevelopment.class,
                DemoFeedback.class,
                DemoIncentives.class,
                DemoFloor.class);
        demo.refresh();
        return demo;
    }
}
