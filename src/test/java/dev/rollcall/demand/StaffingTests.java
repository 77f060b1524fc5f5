package dev.rollcall.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rollcall.demand.Requirement.Backlog;
import dev.rollcall.demand.Requirement.Imported;
import dev.rollcall.demand.Requirement.Queue;
import dev.rollcall.people.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// From what comes to heads on the plan.
class StaffingTests {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final Assumptions USUAL =
            new Assumptions(
                    LocalDate.EPOCH,
                    Share.ofPercent(80),
                    Duration.ofSeconds(20),
                    Share.ofPercent(30),
                    Share.ofPercent(85),
                    3,
                    Duration.ofHours(2));

    private static Instant halfHour(int number) {
        return EIGHT.plus(HalfHours.LENGTH.multipliedBy(number));
    }

    private static List<Instant> halfHours(int count) {
        return Stream.iterate(EIGHT, start -> start.plus(HalfHours.LENGTH)).limit(count).toList();
    }

    private static Volume volume(int number, double contacts, int seconds) {
        return new Volume(halfHour(number), contacts, Duration.ofSeconds(seconds));
    }

    private static Staffing staffing(Channel channel, Predicate<Instant> open) {
        return new Staffing(channel, _ -> USUAL, open);
    }

    private static Requirement one(Channel channel, Volume volume) {
        var required =
                staffing(channel, _ -> true)
                        .of(List.of(volume.start()), Map.of(volume.start(), volume), Map.of())
                        .get(volume.start());
        assertThat(required).isNotNull();
        return required;
    }

    @Test
    void putsTheHeadsOfThePublishedExampleOnThePlan() {
        var required = one(Channel.CALL, volume(0, 100, 180));

        assertThat(required.heads()).isEqualTo(20);
        assertThat(required.basis())
                .isInstanceOfSatisfying(
                        Queue.class,
                        queue -> {
                            assertThat(queue.erlangs()).isEqualTo(10, within(1e-9));
                            assertThat(queue.working()).isEqualTo(14);
                            assertThat(queue.serviceLevel().percent())
                                    .isEqualTo(88.8, within(0.05));
                            assertThat(queue.forOccupancy()).isFalse();
                        });
    }

    @Test
    void saysWhenFewerWouldKeepThePromiseAndBeTooBusy() {
        var required = one(Channel.CALL, volume(0, 1_000, 180));

        assertThat(required.basis())
                .isInstanceOfSatisfying(
                        Queue.class,
                        queue -> {
                            assertThat(queue.working()).isEqualTo(118);
                            assertThat(queue.forOccupancy()).isTrue();
                        });
    }

    @Test
    void givesOnePersonSeveralChats() {
        var required = one(Channel.CHAT, volume(0, 100, 180));

        assertThat(required.basis())
                .isInstanceOfSatisfying(
                        Queue.class,
                        queue -> {
                            assertThat(queue.working()).isEqualTo(5);
                            assertThat(queue.places()).isEqualTo(15);
                        });
        assertThat(required.heads()).isEqualTo(8);
    }

    @Test
    void needsNobodyWhenNothingIsExpected() {
        assertThat(one(Channel.CALL, volume(0, 0, 180)).heads()).isZero();
    }

    @Test
    void spreadsTicketsEvenlyOverTheTimeTheyMayTake() {
        // Two hours of work, to be done within two hours: half an hour in each half hour.
        var required =
                staffing(Channel.TICKET, _ -> true)
                        .of(halfHours(6), Map.of(EIGHT, volume(0, 12, 600)), Map.of());

        assertThat(required).containsOnlyKeys(halfHours(4));
        assertThat(required.get(EIGHT))
                .isNotNull()
                .satisfies(first -> {
                    assertThat(first.basis()).isEqualTo(new Backlog(Duration.ofMinutes(30), 2));
                    assertThat(first.heads()).isEqualTo(3);
                });
    }

    @Test
    void spreadsTicketsOverOpeningHoursOnly() {
        var noon = List.of(halfHour(1), halfHour(2));
        var required =
                staffing(Channel.TICKET, start -> !noon.contains(start))
                        .of(halfHours(8), Map.of(EIGHT, volume(0, 12, 600)), Map.of());

        assertThat(required).containsOnlyKeys(halfHour(0), halfHour(3), halfHour(4), halfHour(5));
    }

    @Test
    void reachesBackOverClosedHoursForTicketsStillToBeDone() {
        var closed = List.of(halfHour(-1), halfHour(-2));

        assertThat(
                        Staffing.reachBack(
                                EIGHT,
                                Duration.ofHours(1),
                                start -> !closed.contains(start),
                                Duration.ofDays(28)))
                .isEqualTo(halfHour(-4));
    }

    @Test
    void letsDecidedHeadsCountWhateverIsExpected() {
        var required =
                staffing(Channel.CALL, _ -> true)
                        .of(halfHours(2), Map.of(EIGHT, volume(0, 100, 180)), Map.of(EIGHT, 3));

        assertThat(required).containsOnlyKeys(EIGHT);
        assertThat(required.get(EIGHT))
                .isNotNull()
                .satisfies(decided -> {
                    assertThat(decided.heads()).isEqualTo(3);
                    assertThat(decided.basis()).isInstanceOf(Imported.class);
                });
    }
}
