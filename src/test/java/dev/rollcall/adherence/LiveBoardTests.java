package dev.rollcall.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Scope;
import dev.rollcall.requests.TimeOffDraft;
import dev.rollcall.requests.TimeOffs;
import dev.rollcall.security.Access;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.FreshStart;
import dev.rollcall.support.ModuleTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The board follows events, and the clock when no event comes. It is 8 o'clock.
@ModuleTest
class LiveBoardTests {

    @Autowired private LiveBoard board;
    @Autowired private Access access;
    @Autowired private Floor floor;
    @Autowired private ApplicationClock clock;
    @Autowired private TimeOffs timeOffs;

    @Test
    void showsSomebodyWhoDoesAsPlannedAsIn() {
        var dana = floor.agent("dana").onShift("WORK 07:00-16:00").at("07:00", "AVAILABLE");

        assertThat(stateOf(dana)).isEqualTo(State.IN);
    }

    @Test
    void turnsRedWhenGraceRunsOutThoughNoEventComes() {
        var dana =
                floor.agent("dana")
                        .onShift("WORK 07:00-16:00")
                        .at("07:00", "AVAILABLE")
                        .at("08:00", "UNAVAILABLE/BREAK");
        assertThat(stateOf(dana)).isEqualTo(State.GRACE);

        clock.advance(Duration.ofSeconds(119));
        assertThat(stateOf(dana)).isEqualTo(State.GRACE);
        clock.advance(Duration.ofSeconds(1));
        assertThat(stateOf(dana)).isEqualTo(State.OUT);
        clock.advance(Duration.ofMinutes(13));
        assertThat(stateOf(dana)).isEqualTo(State.SEVERE);
    }

    @Test
    void turnsWhenAnEntryStartsThoughNoEventComes() {
        var dana =
                floor.agent("dana")
                        .onShift("WORK 07:00-16:00", "LUNCH 08:05-08:35")
                        .at("07:00", "AVAILABLE");
        assertThat(stateOf(dana)).isEqualTo(State.IN);

        clock.advance(Duration.ofMinutes(5));

        assertThat(stateOf(dana)).isEqualTo(State.GRACE);
        assertThat(rowOf(dana.agent()).state().orElseThrow().piece().orElseThrow().activity())
                .isEqualTo("LUNCH");
    }

    @Test
    void countsTheDurationAcrossEdgesOfTheSchedule() {
        var absent = floor.agent("absent").onShift("WORK 07:30-07:50", "MEETING 07:50-09:00");

        assertThat(stateOf(absent)).isEqualTo(State.SEVERE);
        assertThat(rowOf(absent.agent()).state().orElseThrow().since())
                .isEqualTo(FreshStart.NOW.minusSeconds(30 * 60));
    }

    @Test
    void accusesNobodyOutsideTheirShift() {
        var dana = floor.agent("dana").onShift("WORK 09:00-16:00");

        assertThat(stateOf(dana)).isEqualTo(State.NOT_SCHEDULED);
    }

    @Test
    void accusesNobodyWhoseDayOffIsApproved() {
        var dana = floor.agent("dana").onShift("WORK 07:00-16:00");
        assertThat(stateOf(dana)).isEqualTo(State.SEVERE);

        access.asSystem(
                "test",
                () -> {
                    var asked =
                            timeOffs.askFor(
                                    dana.agent().id(),
                                    TimeOffDraft.days("SPECIAL_LEAVE", Floor.TODAY, Floor.TODAY));
                    return timeOffs.approve(asked.number(), asked.version(), "");
                });

        assertThat(stateOf(dana)).isEqualTo(State.IN);
        assertThat(rowOf(dana.agent()).figures().raw().out()).isZero();
        clock.advance(Duration.ofHours(9));
        assertThat(stateOf(dana).isOut()).isFalse();
        assertThat(rowOf(dana.agent()).figures().raw().out()).isZero();
    }

    @Test
    void takesInANewPlanAtOnce() {
        var dana = floor.agent("dana").at("07:00", "AVAILABLE");
        assertThat(stateOf(dana)).isEqualTo(State.NOT_SCHEDULED);

        dana.onShift("WORK 07:00-16:00");

        assertThat(stateOf(dana)).isEqualTo(State.IN);
    }

