package dev.rollcall.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.FiguresQuery.GroupBy;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What became of a day's figures after it had ended.
@ModuleTest
class AfterwardsTests {

    private static final LocalDate FRIDAY = Floor.TODAY.minusDays(3);

    @Autowired private Adherence adherence;
    @Autowired private AdherenceSettings settings;
    @Autowired private Access access;
    @Autowired private Floor floor;
    @Autowired private ApplicationClock clock;

    @Test
    void nothingBecameOfADayThatWasToldInTime() {
        var dana = workedOnFriday();

        goTo(FRIDAY.plusDays(3), 12);

        assertThat(afterwards(dana)).isEqualTo(Afterwards.NOTHING);
    }

    @Test
    void countsWhatWasToldLate() {
        var dana = workedOnFriday();
        goTo(FRIDAY.plusDays(1), 9);

        dana.at(FRIDAY, "10:00", "UNAVAILABLE/BREAK").at(FRIDAY, "10:20", "AVAILABLE");

        assertThat(afterwards(dana)).isEqualTo(new Afterwards(Duration.ofMinutes(20), 0));
        assertThat(timeline(dana).afterwards().changed()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void whatWasOnlyOnItsWayAtTheEndOfTheDayIsNotLate() {
        goTo(FRIDAY, 7);
        var dana = floor.agent("dana").onShift(FRIDAY, "WORK 20:00-00:00");
        goTo(FRIDAY, 20);
        dana.at(FRIDAY, "19:59", "AVAILABLE");
        clock.setTo(FRIDAY.plusDays(1).atTime(0, 0, 20).toInstant(ZoneOffset.UTC));
        dana.at(FRIDAY, "23:59:30", "UNAVAILABLE/BREAK");

        goTo(FRIDAY.plusDays(1), 9);

        assertThat(afterwards(dana)).isEqualTo(Afterwards.NOTHING);
    }

    @Test
    void countsWhatANewVersionOfThePlanJudgesOtherwise() {
        var dana = workedOnFriday();
        goTo(FRIDAY.plusDays(1), 9);

        dana.onShift(FRIDAY, "WORK 08:00-15:00");

        assertThat(afterwards(dana)).isEqualTo(new Afterwards(Duration.ofHours(1), 0));
    }

    @Test
    void saysThatADayWasPlannedOnlyAfterItHadEnded() {
        goTo(FRIDAY.plusDays(1), 9);
        var dana =
                floor.agent("dana")
                        .at(FRIDAY, "08:00", "AVAILABLE")
                        .at(FRIDAY, "16:00", "AWAY")
                        .onShift(FRIDAY, "WORK 08:00-16:00");

        assertThat(afterwards(dana)).isEqualTo(new Afterwards(Duration.ZERO, 1));
    }

    @Test
    void countsWhatBackdatedRulesJudgeOtherwise() {
        goTo(FRIDAY, 7);
        var dana = floor.agent("dana").onShift(FRIDAY, "WORK 08:00-16:00");
        goTo(FRIDAY, 16);
        dana.at(FRIDAY, "08:00", "AVAILABLE")
                .at(FRIDAY, "10:00", "UNAVAILABLE/BREAK")
                .at(FRIDAY, "10:01", "AVAILABLE")
                .at(FRIDAY, "16:00", "AWAY");
        goTo(FRIDAY.plusDays(1), 9);

        withoutGraceFrom(FRIDAY);

        assertThat(afterwards(dana)).isEqualTo(new Afterwards(Duration.ofMinutes(1), 0));
    }

    @Test
    void addsUpOverDays() {
        var dana = workedOnFriday();
        goTo(FRIDAY.plusDays(2), 9);
        dana.at(FRIDAY, "10:00", "UNAVAILABLE/BREAK")
                .at(FRIDAY, "10:20", "AVAILABLE")
                .onShift(FRIDAY.plusDays(1), "WORK 08:00-09:00");

        var sum = afterwards(dana, FRIDAY, FRIDAY.plusDays(1));

        assertThat(sum).isEqualTo(new Afterwards(Duration.ofMinutes(20), 1));
    }

    /// Planned and told as it happened.
    private Floor.Worker workedOnFriday() {
        goTo(FRIDAY, 7);
        var dana = floor.agent("dana").onShift(FRIDAY, "WORK 08:00-16:00");
        goTo(FRIDAY, 8);
        dana.at(FRIDAY, "08:00", "AVAILABLE");
        goTo(FRIDAY, 16);
        return dana.at(FRIDAY, "16:00", "AWAY");
    }

    private void goTo(LocalDate date, int hour) {
        clock.setTo(date.atTime(hour, 0).toInstant(ZoneOffset.UTC));
    }

    private Afterwards afterwards(Floor.Worker worker) {
        return afterwards(worker, FRIDAY, FRIDAY);
    }

    private Afterwards afterwards(Floor.Worker worker, LocalDate from, LocalDate to) {
        var query = new FiguresQuery(from, to, null, worker.agent().id(), GroupBy.AGENT);
        return asSystem(() -> adherence.figures(query, Scope.everyone()))
                .getFirst()
                .figures()
                .afterwards();
    }

    private PersonTimeline timeline(Floor.Worker worker) {
        return asSystem(() -> adherence.timeline(worker.agent().id(), FRIDAY, Scope.everyone()))
                .orElseThrow();
    }

    private void withoutGraceFrom(LocalDate date) {
        asSystem(() ->
                settings.save(
                        null,
                        SettingsForms.withoutGrace(date),
                        null,
                        null,
                        Scope.everyone(),
                        Actor.system("test")));
    }

    private <T> T asSystem(Supplier<T> question) {
        return Objects.requireNonNull(access.<T>asSystem("test", question));
    }
}
