package dev.rollcall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.coaching.Coaching;
import dev.rollcall.coaching.OwnCoaching;
import dev.rollcall.database.Retries;
import dev.rollcall.development.CheckIns;
import dev.rollcall.development.Development;
import dev.rollcall.development.OwnDevelopment;
import dev.rollcall.development.Wellbeing;
import dev.rollcall.development.WellbeingUnits;
import dev.rollcall.incentives.Awards;
import dev.rollcall.incentives.OwnRedemptions;
import dev.rollcall.incentives.OwnRewards;
import dev.rollcall.incentives.Redemptions;
import dev.rollcall.incentives.Rewards;
import dev.rollcall.incentives.Schemes;
import dev.rollcall.organisation.People;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceLog;
import dev.rollcall.presence.Reasons;
import dev.rollcall.presence.Timelines;
import dev.rollcall.presence.Tracking;
import dev.rollcall.quality.Calibrations;
import dev.rollcall.quality.Evaluations;
import dev.rollcall.quality.Interactions;
import dev.rollcall.quality.OwnEvaluations;
import dev.rollcall.quality.Sampling;
import dev.rollcall.quality.Scorecards;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.security.Tokens;
import dev.rollcall.security.Users;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.ModuleTest;
import dev.rollcall.work.Handling;
import dev.rollcall.work.OpenWork;
import dev.rollcall.work.WorkItems;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// The demo's day runs as fast as it was asked to, and its people go on with it.
@ModuleTest
class DemoSpeedTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired private People people;
    @Autowired private Directory directory;
    @Autowired private Users users;
    @Autowired private Tokens tokens;
    @Autowired private Tracking tracking;
    @Autowired private Reasons reasons;
    @Autowired private Schedules schedules;
    @Autowired private PresenceLog log;
    @Autowired private Timelines timelines;
    @Autowired private LivePresence livePresence;
    @Autowired private WorkItems workItems;
    @Autowired private OpenWork openWork;
    @Autowired private Handling handling;
    @Autowired private Scorecards scorecards;
    @Autowired private Interactions interactions;
    @Autowired private Evaluations evaluations;
    @Autowired private OwnEvaluations ownEvaluations;
    @Autowired private Sampling sampling;
    @Autowired private Calibrations calibrations;
    @Autowired private Coaching coaching;
    @Autowired private OwnCoaching ownCoaching;
    @Autowired private Development development;
    @Autowired private OwnDevelopment ownDevelopment;
    @Autowired private CheckIns checkIns;
    @Autowired private Wellbeing wellbeing;
    @Autowired private WellbeingUnits wellbeingUnits;
    @Autowired private Schemes schemes;
    @Autowired private Awards awards;
    @Autowired private Rewards rewards;
    @Autowired private OwnRewards ownRewards;
    @Autowired private OwnRedemptions ownRedemptions;
    @Autowired private Redemptions redemptions;
    @Autowired private Access access;
    @Autowired private ApplicationClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private Retries retries;

    @Test
    void aHundredTimesAsFastTenMinutesOfTheFloorAreToldWithinAMinute() {
        var floor = floor(new DemoProperties(100, 1));
        floor.start();
        try {
            assertThat(clock.speed()).isEqualTo(100);
            var opened = clock.instant();

            assertThat(isToldUntil(opened.plus(Duration.ofMinutes(10)))).isTrue();
        } finally {
            floor.stop();
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

    private DemoFloor floor(DemoProperties properties) {
        var plans = new DemoPlans(directory, schedules, retries);
        var progress = new DemoProgress(jdbc);
        return new DemoFloor(
                new DemoOrganisation(
                        people, directory, users, tokens, tracking, reasons, transactions),
                plans,
                new DemoHistory(plans, progress, log, timelines, new HistoryProgress()),
                new DemoWork(
                        workItems,
                        openWork,
                        handling,
                        livePresence,
                        directory,
                        clock,
                        transactions),
                new DemoQuality(
                        scorecards,
                        interactions,
                        evaluations,
                        ownEvaluations,
                        sampling,
                        calibrations,
                        users,
                        directory,
                        access,
                        clock),
                new DemoCoaching(
                        coaching,
                        ownCoaching,
                        evaluations,
                        schedules,
                        users,
                        directory,
                        access,
                        clock),
                new DemoDevelopment(
                        development,
                        ownDevelopment,
                        checkIns,
                        wellbeing,
                        wellbeingUnits,
                        ownCoaching,
                        users,
                        directory,
                        access,
                        clock),
                new DemoIncentives(
                        schemes,
                        awards,
                        rewards,
                        ownRewards,
                        ownRedemptions,
                        redemptions,
                        users,
                        access,
                        clock),
                progress,
                properties,
                directory,
                log,
                livePresence,
                timelines,
                access,
                clock);
    }
}