    @Test
    void takesInWhatBecameKnownOfYesterdayAndReachesIntoToday() {
        var dana = floor.agent("dana").onShift("WORK 07:00-16:00");
        assertThat(stateOf(dana)).isEqualTo(State.SEVERE);

        dana.at(Floor.TODAY.minusDays(1), "22:00", "AVAILABLE");

        assertThat(stateOf(dana)).isEqualTo(State.IN);
    }

    @Test
    void staysAsItIsWhenDaysLongPastBecomeKnown() {
        var dana = floor.agent("dana").onShift("WORK 07:00-16:00").at("07:00", "AVAILABLE");
        assertThat(stateOf(dana)).isEqualTo(State.IN);

        dana.onShift(Floor.TODAY.minusDays(9), "WORK 07:00-16:00")
                .at(Floor.TODAY.minusDays(9), "07:00", "AVAILABLE")
                .at(Floor.TODAY.minusDays(9), "16:00", "AWAY");

        assertThat(stateOf(dana)).isEqualTo(State.IN);
        assertThat(rowOf(dana.agent()).figures().raw().out()).isZero();
    }

    @Test
    void tellsWhoChangedAndNobodyElse() {
        var dana = floor.agent("dana").onShift("WORK 07:00-16:00").at("07:00", "AVAILABLE");
        floor.agent("kim").onShift("WORK 07:00-16:00").at("07:00", "AVAILABLE");
        board.settle();
        var told = new ArrayList<BoardRow>();
        try (var _ = subscribe(Scope.everyone(), told)) {
            dana.at("08:00", "UNAVAILABLE/BREAK");
            board.settle();
        }

        assertThat(told).extracting(row -> row.agent().externalId()).containsOnly("dana");
    }

    @Test
    void tellsNobodyOfPeopleOutOfTheirScope() {
        floor.unit("elsewhere", "UTC");
        var other = floor.agent("other", "elsewhere").agent();
        var dana = floor.agent("dana");
        board.settle();
        var told = new ArrayList<BoardRow>();
        try (var _ = subscribe(Scope.ofUnits(Set.of(other.unit())), told)) {
            dana.at("08:00", "AVAILABLE");
            board.settle();
        }

        assertThat(told).isEmpty();
    }

    @Test
    void movesOnToTheNextDayAtMidnight() {
        var dana = floor.agent("dana").onShift("WORK 07:00-16:00").at("07:00", "AVAILABLE");
        assertThat(rowOf(dana.agent()).date()).isEqualTo(Floor.TODAY);

        clock.advance(Duration.ofHours(16));

        assertThat(rowOf(dana.agent()).date()).isEqualTo(Floor.TODAY.plusDays(1));
    }

    @Test
    void knowsTheSameAsOneThatIsBuiltAnew() {
        floor.agent("dana")
                .onShift("WORK 07:00-16:00", "BREAK 07:20-07:35")
                .at("07:00", "AVAILABLE")
                .startsCall("07:10", "call-1")
                .endsCall("07:28", "call-1")
                .at("07:29", "UNAVAILABLE/BREAK")
                .at("07:50", "AVAILABLE");
        board.settle();
        var followed = rows();

        board.rebuild();

        assertThat(rows())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("sequence")
                .isEqualTo(followed);
    }

    @Test
    void doesNotVouchForADayThatIsAboutToEnd() {
        var dana = floor.agent("dana").onShift("WORK 07:00-16:00").at("07:00", "AVAILABLE");
        var end = rowOf(dana.agent()).period().end();

        clock.setTo(end.minus(Duration.ofMinutes(2)));
        board.settle();
        var now = clock.instant();
        assertThat(board.isWithinToday(dana.agent().id(), now, now)).isTrue();

        var last = end.minusSeconds(1);
        assertThat(board.isWithinToday(dana.agent().id(), last, last))
                .as("it may be committed tomorrow")
                .isFalse();
    }

    private LiveBoard.Subscription subscribe(Scope scope, List<BoardRow> told) {
        return Objects.requireNonNull(
                access.<LiveBoard.Subscription>asSystem(
                        "test", () -> board.subscribe(scope, told::addAll)));
    }

    private State stateOf(Floor.Worker worker) {
        return rowOf(worker.agent()).state().orElseThrow().state();
    }

    private BoardRow rowOf(Agent agent) {
        board.settle();
        return rows().stream()
                .filter(row -> row.agent().id().equals(agent.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<BoardRow> rows() {
        return Objects.requireNonNull(
                access.<List<BoardRow>>asSystem("test", () -> board.rows(Scope.everyone())));
    }
}
